/** Whose alerts stand how at the hour of a digest. Ids only: what of them is counted, the recipient's access decides. */
import type { Queryable } from '../../platform/database/database.ts';
import { MINE, type Turn } from './plan.store.ts';

/** Alerts in hand, each in every set it belongs to. */
export interface Agenda {
  readonly raised: readonly number[];
  readonly due: readonly number[];
  readonly overdue: readonly number[];
  readonly open: readonly number[];
}

const DAY_MS = 86_400_000;

const AGENDA = `SELECT a.id, a.raised_at > $4 AS raised, a.due_at > $1 AND a.due_at < $5 AS due, a.due_at <= $1 AS overdue
  FROM alert a WHERE a.state <> 'CLOSED' AND ${MINE}`;

/** When the digest before this one was planned. */
const LAST_DIGEST = `SELECT max(planned_at) AS at FROM message WHERE address_id = $1 AND kind = 'DIGEST' AND id < $2`;

interface Row {
  readonly id: number;
  readonly raised: boolean;
  readonly due: boolean | null;
  readonly overdue: boolean | null;
}

/** `until`: the end of the day that the digest is of. */
export async function readAgenda(
  db: Queryable,
  turn: Turn,
  { now, until, since }: { readonly now: Date; readonly until: Date; readonly since: Date },
): Promise<Agenda> {
  const rows = await db.query<Row>(AGENDA, [now, turn.subject, turn.divisions, since, until]);
  const where = (holds: (row: Row) => boolean | null): number[] =>
    rows.flatMap((row) => (holds(row) === true ? [row.id] : []));
  return {
    raised: where(({ raised }) => raised),
    due: where(({ due }) => due),
    overdue: where(({ overdue }) => overdue),
    open: where(() => true),
  };
}

/** Since when alerts are new to this address. */
export async function lastTold(db: Queryable, addressId: number, messageId: number, now: Date): Promise<Date> {
  const [row] = await db.query<{ at: Date | null }>(LAST_DIGEST, [addressId, messageId]);
  return row?.at ?? new Date(now.getTime() - DAY_MS);
}
