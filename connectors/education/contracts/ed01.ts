import { SCHOOL_STAGE, SEX, STUDENT_STATUS } from '../../../src/kernel/code-lists.ts';
import { code, day, residentNumber, text, yesNo } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** ED01 学籍. */
export const ED01 = defineContract({
  recordType: 'ED01',
  title: '学籍',
  fields: {
    studentNo: required('学籍号', text()),
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    sex: optional('性别', code(SEX)),
    birthDate: optional('出生日期', day),
    school: required('学校', text()),
    stage: required('学段', code(SCHOOL_STAGE)),
    grade: optional('年级', text()),
    status: required('状态', code(STUDENT_STATUS)),
    statusDate: optional('状态日期', day),
    homeTaught: optional('送教上门', yesNo),
    guardianName: optional('监护人姓名', text()),
    guardianResidentId: optional('监护人身份证号', residentNumber),
  },
  person: {
    number: 'residentId',
    birthDate: 'birthDate',
    sex: 'sex',
    agencyNumber: { field: 'studentNo', prefix: 'stu' },
  },
  indexes: [['studentNo'], ['guardianResidentId'], ['name', 'birthDate']],
});
