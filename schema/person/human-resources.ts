/** 人社: contributions, unemployment, pensions. Records HR01, HR02, HR03. */
import {
  type Contribution,
  contributionGapMonths,
  lastContributionMonth,
  type Pension,
  type Unemployment,
} from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { ofLastMonths } from './months.ts';
import { MONTHS_OF_MONTHS, standingFields } from './section.ts';
import type { SectionView } from './section-view.ts';

const access = 'human-resources';

function defineContribution(builder: GraphBuilder): GraphObject<Contribution> {
  return builder.objectRef<Contribution>('SocialInsuranceContribution').implement({
    description: '社会保险缴费 the contribution of one month to one insurance (HR01)',
    fields: (t) => ({
      month: t.expose('month', { type: 'Month', access, description: '费款所属期 month (HR01 aae002)' }),
      insuranceType: t.exposeString('insuranceType', {
        access,
        description: '险种 110 职工养老, 210 失业 (HR01 aae140)',
      }),
      employer: t.exposeString('employer', { access, description: '单位名称 employer (HR01)' }),
      base: t.expose('base', { type: 'Money', access, description: '缴费基数(元/月) monthly base (HR01 aae180)' }),
      status: t.exposeString('status', { access, description: '缴费状态 1 已缴, 2 欠缴 (HR01)' }),
    }),
  });
}

function defineUnemployment(builder: GraphBuilder): GraphObject<Unemployment> {
  return builder.objectRef<Unemployment>('UnemploymentRegistration').implement({
    description: '失业登记 registration as unemployed (HR02)',
    fields: (t) => ({
      registeredOn: t.expose('registeredOn', {
        type: 'Date',
        access,
        description: '登记日期 day of registration (HR02)',
      }),
      benefitFrom: t.expose('benefitFrom', {
        type: 'Date',
        access,
        description: '失业金开始 first day of benefit (HR02)',
      }),
      benefitTo: t.expose('benefitTo', {
        type: 'Date',
        access,
        description: '失业金截止 last day of benefit; null: open (HR02)',
      }),
      benefitMonthly: t.expose('benefitMonthly', {
        type: 'Money',
        access,
        description: '失业金月标准(元/月) monthly benefit (HR02)',
      }),
      status: t.exposeString('status', { access, description: '登记状态 1 失业, 2 已就业, 3 注销 (HR02)' }),
      hardToEmploy: t.exposeBoolean('hardToEmploy', {
        access,
        description: '就业困难人员 recognised as hard to employ (HR02)',
      }),
    }),
  });
}

function definePension(builder: GraphBuilder): GraphObject<Pension> {
  return builder.objectRef<Pension>('Pension').implement({
    description: '养老待遇 a pension (HR03)',
    fields: (t) => ({
      kind: t.exposeString('kind', { access, description: '待遇类别 1 职工养老, 2 城乡居民养老 (HR03)' }),
      monthlyAmount: t.expose('monthlyAmount', {
        type: 'Money',
        access,
        description: '月养老金(元/月) monthly amount (HR03)',
      }),
      fromMonth: t.expose('fromMonth', { type: 'Month', access, description: '起始月 first month (HR03)' }),
      status: t.exposeString('status', { access, description: '养老待遇状态 1 正常, 2 停发 (HR03)' }),
    }),
  });
}

export function defineHumanResources(builder: GraphBuilder, refs: FactStatusRefs): GraphObject<SectionView> {
  const Paid = defineContribution(builder);
  const Registration = defineUnemployment(builder);
  const Entitlement = definePension(builder);
  return builder.objectRef<SectionView>('HumanResourcesSection').implement({
    description: '人社数据 what human resources and social security hold of a person',
    fields: (t) => ({
      ...standingFields(t, { access, recordTypes: ['HR01', 'HR02', 'HR03'], refs }),
      lastContributionMonth: t.field({
        type: 'Month',
        access,
        description: '最近缴费月 newest month with a paid contribution; null: none held (HR01)',
        resolve: ({ person, day }) => lastContributionMonth(person, day),
      }),
      contributionGapMonths: t.int({
        access,
        description: '断缴月数 whole months from the newest paid contribution to the month of the day (HR01)',
        resolve: ({ person, day }) => contributionGapMonths(person, day),
      }),
      contributions: t.field({
        type: [Paid],
        access,
        description: '社会保险缴费 contributions by month (HR01)',
        args: { months: t.arg.int({ access, description: MONTHS_OF_MONTHS }) },
        resolve: ({ person, day }, { months }) => ofLastMonths(person.contributions, day, months),
      }),
      unemployment: t.field({
        type: [Registration],
        access,
        description: '失业登记 registrations as unemployed (HR02)',
        resolve: ({ person }) => person.unemployment,
      }),
      pensions: t.field({
        type: [Entitlement],
        access,
        description: '养老待遇 pensions (HR03)',
        resolve: ({ person }) => person.pensions,
      }),
    }),
  });
}
