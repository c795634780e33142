import { ASSISTANCE_CLASS, ASSISTANCE_STATUS, INCOME_STABILITY, TENURE } from '../../../src/kernel/code-lists.ts';
import { area, code, day, divisionCode, money, residentNumber, sealed, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** CA01 救助家庭: households that have a recognised class. */
export const CA01 = defineContract({
  recordType: 'CA01',
  title: '救助家庭',
  fields: {
    assistanceHouseholdNo: required('家庭编号', text()),
    headResidentId: optional('户主身份证号', residentNumber),
    headName: required('户主姓名', text()),
    streetCode: required('街镇代码', divisionCode(9)),
    committeeCode: optional('居村代码', divisionCode(12)),
    address: optional('居住地址', sealed(text())),
    assistanceClass: required('家庭类别', code(ASSISTANCE_CLASS)),
    recognisedOn: required('认定日期', day),
    validUntil: optional('有效期至', day),
    annualIncome: optional('家庭年收入', money),
    monthlyIncomePerCapita: optional('人均月收入', money),
    assets: optional('财产总额', money),
    tenure: optional('住房性质', code(TENURE)),
    floorArea: optional('住房面积', area),
    incomeStability: optional('收入稳定性', code(INCOME_STABILITY)),
    lastReviewedOn: optional('上次核查日期', day),
    status: required('状态', code(ASSISTANCE_STATUS)),
    statusDate: optional('状态日期', day),
  },
  person: null,
  indexes: [['assistanceHouseholdNo']],
});
