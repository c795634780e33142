import { DOCUMENT_TYPE, ENROLMENT_STATUS, INSURANCE_TYPE } from '../../../src/kernel/code-lists.ts';
import { code, day, residentNumber, text, year } from '../../sdk/field-kinds/index.ts';
import { defaulting, defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HI01 参保登记: one enrolment of one year. */
export const HI01 = defineContract({
  recordType: 'HI01',
  title: '参保登记',
  fields: {
    psnNo: required('人员编号', text()),
    certno: optional('证件号码', residentNumber),
    psnCertType: defaulting('证件类型', code(DOCUMENT_TYPE), '111'),
    psnName: required('姓名', text()),
    insutype: required('险种类型', code(INSURANCE_TYPE)),
    year: required('参保年度', year),
    status: required('参保状态', code(ENROLMENT_STATUS)),
    startOn: optional('开始日期', day),
    endOn: optional('终止日期', day),
  },
  person: {
    number: 'certno',
    documentType: 'psnCertType',
    agencyNumber: { field: 'psnNo', prefix: 'psn' },
  },
  indexes: [['psnNo']],
});
