import { DISABILITY_SERVICE_ITEM } from '../../../src/kernel/code-lists.ts';
import { certificateNumber, code, day, money, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** DF02 助残服务. */
export const DF02 = defineContract({
  recordType: 'DF02',
  title: '助残服务',
  fields: {
    serviceNo: required('服务编号', text()),
    certificateNo: required('残疾人证号', certificateNumber),
    name: required('姓名', text()),
    item: required('服务项目', code(DISABILITY_SERVICE_ITEM)),
    servedOn: required('服务日期', day),
    amount: optional('金额', money),
  },
  person: { number: 'certificateNo' },
});
