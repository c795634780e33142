/** 预警经过: what happened to an alert, by itself and by people's hands, in order. */
import { z } from 'zod';
import { ALERT_EVENTS, type AlertEventKind } from '../../src/modules/alerting/index.ts';
import type { GraphBuilder } from '../builder.ts';
import type { RuleRefs } from '../rules/rules.ts';
import { seesInPart } from './partial-sight.ts';

const access = 'alert-history';

const KIND_TEXTS: Readonly<Record<AlertEventKind, string>> = {
  RAISED: '发出预警 it was raised',
  HIT_JOINED: '命中加入 a rule began to fire',
  HIT_CHANGED: '命中变化 a rule fires with another severity',
  HIT_LEFT: '命中终止 a rule no longer fires; `reason` says why',
  ESCALATED: '等级升高 it became graver',
  EASED: '等级降低 it became less grave',
  WITHDRAWN: '自动撤回 its last hit ended while nobody worked on it',
  ROUTED: '确定接收人 the roster gave it to someone',
  PASSED_UP: '逐级上报 nobody came in time',
  ASSIGNED: '分派 someone gave it to someone',
  VISITED: '走访 a visit was recorded',
  CLOSED: '办结 someone closed it',
};

const details = z.object({
  rule: z.string().optional(),
  version: z.number().optional(),
  severity: z.string().optional(),
  why: z.string().optional(),
  from: z.string().nullish(),
  to: z.string().optional(),
  outcome: z.string().optional(),
  visit: z.number().optional(),
});

export function defineTimeline(builder: GraphBuilder, { Rule }: RuleRefs): void {
  const Kind = builder.enumType('AlertEventKind', {
    description: '经过类别 what happened',
    values: Object.fromEntries(ALERT_EVENTS.map((kind) => [kind, { description: KIND_TEXTS[kind] }])) as Record<
      AlertEventKind,
      { description: string }
    >,
  });
  const select = { details: true } as const;
  builder.prismaObject('AlertEvent', {
    description: '预警经过 one thing that happened to an alert; never rewritten',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', nullable: true, access, description: '时间 when' }),
      on: t.expose('on', { type: 'Date', nullable: true, access, description: '业务日期 the hub’s day' }),
      kind: t.field({
        type: Kind,
        access,
        description: '经过类别 what happened',
        select: { kind: true },
        resolve: ({ kind }) => kind as AlertEventKind,
      }),
      actor: t.exposeString('actor', {
        nullable: true,
        access,
        description: '办理人 who did it; null: it came about by itself',
      }),
      organisation: t.exposeString('organisation', {
        nullable: true,
        access,
        description: '办理单位 the organisation of who did it',
      }),
      rule: t.field({
        type: Rule,
        access,
        description: '预警规则 of hits: the rule in its version then',
        select,
        resolve: (event, _args, context) => {
          const { rule, version } = details.parse(event.details);
          return rule === undefined ? null : context.graph.rules.find(rule, version ?? 1);
        },
      }),
      reason: t.string({
        access,
        description: '终止原因 NO_LONGER_TRUE, VALUE_MISSING or HOUSEHOLD_GONE, of a hit that ended by itself',
        select,
        resolve: (event) => details.parse(event.details).why ?? null,
      }),
      from: t.string({
        access,
        description: '变更前 severity, level or person before',
        select,
        resolve: (event) => details.parse(event.details).from ?? null,
      }),
      to: t.string({
        access,
        description: '变更后 severity, level, person or outcome after',
        select,
        resolve: (event, _args, context) => {
          const { to, outcome, severity, rule } = details.parse(event.details);
          const weight = rule === undefined && seesInPart(context) ? null : severity;
          return to ?? outcome ?? weight ?? null;
        },
      }),
      visit: t.prismaField({
        type: 'Visit',
        nullable: true,
        access: 'visit',
        description: '入户走访 the visit that was recorded',
        select,
        resolve: (query, event, _args, context) => {
          const { visit } = details.parse(event.details);
          return visit === undefined
            ? null
            : context.graph.prisma.visit.findUnique({ ...query, where: { id: BigInt(visit) } });
        },
      }),
    }),
  });
}
