import { DOCUMENT_TYPE, MARITAL_STATUS, RELATIONSHIP, SEX } from '../../../src/kernel/code-lists.ts';
import { code, day, divisionCode, residentNumber, sealed, text } from '../../sdk/field-kinds/index.ts';
import { defaulting, defineContract, optional, required } from '../../sdk/record-contract.ts';

/** CA05 居民家庭名册: every resident, by dwelling household. The base population. */
export const CA05 = defineContract({
  recordType: 'CA05',
  title: '居民家庭名册',
  fields: {
    rollHouseholdNo: required('户编号', text()),
    residentId: optional('身份证号', residentNumber),
    documentType: defaulting('证件类型', code(DOCUMENT_TYPE), '111'),
    name: required('姓名', text()),
    sex: optional('性别', code(SEX)),
    birthDate: optional('出生日期', day),
    relationshipToHead: required('与户主关系', code(RELATIONSHIP)),
    maritalStatus: optional('婚姻状况', code(MARITAL_STATUS)),
    phone: optional('手机号', sealed(text())),
    streetCode: required('街镇代码', divisionCode(9)),
    committeeCode: optional('居村代码', divisionCode(12)),
    address: optional('居住地址', sealed(text())),
  },
  person: { number: 'residentId', documentType: 'documentType', birthDate: 'birthDate', sex: 'sex' },
  indexes: [['rollHouseholdNo'], ['name', 'birthDate']],
});
