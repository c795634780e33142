/** Tells endpoints what changed, as each endpoint's caller may see it at that moment. */
import type { ChangeType } from '../../kernel/change.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { steadily } from '../../platform/database/steadily.ts';
import {
  type Claimed,
  createItemStore,
  createRounds,
  type Dispatcher,
  type ItemStore,
  keepDispatching,
  keepHealth,
  roundOf,
} from '../../platform/dispatch/index.ts';
import type { Send } from '../../platform/http/outgoing.ts';
import type { Log } from '../../platform/log.ts';
import { CHANGE_CHANNEL, listChanges, readFeedState, scopePatterns } from '../delivery/index.ts';
import { planMessages, WEBHOOK_TABLES } from './delivery.store.ts';
import type { EndpointStore } from './endpoint.store.ts';
import type { Endpoint } from './endpoint.ts';
import { type SeenChanges, sendAll } from './sending.ts';

/** Messages taken in hand together, and of those under way at the same time. */
const ROUND = 256;
const AT_ONCE = 32;
const PLANNED_AT_ONCE = 1_000;
const POLL_MS = 1_000;

/** What an endpoint's caller may know of changes. */
export interface Viewer {
  /** Of these types at most. */
  readonly types: readonly ChangeType[];
  readonly divisions: readonly string[];
  readonly organisation: string;
  /** Changes as it may see them now, disclosed. */
  look(positions: readonly number[]): Promise<SeenChanges>;
}

export interface DispatcherDeps {
  readonly db: Database;
  readonly endpoints: EndpointStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly send: Send;
  /** The endpoint's caller as it stands now; null: it is not admitted at present. */
  readonly viewerOf: (endpoint: Endpoint) => Promise<Viewer | null>;
}

/** What a round works with. */
interface Rounds extends DispatcherDeps {
  readonly deliveries: ItemStore;
}

async function planAll({ db, clock }: Rounds, endpoint: Endpoint, viewer: Viewer): Promise<void> {
  const types = endpoint.types.filter((type) => viewer.types.includes(type));
  const patterns = scopePatterns(viewer);
  const read = (after: number) => listChanges(db, { after, types, patterns, limit: PLANNED_AT_ONCE });
  while (await planMessages(db, endpoint, clock.now(), read));
}

/** Messages of one endpoint in hand. */
interface InHand {
  readonly endpoint: Endpoint;
  readonly feed: string;
  readonly secrets: readonly string[];
  readonly seen: SeenChanges;
}

/** Tries some of what is in hand and keeps what came of it; whether all of it was taken. */
async function sendSome(deps: Rounds, inHand: InHand, some: readonly Claimed[]): Promise<boolean> {
  const { db, clock, log, send, deliveries } = deps;
  const { endpoint, feed, secrets, seen } = inHand;
  // Whoever was held up for long may find it in other hands.
  const claimed = await deliveries.keep(endpoint.id, some, clock.now());
  const tried = await sendAll({ endpoint, secrets, feed, clock, send }, claimed, seen);
  const [now, round] = [clock.now(), roundOf(tried)];
  await deliveries.settle(endpoint.id, tried, now);
  const reason = await keepHealth({ db, tables: WEBHOOK_TABLES, now }, endpoint, round);
  if (reason !== null) log.warn('a webhook endpoint was disabled', { endpoint: endpoint.id, reason });
  return round.failed === 0;
}

/** Takes messages in hand and tries them until one fails; whether there were any. */
async function sendRound(
  deps: Rounds,
  { endpoint, viewer, feed }: { readonly endpoint: Endpoint; readonly viewer: Viewer; readonly feed: string },
): Promise<boolean> {
  const claimed = await deps.deliveries.claim(endpoint, deps.clock.now(), ROUND);
  if (claimed.length === 0) return false;
  const inHand = await steadily(async () => ({
    ...{ endpoint, feed, secrets: await deps.endpoints.secrets(endpoint.id, deps.clock.now()) },
    seen: await viewer.look(claimed.map(({ item }) => item)),
  }));
  let tried = 0;
  for (let well = true; well && tried < claimed.length; tried += AT_ONCE)
    well = await sendSome(deps, inHand, claimed.slice(tried, tried + AT_ONCE));
  await deps.deliveries.release(endpoint.id, claimed.slice(tried));
  return true;
}

async function serveEndpoint(deps: Rounds, id: number, signal: AbortSignal): Promise<void> {
  const { name: feed } = await readFeedState(deps.db);
  while (!signal.aborted) {
    const endpoint = await deps.endpoints.findDue(id, deps.clock.now());
    const viewer = endpoint === null ? null : await deps.viewerOf(endpoint);
    if (endpoint === null || viewer === null) return;
    await planAll(deps, endpoint, viewer);
    if (!(await sendRound(deps, { endpoint, viewer, feed }))) return;
  }
}

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const rounds: Rounds = { ...deps, deliveries: createItemStore(deps.db, WEBHOOK_TABLES) };
  return createRounds({
    listDue: async () => (await deps.endpoints.listDue(deps.clock.now())).map(({ id }) => id),
    serve: (id, signal) => serveEndpoint(rounds, id, signal),
    failed: (error, endpoint) => deps.log.error('a webhook endpoint could not be served', error, { endpoint }),
  });
}

/** Runs a dispatcher until closed: woken by the feed, and by the clock. */
export function startDispatcher(deps: DispatcherDeps): { close(): Promise<void> } {
  const { db, log } = deps;
  return keepDispatching(createDispatcher(deps), {
    everyMs: POLL_MS,
    heard: { url: db.url, applicationName: 'wanjia-webhooks', channel: CHANGE_CHANNEL },
    failed: (error) => log.error('webhooks could not be sent', error),
  });
}
