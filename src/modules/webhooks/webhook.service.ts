/** What owners do with their endpoints: enter them, have them confirmed, test, pause, replay, change secrets. */
import type { Clock } from '../../kernel/clock.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import { type Backlog, readBacklog, sendAgain } from '../../platform/dispatch/index.ts';
import type { Send } from '../../platform/http/outgoing.ts';
import { isTarget } from '../../platform/http/target.ts';
import { EVENT_CONTENT_TYPE, readFeedState } from '../delivery/index.ts';
import { WEBHOOK_TABLES } from './delivery.store.ts';
import type { EndpointReach, EndpointStore } from './endpoint.store.ts';
import type { Endpoint, EndpointDraft, EndpointState } from './endpoint.ts';
import { testEvent } from './event.ts';
import { replaySince } from './replay.store.ts';
import { createSecret, signedHeaders } from './signature.ts';
import { asksForEvents } from './target.ts';

/** How long a replaced secret goes on signing, so that a receiver can take over the new one without losing any. */
const OVERLAP_MS = 24 * 3_600_000;
/** Endpoints an organisation may have: each is planned for, and has rounds of its own. */
const ENDPOINTS = 50;

export interface WebhookDeps {
  readonly db: Database;
  readonly endpoints: EndpointStore;
  readonly clock: Clock;
  readonly send: Send;
  /** How the hub names itself to those it asks whether they want to be told. */
  readonly origin: string;
  /** Whether targets without TLS are taken: only where private targets are allowed too. */
  readonly plainAllowed: boolean;
}

/** Which endpoint is meant, by whom, in which version. */
export interface EndpointOrder {
  readonly id: number;
  readonly reach: EndpointReach;
  /** Null: whatever it is. */
  readonly expectedVersion: number | null;
}

export type WebhookRefusal = Extract<
  ErrorCode,
  'NOT_FOUND' | 'CONFLICT' | 'WEBHOOKS_FULL' | 'WEBHOOK_TARGET_INVALID' | 'WEBHOOK_NOT_CONFIRMED' | 'WEBHOOK_NOT_ACTIVE'
>;
type Done<T> = Promise<Result<T, WebhookRefusal>>;

/** How a test went. */
export interface TestReport {
  /** Status of the answer; null: there was none. */
  readonly status: number | null;
  readonly error: string | null;
}

export interface Webhooks {
  /** A new endpoint, not yet confirmed, with its secret: told this once. */
  create(draft: EndpointDraft, within?: Queryable): Done<{ readonly endpoint: Endpoint; readonly secret: string }>;
  list(reach: EndpointReach): Promise<readonly Endpoint[]>;
  find(id: number, reach: EndpointReach): Promise<Endpoint | null>;
  backlog(id: number): Promise<Backlog>;
  /** Asks the receiver whether it wants to be told, and if it does, begins. Also after it was disabled. */
  confirm(order: EndpointOrder): Done<Endpoint>;
  pause(order: EndpointOrder): Done<Endpoint>;
  /** A new secret; the old one goes on signing beside it for a day. */
  replaceSecret(order: EndpointOrder): Done<{ readonly endpoint: Endpoint; readonly secret: string }>;
  remove(order: EndpointOrder): Done<null>;
  /** Sends one signed message at once. */
  test(order: EndpointOrder): Done<TestReport>;
  replay(order: EndpointOrder, what: { readonly since: Date } | { readonly position: number }): Done<Endpoint>;
}

export function createWebhooks(deps: WebhookDeps): Webhooks {
  const { db, endpoints, clock, send, origin, plainAllowed } = deps;

  async function ordered<T>(order: EndpointOrder, work: (endpoint: Endpoint) => Done<T>): Done<T> {
    const endpoint = await endpoints.find(order.id, order.reach);
    if (endpoint === null) return fail('NOT_FOUND');
    if (order.expectedVersion !== null && order.expectedVersion !== endpoint.version) return fail('CONFLICT');
    return work(endpoint);
  }

  async function moved({ id, version }: Endpoint, state: EndpointState): Done<Endpoint> {
    if (!(await endpoints.setState(id, version, state))) return fail('CONFLICT');
    const now = await endpoints.find(id, null);
    return now === null ? fail('NOT_FOUND') : succeed(now);
  }

  const again = (party: number, item: number): Promise<boolean> =>
    sendAgain(db, WEBHOOK_TABLES, { party, item, now: clock.now() });

  async function test({ id, url, signature }: Endpoint): Done<TestReport> {
    const { name: feed } = await readFeedState(db);
    const now = clock.now();
    const message = `msg_${feed.slice(0, 8)}_${id}_test_${now.getTime()}`;
    const body = testEvent({ id: message, source: `urn:wanjia:feed:${feed}`, time: now });
    const headers = signedHeaders({ id: message, at: now, body }, await endpoints.secrets(id, now), signature);
    const answer = await send({
      url,
      method: 'POST',
      headers: { 'content-type': EVENT_CONTENT_TYPE, ...headers },
      body,
    });
    return succeed(answer.ok ? { status: answer.value.status, error: null } : { status: null, error: answer.error });
  }

  return {
    async create(draft, within = db) {
      if (!isTarget(draft.url, plainAllowed)) return fail('WEBHOOK_TARGET_INVALID');
      if ((await endpoints.list(draft.caller.organisation)).length >= ENDPOINTS) return fail('WEBHOOKS_FULL');
      const secret = createSecret();
      const endpoint = await endpoints.add(draft, secret, { now: clock.now(), tx: within });
      return succeed({ endpoint, secret });
    },
    list: (reach) => endpoints.list(reach),
    find: (id, reach) => endpoints.find(id, reach),
    backlog: (id) => readBacklog(db, WEBHOOK_TABLES, id),
    confirm: (order) =>
      ordered(order, async (endpoint) => {
        const asked = await asksForEvents(send, endpoint.url, origin);
        return asked.ok ? moved(endpoint, 'ACTIVE') : fail('WEBHOOK_NOT_CONFIRMED');
      }),
    pause: (order) =>
      ordered(order, async (endpoint) =>
        endpoint.state === 'ACTIVE' ? moved(endpoint, 'PAUSED') : fail('WEBHOOK_NOT_ACTIVE'),
      ),
    replaceSecret: (order) =>
      ordered(order, async (endpoint) => {
        const now = clock.now();
        const secret = createSecret();
        await endpoints.replaceSecret(endpoint.id, secret, { now, oldUntil: new Date(now.getTime() + OVERLAP_MS) });
        return succeed({ endpoint, secret });
      }),
    remove: (order) =>
      ordered(order, async ({ id }) => {
        await endpoints.remove(id);
        return succeed(null);
      }),
    test: (order) => ordered(order, test),
    replay: (order, what) =>
      ordered(order, async (endpoint) => {
        if ('since' in what) await replaySince(db, endpoint.id, what.since);
        else if (!(await again(endpoint.id, what.position))) return fail('NOT_FOUND');
        return succeed(endpoint);
      }),
  };
}
