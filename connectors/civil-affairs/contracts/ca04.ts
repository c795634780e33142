import { day, residentNumber, text } from '../../sdk/field-kinds/index.ts';
import { defineContract, optional, required } from '../../sdk/record-contract.ts';

/** CA04 死亡登记. */
export const CA04 = defineContract({
  recordType: 'CA04',
  title: '死亡登记',
  fields: {
    residentId: optional('身份证号', residentNumber),
    name: required('姓名', text()),
    diedOn: required('死亡日期', day),
  },
  person: { number: 'residentId' },
});
