/** 民政: what the civil affairs bureau pays a person, and deaths. */
import { defineSection, list, show, shownRecord, value } from '../sdk/section.ts';
import { type CivilAffairsRecords, diedOn, type Payment } from './person.ts';

const AssistancePayment = shownRecord<Payment>('AssistancePayment', '救助待遇发放 one payment of assistance (CA03)', {
  programme: show.text('项目代码 DBJ, TKJ, LSJ, CJS, CJH, GER, SSW or YLJ (CA03)'),
  month: show.month('所属月份 the month it is paid for (CA03)'),
  amount: show.money('金额(元) amount (CA03)'),
  paidOn: show.day('发放日期 the day of payment (CA03)'),
});

export const CIVIL_AFFAIRS_SECTION = defineSection<CivilAffairsRecords>({
  field: 'civilAffairs',
  type: 'CivilAffairsSection',
  title: '民政数据',
  description: '民政数据 what the civil affairs bureau holds of a person',
  dataClass: { name: 'civil-affairs', level: 'L3' },
  fields: {
    payments: list(AssistancePayment, {
      description: '救助待遇发放 payments of assistance (CA03)',
      records: ({ payments }) => payments,
      monthOf: ({ month }) => month,
    }),
    diedOn: value('Date', '死亡日期 day of death known by the day; null while alive (CA04)', diedOn),
  },
});
