import { codeList } from '../../../src/kernel/code-lists.ts';
import { area, code, day, money, residentNumber, sealed, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

export const TENANCY_STATUS = codeList('公租房租赁状态', [
  ['1', '履行'],
  ['2', '到期'],
  ['3', '解除'],
]);

/** HO01 公租房租赁合同: a lease of public rental housing, under its tenant. */
export const HO01 = defineContract({
  recordType: 'HO01',
  title: '公租房租赁合同',
  fields: {
    contractNo: required('合同编号', text()),
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    address: optional('房屋地址', sealed(text())),
    floorArea: required('建筑面积', area),
    monthlyRent: required('月租金', money),
    beganOn: required('起租日期', day),
    endsOn: optional('到期日期', day),
    status: required('状态', code(TENANCY_STATUS)),
    statusDate: optional('状态日期', day),
  },
  person: { number: 'residentId' },
});
