/** Webhooks at the hub's machine: what their owners do through the graph, for every organisation. */
import type { WebhooksApp } from '../cli/app.ts';
import { CHANGE_TYPES } from '../kernel/change.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { type Endpoint, type EndpointOrder, WEBHOOK_TABLES, type WebhookRefusal } from '../modules/webhooks/index.ts';
import { listDead } from '../platform/dispatch/index.ts';
import { openAccess } from './access.ts';
import type { Hub } from './hub.ts';
import { standInFor } from './stand-in.ts';

const webhookId = (id: number): string => encodeId('webhook', BigInt(id));

function done<T>(made: Result<T, WebhookRefusal>): T {
  if (!made.ok) throw new WanjiaError(made.error, { what: 'webhook' });
  return made.value;
}

const orderOf = (id: bigint): EndpointOrder => ({ id: Number(id), reach: null, expectedVersion: null });

/** An address may carry a key: its server says enough. */
async function row({ webhooks }: Hub, endpoint: Endpoint) {
  const { pending, dead } = await webhooks.backlog(endpoint.id);
  const { organisation, subject, purpose, types, detail, state, stateReason, failures, heldUntil } = endpoint;
  return {
    ...{ id: webhookId(endpoint.id), server: new URL(endpoint.url).host, organisation, subject, purpose },
    ...{ types: types.join(' '), detail, state: stateReason === null ? state : `${state} ${stateReason}` },
    ...{ pending, dead, failures, heldUntil: heldUntil?.toISOString() ?? null },
  };
}

function changeTypes(words: readonly string[]): Endpoint['types'] {
  const types = CHANGE_TYPES.filter((type) => words.includes(type));
  if (types.length === 0 || types.length < words.length)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'types', expected: CHANGE_TYPES.join(', ') });
  return types;
}

export function operateWebhooks(hub: () => Promise<Hub>): WebhooksApp {
  return {
    async list(id) {
      const opened = await hub();
      const found = await opened.webhooks.list(null);
      return Promise.all(found.filter((one) => id === null || one.id === Number(id)).map((one) => row(opened, one)));
    },
    async dead(id) {
      const found = await listDead((await hub()).db, WEBHOOK_TABLES, id === null ? null : Number(id));
      return found.map(({ party, item, attempts, status, error, endedAt }) => ({
        ...{ id: webhookId(party), position: item, attempts, status, error, endedAt: endedAt?.toISOString() ?? null },
      }));
    },
    async add({ url, account, purpose, types, detail, signature }) {
      const opened = await hub();
      const asked = { handle: account, purpose, dataClass: 'webhook-handling' };
      const caller = { ...(await standInFor(await openAccess(opened), asked, opened.clock.now())), purpose };
      const draft = { caller, url, types: changeTypes(types), detail, signature };
      const { endpoint, secret } = done(await opened.webhooks.create(draft));
      return { id: webhookId(endpoint.id), secret };
    },
    async rotateSecret(id) {
      const { endpoint, secret } = done(await (await hub()).webhooks.replaceSecret(orderOf(id)));
      return { id: webhookId(endpoint.id), secret };
    },
    async enable(id) {
      done(await (await hub()).webhooks.confirm(orderOf(id)));
    },
    async disable(id) {
      done(await (await hub()).webhooks.pause(orderOf(id)));
    },
    async remove(id) {
      done(await (await hub()).webhooks.remove(orderOf(id)));
    },
    test: async (id) => done(await (await hub()).webhooks.test(orderOf(id))),
    async replay(id, what) {
      done(await (await hub()).webhooks.replay(orderOf(id), what));
    },
  };
}
