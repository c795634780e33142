/** 医保: enrolment, settled bills, chronic diseases. Records HI01, HI02, HI03. */
import { dayOfTime } from '../../src/kernel/local-time.ts';
import {
  type ChronicRegistration,
  type InsuranceEnrolment,
  outOfPocket12Months,
  type Settlement,
} from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { type FactStatusRefs, moneyFact } from '../shared/fact-status.ts';
import { withinMonths } from './months.ts';
import { MONTHS_OF_DAYS, standingFields } from './section.ts';
import type { SectionView } from './section-view.ts';

const access = 'health-insurance';

function defineEnrolment(builder: GraphBuilder): GraphObject<InsuranceEnrolment> {
  return builder.objectRef<InsuranceEnrolment>('InsuranceEnrolment').implement({
    description: '参保登记 enrolment in basic medical insurance for a year (HI01)',
    fields: (t) => ({
      insuranceType: t.exposeString('insuranceType', { access, description: '险种类型 310 职工, 390 城乡居民 (HI01)' }),
      year: t.exposeInt('year', { access, description: '参保年度 calendar year (HI01)' }),
      status: t.exposeString('status', { access, description: '参保状态 1 正常, 2 暂停, 3 终止 (HI01)' }),
    }),
  });
}

function defineSettlement(builder: GraphBuilder): GraphObject<Settlement> {
  return builder.objectRef<Settlement>('MedicalSettlement').implement({
    description: '医疗费用结算 one settled bill, the newest version of it (HI02)',
    fields: (t) => ({
      settlementId: t.exposeID('settlementId', {
        access,
        description: '结算ID number of the settlement (HI02 setl_id)',
      }),
      type: t.exposeString('type', {
        access,
        description: '医疗类别 11 普通门诊, 14 门诊慢特病, 21 普通住院 (HI02 med_type)',
      }),
      settledAt: t.expose('settledAt', {
        type: 'DateTime',
        access,
        description: '结算时间 time of settlement (HI02 setl_time)',
      }),
      total: t.expose('total', { type: 'Money', access, description: '医疗费总额(元) whole bill (HI02)' }),
      fundPaid: t.expose('fundPaid', {
        type: 'Money',
        access,
        description: '基金支付总额(元) paid by the funds (HI02)',
      }),
      selfPaid: t.expose('selfPaid', {
        type: 'Money',
        access,
        description: '个人负担总金额(元) paid by the person; negative on a refund (HI02 psn_part_amt)',
      }),
      refund: t.exposeBoolean('refund', {
        access,
        description: '退费标志 whether this nets out an earlier bill (HI02)',
      }),
    }),
  });
}

function defineChronic(builder: GraphBuilder): GraphObject<ChronicRegistration> {
  return builder.objectRef<ChronicRegistration>('ChronicDiseaseRegistration').implement({
    description: '门诊慢特病登记 registration for treatment of a chronic disease (HI03)',
    fields: (t) => ({
      diseaseCode: t.exposeString('diseaseCode', {
        access,
        description: '病种编码 code of the disease (HI03 opsp_dise_cod)',
      }),
      diseaseName: t.exposeString('diseaseName', { access, description: '病种名称 name of the disease (HI03)' }),
      beganOn: t.expose('beganOn', { type: 'Date', access, description: '开始日期 first day (HI03)' }),
      endedOn: t.expose('endedOn', { type: 'Date', access, description: '终止日期 last day; null: open (HI03)' }),
    }),
  });
}

export function defineHealthInsurance(builder: GraphBuilder, refs: FactStatusRefs): GraphObject<SectionView> {
  const Enrolment = defineEnrolment(builder);
  const Bill = defineSettlement(builder);
  const Chronic = defineChronic(builder);
  return builder.objectRef<SectionView>('HealthInsuranceSection').implement({
    description: '医保数据 what the health insurance agency holds of a person',
    fields: (t) => ({
      ...standingFields(t, { access, recordTypes: ['HI01', 'HI02', 'HI03'], refs }),
      enrolments: t.field({
        type: [Enrolment],
        access,
        description: '参保登记 enrolments by year (HI01)',
        resolve: ({ person }) => person.insurance,
      }),
      outOfPocket12Months: t.field({
        type: refs.MoneyFact,
        access,
        description:
          '近12个月个人负担(元) what the person paid in the twelve months that end with the day, refunds netted (HI02)',
        resolve: ({ person, day, feeds }) => moneyFact(outOfPocket12Months(person, day), ['HI02'], feeds),
      }),
      settlements: t.field({
        type: [Bill],
        access,
        description: '医疗费用结算 settled bills, one per settlement (HI02)',
        args: { months: t.arg.int({ access, description: MONTHS_OF_DAYS }) },
        resolve: ({ person, day }, { months }) =>
          withinMonths(person.settlements, { day, months, dayOf: (bill) => dayOfTime(bill.settledAt) }),
      }),
      chronicRegistrations: t.field({
        type: [Chronic],
        access,
        description: '门诊慢特病登记 registrations for chronic diseases (HI03)',
        resolve: ({ person }) => person.chronic,
      }),
    }),
  });
}
