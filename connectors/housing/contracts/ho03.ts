import { TENURE } from '../../../src/kernel/code-lists.ts';
import { area, code, day, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** HO03 住房面积核定: what the bureau found of the home of an applicant. */
export const HO03 = defineContract({
  recordType: 'HO03',
  title: '住房面积核定',
  fields: {
    surveyNo: required('核定编号', text()),
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    tenure: required('住房性质', code(TENURE)),
    floorArea: required('建筑面积', area),
    floorAreaPerPerson: required('人均建筑面积', area),
    surveyedOn: required('核定日期', day),
  },
  person: { number: 'residentId' },
});
