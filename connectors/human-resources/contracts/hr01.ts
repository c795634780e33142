import { CONTRIBUTION_STATUS, SOCIAL_INSURANCE } from '../../../src/kernel/code-lists.ts';
import { code, money, month, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HR01 社会保险缴费: one contribution of one insurance for one month. */
export const HR01 = defineContract({
  recordType: 'HR01',
  title: '社会保险缴费',
  fields: {
    aac001: required('个人编号', text()),
    aac002: optional('身份证号', residentNumber),
    aac003: required('姓名', text()),
    employer: optional('单位名称', text()),
    uscc: optional('统一社会信用代码', text()),
    aae140: required('险种', code(SOCIAL_INSURANCE)),
    aae002: required('费款所属期', month),
    aae180: optional('缴费基数', money),
    status: required('缴费状态', code(CONTRIBUTION_STATUS)),
  },
  person: { number: 'aac002' },
});
