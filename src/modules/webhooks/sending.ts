/** Sends messages in hand to their endpoint: read again, decided again, signed, and what became of each. */
import type { Clock } from '../../kernel/clock.ts';
import type { Send } from '../../platform/http/outgoing.ts';
import { EVENT_CONTENT_TYPE } from '../delivery/index.ts';
import type { Attempted, Claimed } from './delivery.store.ts';
import type { Endpoint } from './endpoint.ts';
import { changeEvent, type SeenChange } from './event.ts';
import type { Round } from './health.store.ts';
import { PATIENCE_MS, pauseAfter, readRetryAfter } from './patience.ts';
import { signedHeaders } from './signature.ts';

/** Changes by position, as the endpoint's caller may see them now; those it never may are missing. */
export type SeenChanges = ReadonlyMap<number, SeenChange>;

export interface Sending {
  readonly endpoint: Endpoint;
  readonly secrets: readonly string[];
  /** Names the hub's feed. */
  readonly feed: string;
  readonly clock: Clock;
  readonly send: Send;
}

/** The id of a message: the same at every attempt and every replay. */
export function messageId({ id }: Endpoint, feed: string, position: number): string {
  return `msg_${feed.slice(0, 8)}_${id}_${position}`;
}

interface Tried extends Attempted {
  readonly retryAfter: number;
}

function failed(claimed: Claimed, answer: Pick<Attempted, 'status' | 'error'>, now: Date, retryAfter: number): Tried {
  const { position, attempts, plannedAt } = claimed;
  const again = new Date(now.getTime() + Math.max(pauseAfter(attempts, Math.random()), retryAfter));
  const dead = again.getTime() - plannedAt.getTime() > PATIENCE_MS;
  return { position, state: dead ? 'DEAD' : 'PENDING', ...answer, again, retryAfter };
}

async function sendOne(sending: Sending, claimed: Claimed, change: SeenChange): Promise<Tried> {
  const { endpoint, secrets, feed, clock, send } = sending;
  const { position } = claimed;
  const id = messageId(endpoint, feed, position);
  const body = changeEvent({ id, source: `urn:wanjia:feed:${feed}`, time: change.changedAt }, change);
  const headers = {
    'content-type': EVENT_CONTENT_TYPE,
    ...signedHeaders({ id, at: clock.now(), body }, secrets, endpoint.signature),
  };
  const answer = await send({ url: endpoint.url, method: 'POST', headers, body });
  const now = clock.now();
  if (!answer.ok) return failed(claimed, { status: null, error: answer.error }, now, 0);
  const { status, header } = answer.value;
  if (status >= 200 && status < 300)
    return { position, state: 'DELIVERED', status, error: null, again: null, retryAfter: 0 };
  return failed(claimed, { status, error: null }, now, readRetryAfter(header('retry-after'), now) ?? 0);
}

/** One attempt for each; what a caller was never to know is withheld. */
export async function sendAll(
  sending: Sending,
  claimed: readonly Claimed[],
  seen: SeenChanges,
): Promise<{ readonly attempted: readonly Attempted[]; readonly round: Round }> {
  const tried = await Promise.all(
    claimed.map(async (one): Promise<Tried> => {
      const change = seen.get(one.position);
      if (change !== undefined) return sendOne(sending, one, change);
      return { position: one.position, state: 'WITHHELD', status: null, error: null, again: null, retryAfter: 0 };
    }),
  );
  const count = (...states: string[]): number => tried.filter(({ state }) => states.includes(state)).length;
  return {
    attempted: tried,
    round: {
      succeeded: count('DELIVERED'),
      failed: count('PENDING', 'DEAD'),
      gone: tried.some(({ status }) => status === 410),
      retryAfter: Math.max(0, ...tried.map(({ retryAfter }) => retryAfter)),
    },
  };
}
