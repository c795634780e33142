import { PENSION_KIND, PENSION_STATUS } from '../../../src/kernel/code-lists.ts';
import { code, money, month, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HR03 养老待遇. */
export const HR03 = defineContract({
  recordType: 'HR03',
  title: '养老待遇',
  fields: {
    aac001: required('个人编号', text()),
    aac002: optional('身份证号', residentNumber),
    aac003: required('姓名', text()),
    kind: required('待遇类别', code(PENSION_KIND)),
    monthlyAmount: required('月养老金', money),
    fromMonth: optional('起始月', month),
    status: required('状态', code(PENSION_STATUS)),
  },
  person: { number: 'aac002' },
});
