/** Reads the feed after a position. */
import type { ChangeType } from '../../kernel/change.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Change, ChangeQuery, ChangeSpan, FeedState } from './change.ts';

/** Positions looked at for one page: a caller of few rows in a large feed is answered in steps. */
const SPAN = 50_000;

const COLUMNS = `c.position, c.type, c.entity_id AS "entityId", c.household_id AS "householdId", c.operation, c.kind,
  c.version, c.changed_at AS "changedAt", c.scope_before AS "scopeBefore", c.scope_after AS "scopeAfter"`;

const REACHED = `($3::text[] IS NULL OR (c.scope_before = '{}' AND c.scope_after = '{}')
  OR EXISTS (SELECT FROM unnest(c.scope_before || c.scope_after) AS key WHERE key LIKE ANY($3)))`;

const NEWEST = `NOT EXISTS (SELECT FROM change n WHERE n.type = c.type AND n.entity_id = c.entity_id
  AND n.position > c.position)`;

const STATE = 'h.feed::text AS name, h.position AS head, h.kept_after AS "keptAfter"';

const read = (newestOnly: boolean): string => `WITH span AS (
    SELECT ${STATE}, least(h.position, (SELECT min(position) FROM change WHERE position > $1) + ${SPAN - 1}) AS last
    FROM change_head h)
  SELECT s.*, c.* FROM span s LEFT JOIN LATERAL (
    SELECT ${COLUMNS} FROM change c
    WHERE c.position > $1 AND c.position <= s.last AND ($2::text[] IS NULL OR c.type = ANY($2)) AND ${REACHED}
      ${newestOnly ? `AND ${NEWEST}` : ''}
    ORDER BY c.position LIMIT $4) c ON true ORDER BY c.position`;

const READ = { all: read(false), newest: read(true) } as const;

interface SpanRow extends Change, FeedState {
  readonly last: number;
}

function firstOf<T>(rows: readonly T[]): T {
  const [first] = rows;
  if (first === undefined) throw new Error('the row of the feed is gone');
  return first;
}

/** One page of the feed. A page may hold less than the limit, or nothing, and still not be the last: see `upTo`. */
export async function listChanges(
  db: Queryable,
  { after, types, patterns, limit, newestOnly = false }: ChangeQuery,
): Promise<ChangeSpan> {
  const which = newestOnly ? 'newest' : 'all';
  const rows = await db.query<SpanRow>(READ[which], [after, types, patterns, limit], { name: `changes ${which}` });
  const { name, head, keptAfter, last } = firstOf(rows);
  const changes = rows.filter(({ position }) => position !== null);
  const upTo = changes.length === limit ? changes.at(-1)?.position : last;
  return { changes, upTo: upTo ?? after, feed: { name, head, keptAfter } };
}

export async function readFeedState(db: Queryable): Promise<FeedState> {
  return firstOf(await db.query<FeedState>(`SELECT ${STATE} FROM change_head h`));
}

/** The changes at these positions that are still kept. */
export function readChangesAt(db: Queryable, positions: readonly number[]): Promise<Change[]> {
  return db.query<Change>(`SELECT ${COLUMNS} FROM change c WHERE c.position = ANY($1) ORDER BY c.position`, [
    positions,
  ]);
}

/** Which of these entities the newest change took away for good. */
export async function findGone(db: Queryable, type: ChangeType, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    `SELECT n.entity_id AS id FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT entity_id, operation FROM change c WHERE c.type = $1 AND c.entity_id = given.id
       ORDER BY position DESC LIMIT 1) n WHERE n.operation = 'DELETE'`,
    [type, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Entities told of in a snapshot of the feed, by type and id. */
export interface EntityQuery extends Pick<ChangeQuery, 'patterns'> {
  readonly type: ChangeType;
  /** Only those that changed after this position; null: all. */
  readonly after: number | null;
  /** Those that come after this id; empty: from the first. */
  readonly afterId: string;
  readonly limit: number;
}

export interface ChangedEntity extends Pick<Change, 'householdId' | 'operation'> {
  readonly id: string;
}

/** What is committed and has no position yet has changed too. */
const TOLD = `SELECT c.entity_id, c.household_id, c.operation, c.position FROM change c
    WHERE c.type = $1 AND c.position > coalesce($2::bigint, 0) AND c.entity_id > $4 AND ${REACHED}
  UNION ALL SELECT c.entity_id, c.household_id, c.operation, 4611686018427387904 + c.id FROM outbox c
    WHERE c.type = $1 AND c.entity_id > $4 AND ${REACHED}`;

/** Entities as their newest change left them, some at a time. */
export function listChangedEntities(
  db: Queryable,
  { type, after, patterns, afterId, limit }: EntityQuery,
): Promise<ChangedEntity[]> {
  return db.query<ChangedEntity>(
    `SELECT DISTINCT ON (t.entity_id) t.entity_id AS id, t.household_id AS "householdId", t.operation
     FROM (${TOLD}) t ORDER BY t.entity_id, t.position DESC LIMIT $5`,
    [type, after, patterns, afterId, limit],
  );
}

/** How many there are. */
export async function countChangedEntities(
  db: Queryable,
  { type, after, patterns }: Pick<EntityQuery, 'type' | 'after' | 'patterns'>,
): Promise<number> {
  const [found] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT DISTINCT t.entity_id FROM (${TOLD}) t) e`,
    [type, after, patterns, ''],
  );
  return found?.count ?? 0;
}
