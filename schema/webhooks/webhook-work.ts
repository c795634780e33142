/** What owners do with their endpoints. A secret is told once, in the answer that made it. */
import type { ChangeType } from '../../src/kernel/change.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { instantOf } from '../../src/kernel/local-time.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { Detail } from '../../src/modules/delivery/index.ts';
import type { Endpoint, EndpointOrder, Signature, WebhookRefusal } from '../../src/modules/webhooks/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { WebhookRefs } from './webhooks.ts';

const access = 'webhook-handling';

interface WebhookChanged {
  readonly __typename: 'WebhookChanged';
  readonly webhook: Endpoint | null;
  readonly secret: string | null;
}

interface WebhookTested {
  readonly __typename: 'WebhookTested';
  readonly status: number | null;
  readonly error: string | null;
}

interface OrderArgs {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

function orderOf({ id, expectedVersion }: OrderArgs, { caller }: RequestContext): EndpointOrder {
  return {
    id: Number(readId('webhook', id)),
    reach: caller.organisation,
    expectedVersion: expectedVersion ?? null,
  };
}

const refusal = (code: WebhookRefusal): RefusedView => refused({ code, params: { what: 'webhook' } });

function changed(done: Result<Endpoint | null, WebhookRefusal>): WebhookChanged | RefusedView {
  return done.ok ? { __typename: 'WebhookChanged', webhook: done.value, secret: null } : refusal(done.error);
}

function withSecret(
  done: Result<{ readonly endpoint: Endpoint; readonly secret: string }, WebhookRefusal>,
): WebhookChanged | RefusedView {
  if (!done.ok) return refusal(done.error);
  return { __typename: 'WebhookChanged', webhook: done.value.endpoint, secret: done.value.secret };
}

interface CreateArgs {
  readonly url: string;
  readonly types: readonly ChangeType[];
  readonly detail?: Detail | null | undefined;
  readonly signature?: Signature | null | undefined;
}

/** Under the key stands which endpoint it made; its secret is told to the request that made it and to no other. */
async function create(
  { url, types, detail, signature }: CreateArgs,
  key: string,
  context: RequestContext,
): Promise<WebhookChanged | RefusedView> {
  const { caller, purpose, graph } = context;
  const { organisation, subject, identity } = caller;
  if (identity === undefined) throw new WanjiaError('FORBIDDEN', { what: 'Mutation.createWebhook' });
  const wanted = { url, types, detail: detail ?? 'THIN', signature: signature ?? 'HMAC_SHA256' };
  const draft = { ...wanted, caller: { organisation, subject, identity, purpose } };
  const told: { secret: string | null } = { secret: null };
  const made = await context.once({ operation: 'createWebhook', key, asked: { ...wanted, purpose } }, async (tx) => {
    const done = await graph.webhooks.create(draft, tx);
    if (!done.ok) return refusal(done.error);
    told.secret = done.value.secret;
    return { __typename: 'WebhookCreated', id: done.value.endpoint.id } as const;
  });
  if (made.__typename === 'Refused') return made;
  const webhook = await graph.webhooks.find(made.id, organisation);
  return { __typename: 'WebhookChanged', webhook, ...told };
}

function defineResults(builder: GraphBuilder, { Webhook }: WebhookRefs, Refused: GraphObject<RefusedView>) {
  const Changed = builder.objectRef<WebhookChanged>('WebhookChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      webhook: t.expose('webhook', {
        type: Webhook,
        access: 'webhook',
        description: '推送地址 as it stands now; null: it was removed',
      }),
      secret: t.exposeString('secret', {
        access,
        description: '签名密钥 told this once and never again; null: none was made, or it was told before',
      }),
    }),
  });
  const Tested = builder.objectRef<WebhookTested>('WebhookTested').implement({
    description: '试推结果 how the receiver answered a test message',
    fields: (t) => ({
      status: t.exposeInt('status', { access, description: '应答状态码 HTTP status; null: there was no answer' }),
      error: t.exposeString('error', { access, description: '失败原因 why there was no answer; null: there was one' }),
    }),
  });
  return {
    WebhookResult: builder.unionType('WebhookResult', {
      description: '办理结果 the endpoint changed, or why not',
      types: [Changed, Refused],
      resolveType: (value) => value.__typename,
    }),
    TestResult: builder.unionType('WebhookTestResult', {
      description: '试推结果 how the test went, or why there was none',
      types: [Tested, Refused],
      resolveType: (value) => value.__typename,
    }),
  };
}

