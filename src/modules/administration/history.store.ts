/** What was administered: rows are added, never changed. */
import type { Queryable } from '../../platform/database/database.ts';
import type { Listed } from './record.store.ts';

export interface AdministrationEvent {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly organisation: string | null;
  readonly kind: string;
  /** What was changed: its kind and id. */
  readonly target: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export async function noteAdministered(at: Queryable, event: Omit<AdministrationEvent, 'id'>): Promise<void> {
  await at.execute(
    `insert into administration_event (at, actor, organisation, kind, target, reason, before, after)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb)`,
    [
      event.at,
      event.actor,
      event.organisation,
      event.kind,
      event.target,
      event.reason,
      JSON.stringify(event.before),
      JSON.stringify(event.after),
    ],
  );
}

/** Newest first; `before` is the id the page begins after. */
export async function listAdministered(
  at: Queryable,
  page: { readonly first: number; readonly before: number | null },
): Promise<Listed<AdministrationEvent>> {
  const rows = await at.query<AdministrationEvent>(
    `select id, at, actor, organisation, kind, target, reason, before, after from administration_event
     where $1::bigint is null or id < $1 order by id desc limit $2`,
    [page.before, page.first + 1],
  );
  const [count] = await at.query<{ total: number }>('select count(*)::int as total from administration_event');
  return { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first, totalCount: count?.total ?? 0 };
}
