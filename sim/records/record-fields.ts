import type { RecordType } from '../../src/kernel/agency.ts';

/** What a column holds: decides how messy agencies write it. `day`, `month` and `money` are the obvious ones. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'id'
  | 'code'
  | 'day'
  | 'month'
  | 'money'
  | 'time'
  | 'yes-no'
  | 'certificate';

export type FieldSpec = readonly [header: string, kind: FieldKind];

const RESIDENT_ID = ['身份证号', 'id'] as const;
const NAME = ['姓名', 'text'] as const;
const SEX = ['性别', 'code'] as const;
const BIRTH_DATE = ['出生日期', 'day'] as const;

/** The columns of every record type, in the agencies' order: canonical name → header and kind. */
export const RECORD_FIELDS = {
  CA01: {
    assistanceHouseholdNo: ['家庭编号', 'number'],
    headResidentId: ['户主身份证号', 'id'],
    headName: ['户主姓名', 'text'],
    streetCode: ['街镇代码', 'number'],
    committeeCode: ['居村代码', 'number'],
    address: ['居住地址', 'text'],
    assistanceClass: ['家庭类别', 'code'],
    recognisedOn: ['认定日期', 'day'],
    validUntil: ['有效期至', 'day'],
    annualIncome: ['家庭年收入', 'money'],
    monthlyIncomePerCapita: ['人均月收入', 'money'],
    assets: ['财产总额', 'money'],
    tenure: ['住房性质', 'code'],
    floorArea: ['住房面积', 'number'],
    incomeStability: ['收入稳定性', 'code'],
    lastReviewedOn: ['上次核查日期', 'day'],
    status: ['状态', 'code'],
    statusDate: ['状态日期', 'day'],
  },
  CA02: {
    assistanceHouseholdNo: ['家庭编号', 'number'],
    residentId: RESIDENT_ID,
    documentType: ['证件类型', 'code'],
    name: NAME,
    sex: SEX,
    birthDate: BIRTH_DATE,
    relationshipToHead: ['与户主关系', 'code'],
    coLiving: ['共同生活', 'yes-no'],
    workCapacity: ['劳动能力', 'code'],
    selfCare: ['自理能力', 'code'],
  },
  CA03: {
    paymentNo: ['发放编号', 'number'],
    residentId: RESIDENT_ID,
    name: NAME,
    programme: ['项目代码', 'code'],
    month: ['所属月份', 'month'],
    amount: ['金额', 'money'],
    paidOn: ['发放日期', 'day'],
  },
  CA04: { residentId: RESIDENT_ID, name: NAME, diedOn: ['死亡日期', 'day'] },
  CA05: {
    rollHouseholdNo: ['户编号', 'number'],
    residentId: RESIDENT_ID,
    documentType: ['证件类型', 'code'],
    name: NAME,
    sex: SEX,
    birthDate: BIRTH_DATE,
    relationshipToHead: ['与户主关系', 'code'],
    maritalStatus: ['婚姻状况', 'code'],
    phone: ['手机号', 'number'],
    streetCode: ['街镇代码', 'number'],
    committeeCode: ['居村代码', 'number'],
    address: ['居住地址', 'text'],
  },
  HI01: {
    psn_no: ['人员编号', 'number'],
    certno: ['证件号码', 'id'],
    psn_cert_type: ['证件类型', 'code'],
    psn_name: NAME,
    insutype: ['险种类型', 'code'],
    year: ['参保年度', 'number'],
    status: ['参保状态', 'code'],
    startOn: ['开始日期', 'day'],
    endOn: ['终止日期', 'day'],
  },
  HI02: {
    setl_id: ['结算ID', 'number'],
    psn_no: ['人员编号', 'number'],
    certno: ['证件号码', 'id'],
    psn_name: NAME,
    med_type: ['医疗类别', 'code'],
    setl_time: ['结算时间', 'time'],
    medfee_sumamt: ['医疗费总额', 'money'],
    fulamt_ownpay_amt: ['全自费金额', 'money'],
    overlmt_selfpay: ['超限价自费', 'money'],
    preselfpay_amt: ['先行自付', 'money'],
    inscp_scp_amt: ['政策范围内金额', 'money'],
    hifp_pay: ['统筹基金支出', 'money'],
    hifmi_pay: ['大病保险支出', 'money'],
    maf_pay: ['医疗救助支出', 'money'],
    fund_pay_sumamt: ['基金支付总额', 'money'],
    psn_part_amt: ['个人负担总金额', 'money'],
    acct_pay: ['个人账户支出', 'money'],
    psn_cash_pay: ['个人现金支出', 'money'],
    refd_setl_flag: ['退费标志', 'number'],
    init_setl_id: ['原结算ID', 'number'],
  },
  HI03: {
    regNo: ['登记编号', 'number'],
    psn_no: ['人员编号', 'number'],
    certno: ['证件号码', 'id'],
    psn_name: NAME,
    opsp_dise_cod: ['病种编码', 'number'],
    opsp_dise_name: ['病种名称', 'text'],
    begndate: ['开始日期', 'day'],
    enddate: ['终止日期', 'day'],
  },
  ED01: {
    studentNo: ['学籍号', 'number'],
    residentId: RESIDENT_ID,
    name: NAME,
    sex: SEX,
    birthDate: BIRTH_DATE,
    school: ['学校', 'text'],
    stage: ['学段', 'code'],
    grade: ['年级', 'text'],
    status: ['状态', 'code'],
    statusDate: ['状态日期', 'day'],
    homeTaught: ['送教上门', 'yes-no'],
    guardianName: ['监护人姓名', 'text'],
    guardianResidentId: ['监护人身份证号', 'id'],
  },
  ED02: {
    studentNo: ['学籍号', 'number'],
    name: NAME,
    schoolYear: ['学年', 'number'],
    hardshipLevel: ['困难等级', 'code'],
  },
  ED03: {
    studentNo: ['学籍号', 'number'],
    name: NAME,
    term: ['学期', 'number'],
    aidItem: ['资助项目', 'code'],
    amount: ['金额', 'money'],
    paidOn: ['发放日期', 'day'],
  },
  HR01: {
    aac001: ['个人编号', 'number'],
    aac002: RESIDENT_ID,
    aac003: NAME,
    employer: ['单位名称', 'text'],
    uscc: ['统一社会信用代码', 'number'],
    aae140: ['险种', 'code'],
    aae002: ['费款所属期', 'month'],
    aae180: ['缴费基数', 'money'],
    status: ['缴费状态', 'code'],
  },
  HR02: {
    regNo: ['登记编号', 'number'],
    aac002: RESIDENT_ID,
    aac003: NAME,
    registeredOn: ['登记日期', 'day'],
    unemployedOn: ['失业日期', 'day'],
    benefitFrom: ['失业金开始', 'day'],
    benefitTo: ['失业金截止', 'day'],
    benefitMonthly: ['失业金月标准', 'money'],
    hardToEmploy: ['就业困难人员', 'yes-no'],
    status: ['登记状态', 'code'],
    statusDate: ['状态日期', 'day'],
  },
  HR03: {
    aac001: ['个人编号', 'number'],
    aac002: RESIDENT_ID,
    aac003: NAME,
    kind: ['待遇类别', 'code'],
    monthlyAmount: ['月养老金', 'money'],
    fromMonth: ['起始月', 'month'],
    status: ['状态', 'code'],
  },
  DF01: {
    certificateNo: ['残疾人证号', 'certificate'],
    name: NAME,
    sex: SEX,
    birthDate: BIRTH_DATE,
    category: ['残疾类别', 'code'],
    level: ['残疾等级', 'code'],
    issuedOn: ['发证日期', 'day'],
    expiresOn: ['有效期至', 'day'],
    guardianName: ['监护人', 'text'],
    phone: ['联系电话', 'number'],
    address: ['住址', 'text'],
    status: ['状态', 'code'],
  },
  DF02: {
    serviceNo: ['服务编号', 'number'],
    certificateNo: ['残疾人证号', 'certificate'],
    name: NAME,
    item: ['服务项目', 'code'],
    servedOn: ['服务日期', 'day'],
    amount: ['金额', 'money'],
  },
} as const satisfies Record<RecordType, Readonly<Record<string, FieldSpec>>>;

/** A record's values by canonical name, as clean text; what is left out is not stated. */
export type RecordValues<T extends RecordType> = { readonly [K in keyof (typeof RECORD_FIELDS)[T]]?: string };

/** The columns every record type begins with. */
export const COMMON_HEADERS = ['来源主键', '更新时间', '操作'] as const;

/** Canonical names, headers and kinds of a record type's own columns, in order. */
export interface RecordLayout {
  readonly names: readonly string[];
  readonly headers: readonly string[];
  readonly kinds: readonly FieldKind[];
}

export const RECORD_LAYOUTS: Readonly<Record<RecordType, RecordLayout>> = Object.fromEntries(
  Object.entries(RECORD_FIELDS).map(([type, fields]) => {
    const specs = Object.values(fields) as readonly FieldSpec[];
    return [type, { names: Object.keys(fields), headers: specs.map(([h]) => h), kinds: specs.map(([, k]) => k) }];
  }),
) as unknown as Readonly<Record<RecordType, RecordLayout>>;
