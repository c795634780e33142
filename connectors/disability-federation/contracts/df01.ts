import { CERTIFICATE_STATUS, DISABILITY_CATEGORY, DISABILITY_LEVEL, SEX } from '../../../src/kernel/code-lists.ts';
import { certificateNumber, code, day, sealed, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** DF01 残疾人证. */
export const DF01 = defineContract({
  recordType: 'DF01',
  title: '残疾人证',
  fields: {
    certificateNo: required('残疾人证号', certificateNumber),
    name: required('姓名', text()),
    sex: optional('性别', code(SEX)),
    birthDate: optional('出生日期', day),
    category: required('残疾类别', code(DISABILITY_CATEGORY)),
    level: required('残疾等级', code(DISABILITY_LEVEL)),
    issuedOn: required('发证日期', day),
    expiresOn: optional('有效期至', day),
    guardianName: optional('监护人', text()),
    phone: optional('联系电话', sealed(text())),
    address: optional('住址', sealed(text())),
    status: required('状态', code(CERTIFICATE_STATUS)),
  },
  person: { number: 'certificateNo', birthDate: 'birthDate', sex: 'sex' },
  certificate: { category: 'category', level: 'level' },
});
