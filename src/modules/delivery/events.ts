/**
 * The events that leave the hub, defined once: what the feed's edges, webhooks' messages and subscriptions' events hold,
 * and what they are called. The GraphQL descriptions, the messages and the AsyncAPI document are made from these.
 */
import { z } from 'zod';
import { CHANGE_KINDS, CHANGE_TYPES, type ChangeKind, type ChangeType } from '../../kernel/change.ts';

/** What a reader does with the entity. REVOKED: it reached the entity before and does not any more. */
export const TOLD_OPERATIONS = {
  UPSERT: '新增或更新 hold the record in place of any other of this id',
  DELETE: '已删除 the entity is no more',
  REVOKED: '不再可见 the caller may not see the entity any more: forget it',
} as const;
export type ToldOperation = keyof typeof TOLD_OPERATIONS;

interface ChangeWords<T extends ChangeType> {
  readonly title: string;
  /** Where CloudEvents' `subject` finds it. */
  readonly collection: string;
  readonly kinds: Readonly<Record<ChangeKind<T>, string>>;
}

/** What can be followed, and what can happen to it. */
export const CHANGE_WORDS: { readonly [T in ChangeType]: ChangeWords<T> } = {
  HOUSEHOLD: { title: '家庭 a household with its members and facts', collection: 'households', kinds: {} },
  PERSON: {
    title: '人员 a person, as listed in the household that counts it',
    collection: 'persons',
    kinds: { JOINED: '加入家庭 it joined the household', LEFT: '离开家庭 it left the household' },
  },
  ALERT: {
    title: '预警 an alert with its hits',
    collection: 'alerts',
    kinds: {
      RAISED: '发出 it is new',
      ESCALATED: '升级 it became graver',
      CHANGED: '变化 its hits, its evidence or the work on it changed',
      CLOSED: '办结 it was closed, or withdrew by itself',
    },
  },
  CASE: {
    title: '个案 a case',
    collection: 'cases',
    kinds: { OPENED: '立案 it is new', CHANGED: '变化 something in it changed', CLOSED: '结案 it was closed' },
  },
  SERVICE: {
    title: '转介 a referral to an organisation',
    collection: 'services',
    kinds: {
      BEGUN: '开始 the organisation reaches it',
      CHANGED: '变化 it changed',
      ENDED: '结束 it reaches it no more',
    },
  },
  RULE: {
    title: '预警规则 a discovery rule',
    collection: 'rules',
    kinds: { RELEASED: '发布 a version came into force', ROLLED_BACK: '回退 an earlier version came back' },
  },
  CONSENT: {
    title: '授权同意 a consent or authorisation',
    collection: 'consents',
    kinds: { GIVEN: '授予 it was given', WITHDRAWN: '撤回 it was taken back' },
  },
};

/** One change as one caller is told it. */
export const changeFields = {
  cursor: z.string().describe('游标 where the feed goes on after this change; opaque, of the caller’s organisation'),
  type: z.enum(CHANGE_TYPES).describe('变更类型 what kind of entity changed'),
  operation: z
    .enum(Object.keys(TOLD_OPERATIONS) as [ToldOperation, ...ToldOperation[]])
    .describe('变更操作 UPSERT, DELETE or REVOKED, as it holds for the caller now'),
  id: z.string().describe('编号 id of the entity, as the caller knows it: a pseudonym of persons for some'),
  version: z.int().min(0).describe('版本 of the entity when it changed; the record is that of now'),
  changedAt: z.iso.datetime({ offset: true }).describe('变更时间 when it changed'),
  record: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe(
      '记录 the entity as the caller may see it now, as the graph would answer it; null unless UPSERT. Held back parts: extensions.access',
    ),
};

/** How much a webhook's message carries. */
export const DETAIL_WORDS = {
  THIN: '仅编号 ids and where the feed goes on; the rest is asked for under the caller’s policy',
  FAT: '含记录 also the record as the caller may see it at the moment of sending',
} as const;
export type Detail = keyof typeof DETAIL_WORDS;

/** CloudEvents' `type` of a change: `wanjia.alert.raised`; what was revoked is nothing else. */
export function eventType(type: ChangeType, operation: string, kind: string | null): string {
  const what = operation === 'REVOKED' ? operation : (kind ?? operation);
  return `wanjia.${type}.${what}`.toLowerCase();
}

