/** Reads the records of persons by the hub's links, and writes the versions of their sections. */
import { createHash } from 'node:crypto';
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import {
  arrangeRecords,
  type Cells,
  type GatheredRecords,
  noRecords,
  type PersonRecords,
  RECORD_QUERIES,
  type RecordQuery,
  recordColumns,
  SOURCE_COLUMNS,
  SOURCE_WIDTH,
  sourceOf,
} from '../household/index.ts';
import { newestOn } from '../ingestion/index.ts';

function selectOf(query: RecordQuery): string {
  const { recordType } = query;
  return `select l.person_id, ${SOURCE_COLUMNS}, ${recordColumns(query)}
    from hub_link l join record_${recordType.toLowerCase()} r on r.source_key = l.source_key
    where l.record_type = '${recordType}' and l.person_id = any($1::bigint[]) and r.ended_on is null`;
}

/** The records of persons, of some types: what the profile of the hub holds of them. */
export async function gatherSections(
  db: Queryable,
  recordTypes: readonly RecordType[],
  persons: readonly number[],
): Promise<ReadonlyMap<number, PersonRecords>> {
  const gathered = new Map<number, GatheredRecords>(persons.map((person) => [person, noRecords()]));
  for (const query of RECORD_QUERIES) {
    if (!recordTypes.includes(query.recordType)) continue;
    const rows = await db.query<Cells>(selectOf(query), [persons], { rowMode: 'array' });
    for (const cells of rows) {
      const records = gathered.get(cells[0] as number);
      const list = records?.[query.into] as unknown[] | undefined;
      list?.push(query.read(cells.slice(1 + SOURCE_WIDTH), sourceOf(cells, 1)));
    }
  }
  return new Map([...gathered].map(([person, records]) => [person, arrangeRecords(records)]));
}

/** Persons whose records changed join those whose links did; the marks of what is not linked go. */
export async function markChanged(tx: Transaction, recordTypes: readonly RecordType[]): Promise<void> {
  await tx.execute('create temp table changed_subject (subject_id bigint primary key) on commit drop');
  await tx.execute(
    `with taken as (delete from subject_mark returning subject_id)
     insert into changed_subject select distinct subject_id from taken`,
  );
  await tx.execute('delete from anchor_mark');
  for (const recordType of recordTypes)
    await tx.execute(
      `insert into section_mark (person_id)
       select distinct l.person_id from changed_subject c join record_${recordType.toLowerCase()} r using (subject_id)
       join hub_link l on l.record_type = '${recordType}' and l.source_key = r.source_key`,
    );
}

/** The first of the marked persons, by id. */
export async function markedPersons(db: Queryable, limit: number): Promise<readonly number[]> {
  const rows = await db.query<{ id: number }>('select distinct person_id as id from section_mark order by 1 limit $1', [
    limit,
  ]);
  return rows.map(({ id }) => id);
}

/** An agency that says the same again later has changed nothing. */
const SAID_AT = /"(at|batch)":("[^"]*"|\d+)/g;

function textOf(records: PersonRecords): string {
  const held = Object.entries(records).filter(([, list]) => (list as readonly unknown[]).length > 0);
  return JSON.stringify(Object.fromEntries(held));
}

/** Replaces the versions that differ, valid from the day; a version of the same day gives way. Takes the marks. */
export async function writeSections(
  tx: Transaction,
  sections: ReadonlyMap<number, PersonRecords>,
  day: Day,
): Promise<number> {
  await tx.execute(
    'create temp table built_section (person_id bigint primary key, document_hash text, document json) on commit drop',
  );
  await tx.copyInto(
    'built_section',
    ['person_id', 'document_hash', 'document'],
    [...sections].map(([person, records]) => {
      const text = textOf(records);
      return [person, createHash('sha256').update(text.replaceAll(SAID_AT, '')).digest('base64url'), text];
    }),
  );
  await tx.execute('delete from section_mark m using built_section b where b.person_id = m.person_id');
  await tx.execute(
    `delete from built_section b using section_version v
     where v.person_id = b.person_id and v.valid_to = 'infinity' and v.document_hash = b.document_hash`,
  );
  await tx.execute(
    `delete from section_version v using built_section b
     where v.person_id = b.person_id and v.valid_to = 'infinity' and v.valid_from >= $1::date`,
    [day],
  );
  await tx.execute(
    `update section_version v set valid_to = $1::date from built_section b
     where v.person_id = b.person_id and v.valid_to = 'infinity'`,
    [day],
  );
  return tx.execute(
    `insert into section_version (person_id, valid_from, valid_to, document_hash, document)
     select person_id, $1::date, 'infinity', document_hash, document from built_section`,
    [day],
  );
}

interface HeldRow {
  /** Of whom, and what; null in the only row where nobody has a version. */
  readonly id: number | null;
  readonly document: Partial<PersonRecords> | null;
  readonly newest: string | null;
}

const HELD = `select ${newestOn('$2::date')} as newest, v.person_id as id, v.document from (values (1)) one
  left join section_version v on v.person_id = any($1::bigint[]) and v.valid_from <= $2::date and v.valid_to > $2::date`;

/** The records of persons as they were known on a day, none of one without a version; and of when the newest data are. */
export async function readSections(db: Queryable, persons: readonly number[], day: Day) {
  const rows = await db.query<HeldRow>(HELD, [persons, day], { name: 'sections on day' });
  const held = new Map(rows.map(({ id, document }) => [id, document]));
  const records = persons.map((person): [number, PersonRecords] => [person, { ...noRecords(), ...held.get(person) }]);
  return { found: new Map(records), newest: rows[0]?.newest ?? null };
}
