/** Sends messages in hand to their endpoint: read again, decided again, signed, and what became of each. */
import type { Clock } from '../../kernel/clock.ts';
import {
  type Claimed,
  delivered,
  failed,
  readRetryAfter,
  type Tried,
  withheld,
} from '../../platform/dispatch/index.ts';
import type { Send } from '../../platform/http/outgoing.ts';
import { EVENT_CONTENT_TYPE } from '../delivery/index.ts';
import type { Endpoint } from './endpoint.ts';
import { changeEvent, type SeenChange } from './event.ts';
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

async function sendOne(sending: Sending, claimed: Claimed, change: SeenChange): Promise<Tried> {
  const { endpoint, secrets, feed, clock, send } = sending;
  const id = messageId(endpoint, feed, claimed.item);
  const body = changeEvent({ id, source: `urn:wanjia:feed:${feed}`, time: change.changedAt }, change);
  const headers = {
    'content-type': EVENT_CONTENT_TYPE,
    ...signedHeaders({ id, at: clock.now(), body }, secrets, endpoint.signature),
  };
  const answer = await send({ url: endpoint.url, method: 'POST', headers, body });
  const now = clock.now();
  if (!answer.ok) return failed(claimed, { status: null, error: answer.error }, now);
  const { status, header } = answer.value;
  if (status >= 200 && status < 300) return delivered(claimed, status);
  const retryAfter = readRetryAfter(header('retry-after'), now) ?? 0;
  return { ...failed(claimed, { status, error: null, retryAfter }, now), gone: status === 410 };
}

/** One attempt for each; what a caller was never to know is withheld. */
export function sendAll(sending: Sending, claimed: readonly Claimed[], seen: SeenChanges): Promise<readonly Tried[]> {
  return Promise.all(
    claimed.map(async (one): Promise<Tried> => {
      const change = seen.get(one.item);
      return change === undefined ? withheld(one) : sendOne(sending, one, change);
    }),
  );
}