/** Every `type` a change of an entity can have. A kind comes with any operation but REVOKED. */
export function eventTypes(type: ChangeType): readonly string[] {
  const names = [...CHANGE_KINDS[type], ...Object.keys(TOLD_OPERATIONS)];
  return names.map((name) => eventType(type, name, null));
}

const envelope = {
  specversion: z.literal('1.0'),
  id: z.string().describe('消息编号 the same at every attempt and every replay; equals the header webhook-id'),
  source: z
    .string()
    .regex(/^urn:wanjia:feed:[0-9a-f-]{36}$/)
    .describe('来源 names the hub’s feed'),
  time: z.iso.datetime().describe('变更时间 when it happened'),
  datacontenttype: z.literal('application/json'),
};

function dataOf(type: ChangeType, detail: Detail) {
  const words: Readonly<Record<string, string>> = CHANGE_WORDS[type].kinds;
  const kinds = CHANGE_KINDS[type].map((kind) => `${kind} ${words[kind]}`).join('; ');
  return z.strictObject({
    ...changeFields,
    type: z.literal(type).describe('变更类型 what kind of entity changed'),
    kind: z
      .enum(CHANGE_KINDS[type] as readonly ChangeKind[])
      .nullable()
      .describe(kinds === '' ? '变化类别 always null' : `变化类别 ${kinds}; null: the operation says it all`),
    link: z
      .url()
      .nullable()
      .describe(
        '地址 where it is asked for by its id, under the caller’s policy: the hub’s GraphQL address; null: not set up',
      ),
    ...(detail === 'FAT'
      ? {}
      : { record: z.null().describe('记录 not carried: ask for it by its id, or by the feed') }),
  });
}

/** A change as a webhook tells it: a CloudEvents 1.0 event in structured mode. `subject` holds no value of a person. */
export function changeEventOf(type: ChangeType, detail: Detail) {
  return z.strictObject({
    ...envelope,
    type: z.enum(eventTypes(type)).describe('事件类型 what happened to what'),
    subject: z
      .string()
      .regex(new RegExp(`^${CHANGE_WORDS[type].collection}/.+$`))
      .describe('主题 the kind of thing and its id; never a value of a person'),
    data: dataOf(type, detail),
  });
}

/** The event that only shows that an endpoint can be reached and checks signatures. */
export const testEventSchema = z.strictObject({
  ...envelope,
  type: z.literal('wanjia.webhook.tested'),
  data: z.strictObject({}),
});

export type ChangeEvent = z.infer<ReturnType<typeof changeEventOf>>;
export type TestEvent = z.infer<typeof testEventSchema>;

/** What lets a receiver check a message, by the Standard Webhooks specification. */
export const webhookHeaders = z.object({
  'webhook-id': z.string().describe('消息编号 the same at every attempt and every replay: work on each id once'),
  'webhook-timestamp': z.string().regex(/^\d+$/).describe('发送时间 of this attempt, seconds since 1970'),
  'webhook-signature': z
    .string()
    .regex(/^v1(sm3)?,\S+( v1(sm3)?,\S+)*$/)
    .describe('签名 over id.timestamp.body: v1 HMAC-SHA256 or v1sm3 HMAC-SM3, one for every secret in force'),
});
export type WebhookHeaders = z.infer<typeof webhookHeaders>;

export const EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';

/** What each subscription follows and tells. */
export const SUBSCRIPTIONS = {
  alertRaised: {
    follows: 'ALERT',
    title: '预警订阅 alerts within the caller’s scope as they are raised, escalate, change and close',
    holds: { alert: '预警 the alert as the caller may see it now' },
  },
  householdChanged: {
    follows: 'HOUSEHOLD',
    title: '家庭变更订阅 households within the caller’s scope as their profiles change',
    holds: { household: '家庭 the household as the caller may see it now; null: it is gone, or no longer visible' },
  },
  caseChanged: {
    follows: 'CASE',
    title: '个案订阅 cases within the caller’s scope as they are opened, change and close',
    holds: { case: '个案 the case as the caller may see it now' },
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly follows: ChangeType; readonly title: string; readonly holds: Readonly<Record<string, string>> }
  >
>;
export type SubscriptionName = keyof typeof SUBSCRIPTIONS;
