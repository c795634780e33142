import { MEDICAL_TYPE } from '../../../src/kernel/code-lists.ts';
import { code, localTime, money, residentNumber, text, yesNo } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HI02 医疗费用结算: one settled bill; a refund has negative amounts and names the bill it nets out. */
export const HI02 = defineContract({
  recordType: 'HI02',
  title: '医疗费用结算',
  fields: {
    setlId: required('结算ID', text()),
    psnNo: required('人员编号', text()),
    certno: optional('证件号码', residentNumber),
    psnName: optional('姓名', text()),
    medType: required('医疗类别', code(MEDICAL_TYPE)),
    setlTime: required('结算时间', localTime),
    medfeeSumamt: required('医疗费总额', money),
    fulamtOwnpayAmt: optional('全自费金额', money),
    overlmtSelfpay: optional('超限价自费', money),
    preselfpayAmt: optional('先行自付', money),
    inscpScpAmt: optional('政策范围内金额', money),
    hifpPay: optional('统筹基金支出', money),
    hifmiPay: optional('大病保险支出', money),
    mafPay: optional('医疗救助支出', money),
    fundPaySumamt: required('基金支付总额', money),
    psnPartAmt: required('个人负担总金额', money),
    acctPay: optional('个人账户支出', money),
    psnCashPay: optional('个人现金支出', money),
    refdSetlFlag: optional('退费标志', yesNo),
    initSetlId: optional('原结算ID', text()),
  },
  person: { number: 'certno', agencyNumber: { field: 'psnNo', prefix: 'psn' } },
  indexes: [['psnNo']],
});
