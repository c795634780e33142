/** 医保: enrolment, settled bills, chronic diseases. */
import { dayOfTime } from '../../src/kernel/local-time.ts';
import { defineSection, list, moneyFact, show, shownRecord } from '../sdk/section.ts';
import {
  type ChronicRegistration,
  type HealthInsuranceRecords,
  type InsuranceEnrolment,
  outOfPocket12Months,
  type Settlement,
} from './person.ts';

const Enrolment = shownRecord<InsuranceEnrolment>(
  'InsuranceEnrolment',
  '参保登记 enrolment in basic medical insurance for a year (HI01)',
  {
    insuranceType: show.text('险种类型 310 职工, 390 城乡居民 (HI01)'),
    year: show.count('参保年度 calendar year (HI01)'),
    status: show.text('参保状态 1 正常, 2 暂停, 3 终止 (HI01)'),
  },
);

const Bill = shownRecord<Settlement>(
  'MedicalSettlement',
  '医疗费用结算 one settled bill, the newest version of it (HI02)',
  {
    settlementId: show.id('结算ID number of the settlement (HI02 setl_id)'),
    type: show.text('医疗类别 11 普通门诊, 14 门诊慢特病, 21 普通住院 (HI02 med_type)'),
    settledAt: show.time('结算时间 time of settlement (HI02 setl_time)'),
    total: show.money('医疗费总额(元) whole bill (HI02)'),
    fundPaid: show.money('基金支付总额(元) paid by the funds (HI02)'),
    selfPaid: show.money('个人负担总金额(元) paid by the person; negative on a refund (HI02 psn_part_amt)'),
    refund: show.yesNo('退费标志 whether this nets out an earlier bill (HI02)'),
  },
);

const Chronic = shownRecord<ChronicRegistration>(
  'ChronicDiseaseRegistration',
  '门诊慢特病登记 registration for treatment of a chronic disease (HI03)',
  {
    diseaseCode: show.text('病种编码 code of the disease (HI03 opsp_dise_cod)'),
    diseaseName: show.text('病种名称 name of the disease (HI03)'),
    beganOn: show.day('开始日期 first day (HI03)'),
    endedOn: show.day('终止日期 last day; null: open (HI03)'),
  },
);

export const HEALTH_INSURANCE_SECTION = defineSection<HealthInsuranceRecords>({
  field: 'healthInsurance',
  type: 'HealthInsuranceSection',
  title: '医保数据',
  description: '医保数据 what the health insurance agency holds of a person',
  dataClass: { name: 'health-insurance', level: 'L4' },
  fields: {
    enrolments: list(Enrolment, {
      description: '参保登记 enrolments by year (HI01)',
      records: ({ insurance }) => insurance,
    }),
    outOfPocket12Months: moneyFact(
      ['HI02'],
      '近12个月个人负担(元) what the person paid in the twelve months that end with the day, refunds netted (HI02)',
      outOfPocket12Months,
    ),
    settlements: list(Bill, {
      description: '医疗费用结算 settled bills, one per settlement (HI02)',
      records: ({ settlements }) => settlements,
      dayOf: ({ settledAt }) => dayOfTime(settledAt),
    }),
    chronicRegistrations: list(Chronic, {
      description: '门诊慢特病登记 registrations for chronic diseases (HI03)',
      records: ({ chronic }) => chronic,
    }),
  },
});
