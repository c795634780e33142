import { day, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HI03 门诊慢特病登记. */
export const HI03 = defineContract({
  recordType: 'HI03',
  title: '门诊慢特病登记',
  fields: {
    regNo: required('登记编号', text()),
    psnNo: required('人员编号', text()),
    certno: optional('证件号码', residentNumber),
    psnName: optional('姓名', text()),
    opspDiseCod: required('病种编码', text()),
    opspDiseName: optional('病种名称', text()),
    begndate: required('开始日期', day),
    enddate: optional('终止日期', day),
  },
  person: { number: 'certno', agencyNumber: { field: 'psnNo', prefix: 'psn' } },
  indexes: [['psnNo']],
});
