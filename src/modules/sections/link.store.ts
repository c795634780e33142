/** What the hub told of its links: which person each record of this agency speaks of. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';

/** A record and whom the hub takes it to be of. */
export interface HubLink {
  readonly recordType: RecordType;
  readonly sourceKey: string;
  readonly person: number;
}

/** One page of the hub's word. */
export interface ToldLinks {
  /** Persons of whom everything is told: what was held of them before goes. */
  readonly persons: readonly number[];
  readonly links: readonly HubLink[];
  /** Where the feed goes on after it. */
  readonly cursor: string;
}

const FOLLOWED = 'PERSON';

export async function readCursor(db: Queryable): Promise<string | null> {
  const [row] = await db.query<{ cursor: string }>('select cursor from hub_follow where name = $1', [FOLLOWED]);
  return row?.cursor ?? null;
}

/** Begins again where the hub no longer keeps what came after the cursor. */
export async function forgetCursor(db: Database): Promise<void> {
  await db.execute('delete from hub_follow where name = $1', [FOLLOWED]);
}

const TOLD = 'select * from unnest($1::text[], $2::text[], $3::bigint[]) as t(record_type, source_key, person_id)';

/** Takes a page over: links, marks and the cursor commit together. */
export async function takeLinks(db: Database, { persons, links, cursor }: ToldLinks): Promise<void> {
  const told = [
    links.map(({ recordType }) => recordType),
    links.map(({ sourceKey }) => sourceKey),
    links.map(({ person }) => person),
  ];
  await db.tx(async (tx) => {
    // A record that comes to another person changes both.
    await tx.execute(
      `insert into section_mark (person_id)
       select unnest($4::bigint[]) union select l.person_id from hub_link l join (${TOLD}) t using (record_type, source_key)`,
      [...told, persons],
    );
    await tx.execute('delete from hub_link where person_id = any($1::bigint[])', [persons]);
    await tx.execute(
      `insert into hub_link (record_type, source_key, person_id) ${TOLD}
       on conflict (record_type, source_key) do update set person_id = excluded.person_id`,
      told,
    );
    await tx.execute(
      `insert into hub_follow (name, cursor) values ($1, $2) on conflict (name) do update set cursor = excluded.cursor`,
      [FOLLOWED, cursor],
    );
  });
}
