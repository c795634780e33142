import { day, money, month, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HO02 住房租赁补贴发放: rent subsidy paid for a month, to the applicant. */
export const HO02 = defineContract({
  recordType: 'HO02',
  title: '住房租赁补贴发放',
  fields: {
    paymentNo: required('发放编号', text()),
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    month: required('所属月份', month),
    amount: required('金额', money),
    paidOn: optional('发放日期', day),
  },
  person: { number: 'residentId' },
});
