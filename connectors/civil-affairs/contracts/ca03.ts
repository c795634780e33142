import { ASSISTANCE_PROGRAMME } from '../../../src/kernel/code-lists.ts';
import { code, day, money, month, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** CA03 救助待遇发放: one payment of one programme for one month. */
export const CA03 = defineContract({
  recordType: 'CA03',
  title: '救助待遇发放',
  fields: {
    paymentNo: required('发放编号', text()),
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    programme: required('项目代码', code(ASSISTANCE_PROGRAMME)),
    month: required('所属月份', month),
    amount: required('金额', money),
    paidOn: optional('发放日期', day),
  },
  person: { number: 'residentId' },
});
