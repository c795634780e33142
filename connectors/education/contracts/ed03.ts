import { AID_ITEM } from '../../../src/kernel/code-lists.ts';
import { code, day, money, term, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** ED03 学生资助: one item of aid in one term. */
export const ED03 = defineContract({
  recordType: 'ED03',
  title: '学生资助',
  fields: {
    studentNo: required('学籍号', text()),
    name: required('姓名', text()),
    term: required('学期', term),
    aidItem: required('资助项目', code(AID_ITEM)),
    amount: required('金额', money),
    paidOn: optional('发放日期', day),
  },
  person: { agencyNumber: { field: 'studentNo', prefix: 'stu' } },
});
