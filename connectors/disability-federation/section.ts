/** 残联: the disability certificate and services. */
import { defineSection, list, record, show, shownRecord } from '../sdk/section.ts';
import { type Certificate, certificateOn, type DisabilityRecords, type DisabilityService } from './person.ts';

const Card = shownRecord<Certificate>(
  'DisabilityCertificate',
  '残疾人证 disability certificate, without its number, which holds the citizen number (DF01)',
  {
    category: show.text('残疾类别 1 视力, 2 听力, 3 言语, 4 肢体, 5 智力, 6 精神, 7 多重 (DF01)'),
    level: show.text('残疾等级 1 (most severe) to 4 (DF01)'),
    issuedOn: show.day('发证日期 day of issue (DF01)'),
    expiresOn: show.day('有效期至 last valid day; null: not stated (DF01)'),
    status: show.text('残疾人证状态 1 有效, 2 注销, 3 冻结 (DF01)'),
  },
);

const Service = shownRecord<DisabilityService>('DisabilityService', '助残服务 a service received (DF02)', {
  item: show.text('服务项目 1 康复训练, 2 辅具适配, 3 无障碍改造, 4 托养照护, 5 就业帮扶 (DF02)'),
  servedOn: show.day('服务日期 day of service (DF02)'),
  amount: show.money('金额(元) amount; null: not stated (DF02)'),
});

export const DISABILITY_SECTION = defineSection<DisabilityRecords>({
  field: 'disability',
  type: 'DisabilitySection',
  title: '残联数据',
  description: '残联数据 what the disabled persons’ federation holds of a person',
  dataClass: { name: 'disability', level: 'L4' },
  fields: {
    certificate: record(Card, '残疾人证 the certificate valid on the day, the newest of several (DF01)', certificateOn),
    services: list(Service, {
      description: '助残服务 services received (DF02)',
      records: ({ services }) => services,
    }),
  },
});
