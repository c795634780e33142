/** 人社: contributions, unemployment, pensions. */
import { defineSection, list, show, shownRecord, value } from '../sdk/section.ts';
import {
  type Contribution,
  contributionGapMonths,
  type HumanResourcesRecords,
  lastContributionMonth,
  type Pension,
  type Unemployment,
} from './person.ts';

const Paid = shownRecord<Contribution>(
  'SocialInsuranceContribution',
  '社会保险缴费 the contribution of one month to one insurance (HR01)',
  {
    month: show.month('费款所属期 month (HR01 aae002)'),
    insuranceType: show.text('险种 110 职工养老, 210 失业 (HR01 aae140)'),
    employer: show.text('单位名称 employer (HR01)'),
    base: show.money('缴费基数(元/月) monthly base (HR01 aae180)'),
    status: show.text('缴费状态 1 已缴, 2 欠缴 (HR01)'),
  },
);

const Registration = shownRecord<Unemployment>(
  'UnemploymentRegistration',
  '失业登记 registration as unemployed (HR02)',
  {
    registeredOn: show.day('登记日期 day of registration (HR02)'),
    benefitFrom: show.day('失业金开始 first day of benefit (HR02)'),
    benefitTo: show.day('失业金截止 last day of benefit; null: open (HR02)'),
    benefitMonthly: show.money('失业金月标准(元/月) monthly benefit (HR02)'),
    status: show.text('登记状态 1 失业, 2 已就业, 3 注销 (HR02)'),
    hardToEmploy: show.yesNo('就业困难人员 recognised as hard to employ (HR02)'),
  },
);

const Entitlement = shownRecord<Pension>('Pension', '养老待遇 a pension (HR03)', {
  kind: show.text('待遇类别 1 职工养老, 2 城乡居民养老 (HR03)'),
  monthlyAmount: show.money('月养老金(元/月) monthly amount (HR03)'),
  fromMonth: show.month('起始月 first month (HR03)'),
  status: show.text('养老待遇状态 1 正常, 2 停发 (HR03)'),
});

export const HUMAN_RESOURCES_SECTION = defineSection<HumanResourcesRecords>({
  field: 'humanResources',
  type: 'HumanResourcesSection',
  title: '人社数据',
  description: '人社数据 what human resources and social security hold of a person',
  dataClass: { name: 'human-resources', level: 'L3' },
  fields: {
    lastContributionMonth: value(
      'Month',
      '最近缴费月 newest month with a paid contribution; null: none held (HR01)',
      lastContributionMonth,
    ),
    contributionGapMonths: value(
      'Int',
      '断缴月数 whole months from the newest paid contribution to the month of the day (HR01)',
      contributionGapMonths,
    ),
    contributions: list(Paid, {
      description: '社会保险缴费 contributions by month (HR01)',
      records: ({ contributions }) => contributions,
      monthOf: ({ month }) => month,
    }),
    unemployment: list(Registration, {
      description: '失业登记 registrations as unemployed (HR02)',
      records: ({ unemployment }) => unemployment,
    }),
    pensions: list(Entitlement, { description: '养老待遇 pensions (HR03)', records: ({ pensions }) => pensions }),
  },
});
