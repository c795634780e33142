/** Reads the feed after a position. */
import type { Queryable } from '../../platform/database/database.ts';
import type { Change, ChangeQuery, ChangeSpan } from './change.ts';

/** Positions looked at for one page: a caller of few rows in a large feed is answered in steps. */
const SPAN = 50_000;

const COLUMNS = `c.position, c.type, c.entity_id AS "entityId", c.household_id AS "householdId", c.operation, c.kind,
  c.version, c.changed_at AS "changedAt"`;

const REACHED = `($3::text[] IS NULL OR (c.scope_before = '{}' AND c.scope_after = '{}')
  OR EXISTS (SELECT FROM unnest(c.scope_before || c.scope_after) AS key WHERE key LIKE ANY($3)))`;

const NEWEST = `NOT EXISTS (SELECT FROM change n WHERE n.type = c.type AND n.entity_id = c.entity_id
  AND n.position > c.position)`;

const read = (newestOnly: boolean): string => `WITH span AS (
    SELECT h.position AS head,
      least(h.position, (SELECT min(position) FROM change WHERE position > $1) + ${SPAN - 1}) AS last FROM change_head h)
  SELECT s.head, s.last, c.* FROM span s LEFT JOIN LATERAL (
    SELECT ${COLUMNS} FROM change c
    WHERE c.position > $1 AND c.position <= s.last AND ($2::text[] IS NULL OR c.type = ANY($2)) AND ${REACHED}
      ${newestOnly ? `AND ${NEWEST}` : ''}
    ORDER BY c.position LIMIT $4) c ON true ORDER BY c.position`;

const READ = { all: read(false), newest: read(true) } as const;

interface SpanRow extends Change {
  readonly head: number;
  readonly last: number;
}

/** One page of the feed. A page may hold less than the limit, or nothing, and still not be the last: see `upTo`. */
export async function listChanges(
  db: Queryable,
  { after, types, patterns, limit, newestOnly = false }: ChangeQuery,
): Promise<ChangeSpan> {
  const which = newestOnly ? 'newest' : 'all';
  const rows = await db.query<SpanRow>(READ[which], [after, types, patterns, limit], { name: `changes ${which}` });
  const [first] = rows;
  const changes = rows.flatMap(({ head: _head, last: _last, ...change }) => (change.position === null ? [] : [change]));
  const full = changes.length === limit;
  return {
    changes,
    upTo: (full ? changes.at(-1)?.position : first?.last) ?? after,
    head: first?.head ?? 0,
  };
}

/** Which feed this is and what of it is kept. */
export interface FeedState {
  readonly feed: string;
  readonly head: number;
  /** Every change after this position is kept; before it, only each entity's newest. */
  readonly keptAfter: number;
}

export async function readFeedState(db: Queryable): Promise<FeedState> {
  const [state] = await db.query<FeedState>(
    'SELECT feed, position AS head, kept_after AS "keptAfter" FROM change_head',
  );
  if (state === undefined) throw new Error('the row of the feed is gone');
  return state;
}
