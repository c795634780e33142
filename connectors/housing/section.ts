/** 房管: public rental housing, rent subsidy, floor area. */
import { defineSection, list, record, show, shownRecord, value } from '../sdk/section.ts';
import {
  floorAreaPerPersonOn,
  type HomeSurvey,
  type HousingRecords,
  type RentSubsidy,
  type Tenancy,
  tenancyOn,
} from './person.ts';

const Lease = shownRecord<Tenancy>(
  'PublicRentalTenancy',
  '公租房租赁 a lease of public rental housing, without its address (HO01)',
  {
    floorArea: show.number('建筑面积(平方米) floor area (HO01)'),
    monthlyRent: show.money('月租金(元/月) monthly rent (HO01)'),
    beganOn: show.day('起租日期 first day (HO01)'),
    endsOn: show.day('到期日期 last day; null: open (HO01)'),
    status: show.text('租赁状态 1 履行, 2 到期, 3 解除 (HO01)'),
    statusDate: show.day('状态日期 since when; null: not stated (HO01)'),
  },
);

const Subsidy = shownRecord<RentSubsidy>('RentSubsidy', '住房租赁补贴 rent subsidy of one month (HO02)', {
  month: show.month('所属月份 the month it is paid for (HO02)'),
  amount: show.money('金额(元) amount (HO02)'),
  paidOn: show.day('发放日期 the day of payment; null: not stated (HO02)'),
});

const Survey = shownRecord<HomeSurvey>('HomeSurvey', '住房面积核定 what was found of the home (HO03)', {
  tenure: show.text('住房性质 1 自有, 2 租赁, 3 借住, 4 无 (HO03)'),
  floorArea: show.number('建筑面积(平方米) floor area (HO03)'),
  floorAreaPerPerson: show.number('人均建筑面积(平方米) floor area per person (HO03)'),
  surveyedOn: show.day('核定日期 the day it was found (HO03)'),
});

export const HOUSING_SECTION = defineSection<HousingRecords>({
  field: 'housing',
  type: 'HousingSection',
  title: '房管数据',
  description: '房管数据 what the housing bureau holds of a person',
  dataClass: { name: 'housing', level: 'L3' },
  fields: {
    tenancy: record(Lease, '在租公租房 the lease that runs on the day, the newest of several (HO01)', tenancyOn),
    tenancies: list(Lease, {
      description: '公租房租赁 leases of public rental housing (HO01)',
      records: ({ tenancies }) => tenancies,
    }),
    rentSubsidies: list(Subsidy, {
      description: '住房租赁补贴 rent subsidy by month (HO02)',
      records: ({ rentSubsidies }) => rentSubsidies,
      monthOf: ({ month }) => month,
    }),
    floorAreaPerPerson: value(
      'Float',
      '人均建筑面积(平方米) floor area per person as last found by the day; null: never looked at (HO03)',
      floorAreaPerPersonOn,
    ),
    surveys: list(Survey, {
      description: '住房面积核定 what was found of homes (HO03)',
      records: ({ homeSurveys }) => homeSurveys,
    }),
  },
});
