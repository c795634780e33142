type Entry = readonly [code: string, label: string, ...otherLabels: readonly string[]];

/** A closed list of codes with their Chinese labels. */
export interface CodeList<Code extends string = string> {
  readonly title: string;
  readonly codes: readonly [Code, ...Code[]];
  /** The code a canonical token stands for: a code or a label. */
  find(token: string): Code | undefined;
  /** The code a spreadsheet turned into a number (`01` stored as 1). */
  findNumber(value: number): Code | undefined;
  label(code: Code): string;
}

const BY_TITLE = new Map<string, CodeList>();

/** The list of a title, such as 残疾等级. */
export function codeListOf(title: string): CodeList | undefined {
  return BY_TITLE.get(title);
}

/** Declares a list; a connector has its own for codes of its agency alone. */
export function codeList<const Entries extends readonly [Entry, ...Entry[]]>(
  title: string,
  entries: Entries,
): CodeList<Entries[number][0]> {
  type Code = Entries[number][0];
  const byToken = new Map<string, Code>();
  const byNumber = new Map<number, Code>();
  const labels = new Map<Code, string>();
  for (const [code, label, ...others] of entries) {
    labels.set(code, label);
    for (const token of [code, label, ...others]) byToken.set(token, code);
    if (/^\d+$/.test(code)) byNumber.set(Number(code), code);
  }
  const list: CodeList<Code> = {
    title,
    codes: entries.map(([code]) => code) as unknown as readonly [Code, ...Code[]],
    find: (token) => byToken.get(token),
    findNumber: (value) => byNumber.get(value),
    label: (code) => labels.get(code) ?? code,
  };
  BY_TITLE.set(title, list as unknown as CodeList);
  return list;
}

export const OPERATION = codeList('操作', [
  ['U', '更新'],
  ['D', '删除'],
]);

export const DOCUMENT_TYPE = codeList('证件类型', [
  ['111', '居民身份证'],
  ['553', '港澳台居住证/永久居留证', '港澳台居住证', '永久居留证'],
  ['990', '其他'],
]);

export const SEX = codeList('性别', [
  ['1', '男'],
  ['2', '女'],
]);

/** GB/T 4761, the groups of the community roll. */
export const RELATIONSHIP = codeList('与户主关系', [
  ['01', '本人'],
  ['10', '配偶'],
  ['20', '子'],
  ['30', '女'],
  ['40', '孙辈'],
  ['50', '父母'],
  ['60', '祖辈'],
  ['70', '兄弟姐妹'],
  ['99', '其他'],
]);

/** GB/T 2261.2. */
export const MARITAL_STATUS = codeList('婚姻状况', [
  ['10', '未婚'],
  ['20', '已婚'],
  ['30', '丧偶'],
  ['40', '离婚'],
]);

export const ASSISTANCE_CLASS = codeList('家庭类别', [
  ['TK', '特困'],
  ['DB', '低保'],
  ['BY', '低保边缘'],
  ['GX', '刚性支出'],
  ['DS', '低收入困难'],
  ['QT', '其他困难'],
]);

export const TENURE = codeList('住房性质', [
  ['1', '自有'],
  ['2', '租赁'],
  ['3', '借住'],
  ['4', '无'],
]);

export const INCOME_STABILITY = codeList('收入稳定性', [
  ['1', '稳定'],
  ['2', '不稳定'],
]);

export const ASSISTANCE_STATUS = codeList('救助家庭状态', [
  ['1', '在册'],
  ['2', '停发'],
  ['3', '退出'],
]);

export const WORK_CAPACITY = codeList('劳动能力', [
  ['1', '有'],
  ['2', '部分'],
  ['3', '无'],
]);

export const SELF_CARE = codeList('自理能力', [
  ['1', '全自理'],
  ['2', '部分'],
  ['3', '不能'],
]);

export const ASSISTANCE_PROGRAMME = codeList('项目代码', [
  ['DBJ', '低保金'],
  ['TKJ', '特困供养金'],
  ['LSJ', '临时救助'],
  ['CJS', '困难残疾人生活补贴'],
  ['CJH', '重度残疾人护理补贴'],
  ['GER', '孤儿基本生活费'],
  ['SSW', '事实无人抚养儿童基本生活费'],
  ['YLJ', '医疗救助'],
]);

export const INSURANCE_TYPE = codeList('险种类型', [
  ['310', '职工'],
  ['390', '城乡居民'],
]);

export const ENROLMENT_STATUS = codeList('参保状态', [
  ['1', '正常'],
  ['2', '暂停'],
  ['3', '终止'],
]);

export const MEDICAL_TYPE = codeList('医疗类别', [
  ['11', '普通门诊'],
  ['14', '门诊慢特病'],
  ['21', '普通住院'],
]);

export const SCHOOL_STAGE = codeList('学段', [
  ['10', '学前'],
  ['21', '小学'],
  ['31', '初中'],
  ['34', '普通高中'],
  ['36', '中职'],
  ['41', '高等'],
]);

export const STUDENT_STATUS = codeList('学籍状态', [
  ['1', '在读'],
  ['2', '休学'],
  ['3', '毕业'],
  ['4', '退学'],
]);

export const HARDSHIP_LEVEL = codeList('困难等级', [
  ['1', '特别困难'],
  ['2', '困难'],
  ['3', '一般困难'],
  ['0', '不困难'],
]);

export const AID_ITEM = codeList('资助项目', [
  ['1', '学费减免'],
  ['2', '助学金'],
  ['3', '生活补助'],
  ['4', '勤工助学'],
  ['5', '其他'],
]);

export const SOCIAL_INSURANCE = codeList('险种', [
  ['110', '职工养老'],
  ['210', '失业'],
]);

export const CONTRIBUTION_STATUS = codeList('缴费状态', [
  ['1', '已缴'],
  ['2', '欠缴'],
]);

export const UNEMPLOYMENT_STATUS = codeList('登记状态', [
  ['1', '失业'],
  ['2', '已就业'],
  ['3', '注销'],
]);

export const PENSION_KIND = codeList('待遇类别', [
  ['1', '职工养老'],
  ['2', '城乡居民养老'],
]);

export const PENSION_STATUS = codeList('养老待遇状态', [
  ['1', '正常'],
  ['2', '停发'],
]);

export const DISABILITY_CATEGORY = codeList('残疾类别', [
  ['1', '视力'],
  ['2', '听力'],
  ['3', '言语'],
  ['4', '肢体'],
  ['5', '智力'],
  ['6', '精神'],
  ['7', '多重'],
]);

export const DISABILITY_LEVEL = codeList('残疾等级', [
  ['1', '一级'],
  ['2', '二级'],
  ['3', '三级'],
  ['4', '四级'],
]);

export const CERTIFICATE_STATUS = codeList('残疾人证状态', [
  ['1', '有效'],
  ['2', '注销'],
  ['3', '冻结'],
]);

export const DISABILITY_SERVICE_ITEM = codeList('服务项目', [
  ['1', '康复训练'],
  ['2', '辅具适配'],
  ['3', '无障碍改造'],
  ['4', '托养照护'],
  ['5', '就业帮扶'],
]);
