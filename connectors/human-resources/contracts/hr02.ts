import { UNEMPLOYMENT_STATUS } from '../../../src/kernel/code-lists.ts';
import { code, day, money, residentNumber, text, yesNo } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HR02 失业登记. */
export const HR02 = defineContract({
  recordType: 'HR02',
  title: '失业登记',
  fields: {
    regNo: required('登记编号', text()),
    aac002: optional('身份证号', residentNumber),
    aac003: required('姓名', text()),
    registeredOn: required('登记日期', day),
    unemployedOn: optional('失业日期', day),
    benefitFrom: optional('失业金开始', day),
    benefitTo: optional('失业金截止', day),
    benefitMonthly: optional('失业金月标准', money),
    hardToEmploy: optional('就业困难人员', yesNo),
    status: required('登记状态', code(UNEMPLOYMENT_STATUS)),
    statusDate: optional('状态日期', day),
  },
  person: { number: 'aac002' },
});
