/** The feed as callers follow it: by cursors of their own, within what they reach. */
import { WanjiaError } from '../../kernel/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import { findGone, listChanges, readFeedState } from './change.store.ts';
import type { Change, ChangeQuery, FeedState } from './change.ts';
import { type CursorCodec, FEED_BEGINNING, type FeedPlace } from './cursor.ts';

export interface FeedQuery extends Omit<ChangeQuery, 'after'> {
  readonly organisation: string;
  /** Null: from the beginning, which tells the present state of everything once. */
  readonly cursor: string | null;
}

export interface FeedPage {
  readonly changes: readonly Change[];
  readonly hasNextPage: boolean;
  /** Where to go on: after the newest change looked at, whether the caller reached it or not. */
  readonly endCursor: string;
  cursorOf(change: Change): string;
}

export interface ChangeFeed {
  /** Throws CURSOR_DAMAGED, CURSOR_FOREIGN, CURSOR_AHEAD, CURSOR_EXPIRED. */
  read(query: FeedQuery): Promise<FeedPage>;
  /** The place a cursor names, checked as {@link ChangeFeed.read} does; null: where the feed ends now. */
  placeOf(
    organisation: string,
    cursor: string | null,
  ): Promise<{ readonly place: FeedPlace; readonly feed: FeedState }>;
  cursorAt(feed: FeedState, organisation: string, place: FeedPlace): string;
  /** Which of these entities are gone for good. */
  gone(
    ...asked: Parameters<typeof findGone> extends [unknown, ...infer Rest] ? Rest : never
  ): ReturnType<typeof findGone>;
}

/** Where a reader whose place is no longer kept begins again. */
const WHOLE_FEED = 'changes(after: null)';

function refusePlace({ position, since }: FeedPlace, { head, keptAfter }: FeedState): void {
  if (position > head) throw new WanjiaError('CURSOR_AHEAD');
  if (position > 0 && position < keptAfter && since !== keptAfter)
    throw new WanjiaError('CURSOR_EXPIRED', { snapshot: WHOLE_FEED });
}

export function createChangeFeed({
  db,
  cursors,
}: {
  readonly db: Database;
  readonly cursors: CursorCodec;
}): ChangeFeed {
  let known: FeedState | undefined;

  /** The feed's name does not change while the hub runs; how far it reaches is read with the page. */
  async function decode(organisation: string, cursor: string | null): Promise<FeedPlace> {
    if (cursor === null) return FEED_BEGINNING;
    known ??= await readFeedState(db);
    return cursors.decode(known, organisation, cursor);
  }

  return {
    async read({ organisation, cursor, ...query }) {
      const place = await decode(organisation, cursor);
      const { changes, upTo, feed } = await listChanges(db, { ...query, after: place.position });
      refusePlace(place, feed);
      const since = place.position === 0 ? feed.keptAfter : place.since;
      const at = (position: number): string => cursors.encode(feed, organisation, { position, since });
      return {
        changes,
        hasNextPage: upTo < feed.head,
        endCursor: at(upTo),
        cursorOf: ({ position }) => at(position),
      };
    },
    async placeOf(organisation, cursor) {
      const feed = await readFeedState(db);
      if (cursor === null) return { place: { position: feed.head, since: feed.keptAfter }, feed };
      const place = cursors.decode(feed, organisation, cursor);
      refusePlace(place, feed);
      return { place, feed };
    },
    cursorAt: (feed, organisation, place) => cursors.encode(feed, organisation, place),
    gone: (type, ids) => findGone(db, type, ids),
  };
}
