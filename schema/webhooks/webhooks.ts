/** 推送地址: where partners' systems are told of changes, and how that goes. */
import { encodeId } from '../../src/kernel/ids.ts';
import { DETAIL_WORDS, type Detail as EventDetail } from '../../src/modules/delivery/index.ts';
import type { ENDPOINT_STATES, Endpoint, SIGNATURES } from '../../src/modules/webhooks/index.ts';
import type { Backlog, DispatchedItem, ITEM_STATES } from '../../src/platform/dispatch/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { ChangeTypeEnum } from '../changes/changes.ts';
import { described } from '../shared/described.ts';
import { readId } from '../shared/public-id.ts';

const access = 'webhook';

export interface WebhookRefs {
  readonly ChangeType: ChangeTypeEnum;
  readonly Webhook: GraphObject<Endpoint>;
  readonly Detail: GraphEnum<EventDetail>;
  readonly Signature: GraphEnum<(typeof SIGNATURES)[number]>;
}

function defineWords(builder: GraphBuilder) {
  return {
    Detail: builder.enumType('WebhookDetail', {
      description: '推送内容 how much a message carries',
      values: described(DETAIL_WORDS),
    }),
    Signature: builder.enumType('WebhookSignature', {
      description: '签名算法 how messages are signed (Standard Webhooks)',
      values: {
        HMAC_SHA256: { description: '国际算法 HMAC-SHA256, identifier v1' },
        HMAC_SM3: { description: '国密算法 HMAC-SM3, identifier v1sm3' },
      } satisfies Record<(typeof SIGNATURES)[number], object>,
    }),
    State: builder.enumType('WebhookState', {
      description: '推送状态 whether messages are sent',
      values: {
        UNVERIFIED: { description: '待确认 the receiver has not confirmed that it wants to be told' },
        ACTIVE: { description: '推送中 messages are sent' },
        PAUSED: { description: '已暂停 by its owner; what changes meanwhile is sent later' },
        DISABLED: { description: '已停用 the receiver answered 410, or could not be reached for three days' },
      } satisfies Record<(typeof ENDPOINT_STATES)[number], object>,
    }),
    DeliveryState: builder.enumType('WebhookDeliveryState', {
      description: '消息状态 what became of a message',
      values: {
        PENDING: { description: '待送达 it is tried again until it arrives or three days are over' },
        DELIVERED: { description: '已送达 the receiver answered with 2xx' },
        WITHHELD: { description: '未推送 the caller may know nothing of it' },
        DEAD: { description: '已放弃 after three days; can be replayed' },
      } satisfies Record<(typeof ITEM_STATES)[number], object>,
    }),
  };
}

function defineDelivery(builder: GraphBuilder, State: ReturnType<typeof defineWords>['DeliveryState']) {
  return builder.objectRef<DispatchedItem>('WebhookDelivery').implement({
    description: '推送消息 one change on its way to one endpoint',
    fields: (t) => ({
      position: t.id({
        access,
        description: '序号 place of the change in the feed; names the message for a replay',
        resolve: ({ item }) => String(item),
      }),
      state: t.expose('state', { type: State, access, description: '消息状态 what became of it' }),
      plannedAt: t.expose('plannedAt', { type: 'DateTime', access, description: '登记时间 since when it waits' }),
      attempts: t.exposeInt('attempts', { access, description: '尝试次数 how often it was tried' }),
      nextAttemptAt: t.expose('nextAttemptAt', {
        type: 'DateTime',
        access,
        description: '下次尝试时间 not before this moment, while it is pending',
      }),
      status: t.exposeInt('status', { access, description: '应答状态码 HTTP status of the last answer; null: none' }),
      error: t.exposeString('error', { access, description: '失败原因 why there was no answer; null: there was one' }),
      endedAt: t.expose('endedAt', { type: 'DateTime', access, description: '完成时间 null: not yet' }),
    }),
  });
}

function defineBacklog(builder: GraphBuilder, Message: GraphObject<DispatchedItem>): GraphObject<Backlog> {
  return builder.objectRef<Backlog>('WebhookBacklog').implement({
    description: '推送积压 what waits for an endpoint',
    fields: (t) => ({
      pending: t.exposeInt('pending', { access, description: '待送达数 messages that wait' }),
      dead: t.exposeInt('dead', { access, description: '已放弃数 messages that were given up' }),
      latest: t.expose('latest', {
        type: [Message],
        access,
        description: '最近消息 the newest hundred, newest first',
      }),
    }),
  });
}

export function defineWebhooks(builder: GraphBuilder, ChangeType: ChangeTypeEnum): WebhookRefs {
  const { Detail, Signature, State, DeliveryState } = defineWords(builder);
  const BacklogView = defineBacklog(builder, defineDelivery(builder, DeliveryState));
  const Webhook = builder.objectRef<Endpoint>('Webhook').implement({
    description: '推送地址 an address that is told of changes with the rights of whoever entered it',
    fields: (t) => ({
      id: t.id({ access, description: '推送地址编号 id', resolve: ({ id }) => encodeId('webhook', BigInt(id)) }),
      url: t.exposeString('url', { access, description: '地址 where messages are sent' }),
      subject: t.exposeString('subject', { access, description: '登记人 whose rights decide what is sent' }),
      purpose: t.exposeString('purpose', { access, description: '用途 for which it is sent' }),
      types: t.expose('types', { type: [ChangeType], access, description: '变更类型 of what it is told' }),
      detail: t.expose('detail', { type: Detail, access, description: '推送内容 how much a message carries' }),
      signature: t.expose('signature', { type: Signature, access, description: '签名算法 how messages are signed' }),
      state: t.expose('state', { type: State, access, description: '推送状态 whether messages are sent' }),
      stateReason: t.exposeString('stateReason', {
        access,
        description: '停用原因 GONE or UNREACHABLE; null: neither',
      }),
      failures: t.exposeInt('failures', { access, description: '连续失败数 failures since the last success' }),
      heldUntil: t.expose('heldUntil', {
        type: 'DateTime',
        access,
        description: '暂缓至 nothing is sent before; null: not held',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', access, description: '登记时间 when it was entered' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change of its state' }),
      backlog: t.field({
        type: BacklogView,
        access,
        description: '推送积压 what waits and what was given up',
        resolve: ({ id }, _args, context) => context.graph.webhooks.backlog(id),
      }),
    }),
  });
  builder.queryFields((t) => ({
    webhooks: t.field({
      type: [Webhook],
      access,
      description: '推送地址列表 those of the caller’s organisation',
      resolve: async (_root, _args, context) => [...(await context.graph.webhooks.list(context.caller.organisation))],
    }),
    webhook: t.field({
      type: Webhook,
      access,
      description: '推送地址 one of the caller’s organisation; null: there is none',
      args: { id: t.arg.id({ required: true, access, description: '推送地址编号 id' }) },
      resolve: (_root, { id }, context) =>
        context.graph.webhooks.find(Number(readId('webhook', id)), context.caller.organisation),
    }),
  }));
  return { ChangeType, Webhook, Detail, Signature };
}
