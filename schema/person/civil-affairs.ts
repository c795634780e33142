/** 民政: what the civil affairs bureau pays a person, and deaths. Records CA03, CA04. */
import { diedOn, type Payment } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { ofLastMonths } from './months.ts';
import { MONTHS_OF_MONTHS, standingFields } from './section.ts';
import type { SectionView } from './section-view.ts';

const access = 'civil-affairs';

function definePayment(builder: GraphBuilder): GraphObject<Payment> {
  return builder.objectRef<Payment>('AssistancePayment').implement({
    description: '救助待遇发放 one payment of assistance (CA03)',
    fields: (t) => ({
      programme: t.exposeString('programme', {
        access,
        description: '项目代码 DBJ, TKJ, LSJ, CJS, CJH, GER, SSW or YLJ (CA03)',
      }),
      month: t.expose('month', { type: 'Month', access, description: '所属月份 the month it is paid for (CA03)' }),
      amount: t.expose('amount', { type: 'Money', access, description: '金额(元) amount (CA03)' }),
      paidOn: t.expose('paidOn', { type: 'Date', access, description: '发放日期 the day of payment (CA03)' }),
    }),
  });
}

export function defineCivilAffairs(builder: GraphBuilder, refs: FactStatusRefs): GraphObject<SectionView> {
  const Payment = definePayment(builder);
  return builder.objectRef<SectionView>('CivilAffairsSection').implement({
    description: '民政数据 what the civil affairs bureau holds of a person',
    fields: (t) => ({
      ...standingFields(t, { access, recordTypes: ['CA03', 'CA04'], refs }),
      payments: t.field({
        type: [Payment],
        access,
        description: '救助待遇发放 payments of assistance (CA03)',
        args: { months: t.arg.int({ access, description: MONTHS_OF_MONTHS }) },
        resolve: ({ person, day }, { months }) => ofLastMonths(person.payments, day, months),
      }),
      diedOn: t.field({
        type: 'Date',
        access,
        description: '死亡日期 day of death known by the day; null while alive (CA04)',
        resolve: ({ person, day }) => diedOn(person, day),
      }),
    }),
  });
}
