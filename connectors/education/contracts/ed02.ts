import { HARDSHIP_LEVEL } from '../../../src/kernel/code-lists.ts';
import { code, schoolYear, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, required } from '../../sdk/record-contract.ts';

/** ED02 家庭经济困难学生认定. */
export const ED02 = defineContract({
  recordType: 'ED02',
  title: '家庭经济困难学生认定',
  fields: {
    studentNo: required('学籍号', text()),
    name: required('姓名', text()),
    schoolYear: required('学年', schoolYear),
    hardshipLevel: required('困难等级', code(HARDSHIP_LEVEL)),
  },
  person: { agencyNumber: { field: 'studentNo', prefix: 'stu' } },
});
