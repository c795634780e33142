/**
 * The cursor of the feed: a position, bound to this hub's feed and to the organisation it was given to. It holds no
 * secret; the signature only tells a cursor of ours from one that was altered.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FeedState } from './change.ts';

/** A place in the feed. */
export interface FeedPlace {
  /** The newest position that was read; 0 before the first. */
  readonly position: number;
  /**
   * What the feed kept everything after when the reader began at its beginning. While that has not moved on, a place
   * among the older changes is as good as one among the newer.
   */
  readonly since: number;
}

export const FEED_BEGINNING: FeedPlace = { position: 0, since: 0 };

export interface CursorCodec {
  encode(feed: FeedState, organisation: string, place: FeedPlace): string;
  /** Throws CURSOR_DAMAGED or CURSOR_FOREIGN. */
  decode(feed: FeedState, organisation: string, cursor: string): FeedPlace;
}

const VERSION = 1;
const [TAG, NUMBER] = [8, 8];
/** version, feed, organisation, position, since */
const BODY = 1 + TAG + TAG + NUMBER + NUMBER;
const FORM = /^[\w-]{1,80}$/;

export function createCursors(key: Buffer): CursorCodec {
  const tag = (text: string | Buffer): Buffer => createHmac('sha256', key).update(text).digest().subarray(0, TAG);
  /** Of the feed's name only: what it says holds for a cursor that another key signed too. */
  const feedTag = ({ name }: FeedState): Buffer => Buffer.from(name.replaceAll('-', ''), 'hex').subarray(0, TAG);
  const heads = new Map<string, Buffer>();

  function headOf(feed: FeedState, organisation: string): Buffer {
    const known = heads.get(`${feed.name} ${organisation}`);
    if (known !== undefined) return known;
    const head = Buffer.concat([Buffer.of(VERSION), feedTag(feed), tag(`organisation ${organisation}`)]);
    heads.set(`${feed.name} ${organisation}`, head);
    return head;
  }

  function bodyOf(cursor: string): { readonly body: Buffer; readonly signed: boolean } {
    const bytes = FORM.test(cursor) ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
    const body = bytes.subarray(0, BODY);
    const whole = bytes.length === BODY + TAG && bytes[0] === VERSION;
    if (!whole) throw new WanjiaError('CURSOR_DAMAGED');
    return { body, signed: timingSafeEqual(bytes.subarray(BODY), tag(body)) };
  }

  return {
    encode(feed, organisation, { position, since }) {
      const body = Buffer.alloc(BODY);
      headOf(feed, organisation).copy(body);
      body.writeBigUInt64BE(BigInt(position), 1 + 2 * TAG);
      body.writeBigUInt64BE(BigInt(since), 1 + 2 * TAG + NUMBER);
      return Buffer.concat([body, tag(body)]).toString('base64url');
    },
    decode(feed, organisation, cursor) {
      const { body, signed } = bodyOf(cursor);
      if (!body.subarray(1, 1 + TAG).equals(feedTag(feed)))
        throw new WanjiaError('CURSOR_FOREIGN', { owner: 'another hub' });
      if (!signed) throw new WanjiaError('CURSOR_DAMAGED');
      if (!body.subarray(0, 1 + 2 * TAG).equals(headOf(feed, organisation)))
        throw new WanjiaError('CURSOR_FOREIGN', { owner: 'another organisation' });
      const [position, since] = [body.readBigUInt64BE(1 + 2 * TAG), body.readBigUInt64BE(1 + 2 * TAG + NUMBER)];
      return { position: Number(position), since: Number(since) };
    },
  };
}
