/** 残联: the disability certificate and services. Records DF01, DF02. */
import { type Certificate, certificateOn, type DisabilityService } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { standingFields } from './section.ts';
import type { SectionView } from './section-view.ts';

const access = 'disability';

function defineCertificate(builder: GraphBuilder): GraphObject<Certificate> {
  return builder.objectRef<Certificate>('DisabilityCertificate').implement({
    description: '残疾人证 disability certificate, without its number, which holds the citizen number (DF01)',
    fields: (t) => ({
      category: t.exposeString('category', {
        access,
        description: '残疾类别 1 视力, 2 听力, 3 言语, 4 肢体, 5 智力, 6 精神, 7 多重 (DF01)',
      }),
      level: t.exposeString('level', { access, description: '残疾等级 1 (most severe) to 4 (DF01)' }),
      issuedOn: t.expose('issuedOn', { type: 'Date', access, description: '发证日期 day of issue (DF01)' }),
      expiresOn: t.expose('expiresOn', {
        type: 'Date',
        access,
        description: '有效期至 last valid day; null: not stated (DF01)',
      }),
      status: t.exposeString('status', { access, description: '残疾人证状态 1 有效, 2 注销, 3 冻结 (DF01)' }),
    }),
  });
}

function defineService(builder: GraphBuilder): GraphObject<DisabilityService> {
  return builder.objectRef<DisabilityService>('DisabilityService').implement({
    description: '助残服务 a service received (DF02)',
    fields: (t) => ({
      item: t.exposeString('item', {
        access,
        description: '服务项目 1 康复训练, 2 辅具适配, 3 无障碍改造, 4 托养照护, 5 就业帮扶 (DF02)',
      }),
      servedOn: t.expose('servedOn', { type: 'Date', access, description: '服务日期 day of service (DF02)' }),
      amount: t.expose('amount', { type: 'Money', access, description: '金额(元) amount; null: not stated (DF02)' }),
    }),
  });
}

export function defineDisability(builder: GraphBuilder, refs: FactStatusRefs): GraphObject<SectionView> {
  const Card = defineCertificate(builder);
  const Service = defineService(builder);
  return builder.objectRef<SectionView>('DisabilitySection').implement({
    description: '残联数据 what the disabled persons’ federation holds of a person',
    fields: (t) => ({
      ...standingFields(t, { access, recordTypes: ['DF01', 'DF02'], refs }),
      certificate: t.field({
        type: Card,
        access,
        description: '残疾人证 the certificate valid on the day, the newest of several (DF01)',
        resolve: ({ person, day }) => certificateOn(person, day),
      }),
      services: t.field({
        type: [Service],
        access,
        description: '助残服务 services received (DF02)',
        resolve: ({ person }) => person.services,
      }),
    }),
  });
}
