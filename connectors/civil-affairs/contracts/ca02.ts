import { DOCUMENT_TYPE, RELATIONSHIP, SELF_CARE, SEX, WORK_CAPACITY } from '../../../src/kernel/code-lists.ts';
import { code, day, residentNumber, text, yesNo } from '../../sdk/field-kinds/index.ts';
import { defaulting, defineContract, optional, required } from '../../sdk/record-contract.ts';

/** CA02 救助家庭成员: who lives together for the purpose of assistance. */
export const CA02 = defineContract({
  recordType: 'CA02',
  title: '救助家庭成员',
  fields: {
    assistanceHouseholdNo: required('家庭编号', text()),
    residentId: optional('身份证号', residentNumber),
    documentType: defaulting('证件类型', code(DOCUMENT_TYPE), '111'),
    name: required('姓名', text()),
    sex: optional('性别', code(SEX)),
    birthDate: optional('出生日期', day),
    relationshipToHead: required('与户主关系', code(RELATIONSHIP)),
    coLiving: required('共同生活', yesNo),
    workCapacity: optional('劳动能力', code(WORK_CAPACITY)),
    selfCare: optional('自理能力', code(SELF_CARE)),
  },
  person: { number: 'residentId', documentType: 'documentType', birthDate: 'birthDate', sex: 'sex' },
  indexes: [['assistanceHouseholdNo'], ['name', 'birthDate']],
});
