/** Lists for operators: ids, codes and counts; never a person's values. */
import type { Listing } from '../cli/app.ts';
import type { AgencyId } from '../kernel/agency.ts';
import type { Database } from '../platform/database/database.ts';

type Row = Record<string, string | number | null>;

export function listReviews(db: Database): Promise<Listing> {
  return db.query<Row>(
    `select 'R' || id as id, record_type as "recordType", source_key as "sourceKey", reason,
       array_to_string(array(select 'P' || c from unnest(candidates) c), ' ') as candidates,
       to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as opened
     from identity_review where state = 'OPEN' order by id`,
  );
}

export function listQuarantine(db: Database, agency?: AgencyId): Promise<Listing> {
  return db.query<Row>(
    `select 'Q' || q.id as id, q.agency, q.record_type as "recordType", q.file, q.row, q.source_key as "sourceKey",
       (select string_agg((r->>'column') || ' ' || (r->>'code'), '; ') from jsonb_array_elements(q.reasons) r) as reasons
     from quarantined_row q where q.state = 'OPEN' and ($1::text is null or q.agency = $1) order by q.id`,
    [agency ?? null],
  );
}

export function listFindings(db: Database, agency?: AgencyId): Promise<Listing> {
  return db.query<Row>(
    `select agency, record_type as "recordType", source_key as "sourceKey", file, row, "column", code from finding
     where $1::text is null or agency = $1 order by id`,
    [agency ?? null],
  );
}