function defineInput(builder: GraphBuilder, { ChangeType, Detail, Signature }: WebhookRefs) {
  return builder.inputType('WebhookInput', {
    description: '登记推送地址 a new endpoint; it is told with the rights and the purpose of this request',
    fields: (t) => ({
      url: t.string({
        required: true,
        access,
        sealedIn: ['webhook_endpoint.url'],
        description: '地址 absolute https address without user or password',
      }),
      types: t.field({ type: [ChangeType], required: true, access, description: '变更类型 of what it is told' }),
      detail: t.field({ type: Detail, access, description: '推送内容 absent: THIN' }),
      signature: t.field({ type: Signature, access, description: '签名算法 absent: HMAC_SHA256' }),
    }),
  });
}

export function defineWebhookWork(builder: GraphBuilder, refs: WebhookRefs, Refused: GraphObject<RefusedView>): void {
  const { WebhookResult, TestResult } = defineResults(builder, refs, Refused);
  const Input = defineInput(builder, refs);
  builder.mutationFields((t) => {
    const id = t.arg.id({ required: true, access, description: '推送地址编号 id of the endpoint' });
    const expectedVersion = t.arg.int({ access, description: EXPECTED_VERSION });
    const ordered = { id, expectedVersion };
    return {
      createWebhook: t.field({
        type: WebhookResult,
        access,
        description:
          '登记推送地址 enters an endpoint and tells its secret. Refused: WEBHOOK_TARGET_INVALID, WEBHOOKS_FULL',
        args: {
          input: t.arg({ type: Input, required: true, access, description: '推送地址 the endpoint' }),
          idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
        },
        resolve: (_root, { input, idempotencyKey }, context) => create(input, idempotencyKey, context),
      }),
      confirmWebhook: t.field({
        type: WebhookResult,
        access,
        description:
          '确认并启用 asks the receiver (OPTIONS, WebHook-Request-Origin) and begins to send; also after a pause or a stop. Refused: NOT_FOUND, CONFLICT, WEBHOOK_NOT_CONFIRMED',
        args: ordered,
        resolve: async (_root, args, context) => changed(await context.graph.webhooks.confirm(orderOf(args, context))),
      }),
      pauseWebhook: t.field({
        type: WebhookResult,
        access,
        description:
          '暂停推送 stops sending; what changes is sent when it goes on. Refused: NOT_FOUND, CONFLICT, WEBHOOK_NOT_ACTIVE',
        args: ordered,
        resolve: async (_root, args, context) => changed(await context.graph.webhooks.pause(orderOf(args, context))),
      }),
      replaceWebhookSecret: t.field({
        type: WebhookResult,
        access,
        description: '更换签名密钥 a new secret; the old one signs beside it for a day. Refused: NOT_FOUND, CONFLICT',
        args: ordered,
        resolve: async (_root, args, context) =>
          withSecret(await context.graph.webhooks.replaceSecret(orderOf(args, context))),
      }),
      removeWebhook: t.field({
        type: WebhookResult,
        access,
        description: '删除推送地址 with everything that waits for it. Refused: NOT_FOUND, CONFLICT',
        args: ordered,
        resolve: async (_root, args, context) => changed(await context.graph.webhooks.remove(orderOf(args, context))),
      }),
      testWebhook: t.field({
        type: TestResult,
        access,
        description: '试推 sends one signed message without content at once. Refused: NOT_FOUND, CONFLICT',
        args: ordered,
        resolve: async (_root, args, context): Promise<WebhookTested | RefusedView> => {
          const done = await context.graph.webhooks.test(orderOf(args, context));
          return done.ok ? { __typename: 'WebhookTested', ...done.value } : refusal(done.error);
        },
      }),
      replayWebhook: t.field({
        type: WebhookResult,
        access,
        description:
          '重推 sends everything again that changed since a moment, as far back as the feed reaches; the messages keep their ids. Refused: NOT_FOUND, CONFLICT',
        args: {
          ...ordered,
          since: t.arg({ type: 'DateTime', required: true, access, description: '起始时间 what changed from then on' }),
        },
        resolve: async (_root, { since, ...args }, context) =>
          changed(await context.graph.webhooks.replay(orderOf(args, context), { since: instantOf(since) })),
      }),
      resendWebhookMessage: t.field({
        type: WebhookResult,
        access,
        description:
          '重推一条 sends one message again that was sent or given up; it keeps its id. Refused: NOT_FOUND, CONFLICT',
        args: {
          ...ordered,
          position: t.arg.id({ required: true, access, description: '序号 position of the message' }),
        },
        resolve: async (_root, { position, ...args }, context) =>
          changed(await context.graph.webhooks.replay(orderOf(args, context), { position: Number(position) })),
      }),
    };
  });
}
