/**
 * How the rows of one batch change what is held, as set-based statements over temporary tables.
 *
 *   stage          readable rows; after `supersedeWithin` one per source key
 *   stage_number   identity numbers of the rows, sealed
 *   stage_bad      rows that could not be read
 *   stage_finding  contradictions inside readable rows
 *   verdict        for rows whose key is held: A accepted, U unchanged, S superseded
 *   absent         held records that a full list lacks
 */
import { type RecordColumn, recordTable } from '../../../connectors/sdk/index.ts';
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { headSql } from '../../platform/crypto/sealed-form.ts';

/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

function statement(text: string, ...values: readonly unknown[]): Statement {
  return { text, values };
}

/** The batch that is being applied. */
export interface BatchInHand {
  readonly batchId: number;
  readonly agency: string;
  readonly file: string;
  readonly asOf: Day;
}

/** What the statements need to know of a record type. */
export interface MergeTarget {
  readonly recordType: RecordType;
  readonly columns: readonly RecordColumn[];
}

/** Which column names the household a row belongs to, and the prefix of its anchor. */
const PLACE: Partial<Record<RecordType, { readonly column: string; readonly prefix: string }>> = {
  CA01: { column: 'assistance_household_no', prefix: 'CA01:' },
  CA02: { column: 'assistance_household_no', prefix: 'CA01:' },
  CA05: { column: 'roll_household_no', prefix: 'CA05:' },
};

const OWN_COLUMNS = ['row_number', 'source_key', 'updated_at', 'deletion', 'subject_key'] as const;

function named(target: MergeTarget, alias = ''): string {
  return target.columns.map(({ column }) => `${alias}${column}`).join(', ');
}

/** What two versions of a record are compared by: of sealed values the head, which outlives its key. */
function compared(target: MergeTarget, alias: string): string {
  return target.columns
    .map(({ column, atRest }) => (atRest === 'sealed' ? headSql(alias + column) : alias + column))
    .join(', ');
}

/** Columns of the COPY that fills the stage. */
export function stageColumns(target: MergeTarget): readonly string[] {
  return [...OWN_COLUMNS, ...target.columns.map(({ column }) => column)];
}

export const BAD_COLUMNS = ['row_number', 'source_key', 'updated_at', 'raw', 'reasons'] as const;
export const NUMBER_COLUMNS = ['number_index', 'value'] as const;
/** Which of the numbers with these indexes do not stand sealed yet. */
export const UNKNOWN_NUMBERS = `select met.number_index from unnest($1::text[]) as met(number_index)
  where not exists (select 1 from sealed_number k where k.number_index = met.number_index)`;
export const FINDING_COLUMNS = ['row_number', 'source_key', 'column_name', 'code'] as const;

export function createStage(target: MergeTarget): readonly string[] {
  const columns = target.columns.map(({ column, pgType }) => `${column} ${pgType}`);
  return [
    `create temp table stage (row_number int, source_key text, updated_at timestamp(0), deletion boolean, subject_key text,
       ${columns.join(', ')}) on commit drop`,
    'create temp table stage_bad (row_number int, source_key text, updated_at timestamp(0), raw text, reasons jsonb) on commit drop',
    'create temp table stage_finding (row_number int, source_key text, column_name text, code text) on commit drop',
    'create temp table stage_number (number_index text, value text) on commit drop',
    'create temp table stage_present (source_key text) on commit drop',
  ];
}

/** Registers whom the rows are about, and the numbers they carry; in key order, so that two batches at once cannot block each other for good. */
export function registerSubjects(target: MergeTarget): readonly string[] {
  return [
    `update stage s set subject_key = 'rec:${target.recordType}:' || s.source_key from subject_override o
     where o.record_type = '${target.recordType}' and o.source_key = s.source_key`,
    `insert into subject (key) select distinct s.subject_key from stage s
     where s.subject_key is not null and not exists (select 1 from subject k where k.key = s.subject_key)
     order by 1 on conflict do nothing`,
    `insert into sealed_number (number_index, value) select distinct on (n.number_index) n.number_index, n.value
     from stage_number n where not exists (select 1 from sealed_number k where k.number_index = n.number_index)
     order by n.number_index on conflict do nothing`,
    'analyze stage (source_key, subject_key)',
  ];
}

/** The same key twice in one batch: the later time wins; on a tie, the later row. Tells how many lost. */
export const SUPERSEDE_WITHIN = [
  `create temp table repeated on commit drop as
   select source_key, bool_or(not deletion) as upserted from stage group by source_key having count(*) > 1`,
  `delete from stage s using (
     select ctid, row_number() over (partition by source_key order by updated_at desc, row_number desc) as place
     from stage where source_key in (select source_key from repeated)) r
   where s.ctid = r.ctid and r.place > 1`,
] as const;

/** Weighs rows whose key is held. An older row never wins; an ended record comes back only by a newer row. */
export function weigh(target: MergeTarget): string {
  const place = PLACE[target.recordType];
  return `create temp table verdict on commit drop as
    select s.source_key, h.subject_id as old_subject_id, ${place === undefined ? 'null::text' : `h.${place.column}`} as old_place,
      s.updated_at > h.updated_at as newer,
      case when s.updated_at < h.updated_at then 'S'
           when s.deletion then case when h.ended_on is null then 'A' else 'U' end
           when h.ended_on is not null then case when s.updated_at > h.updated_at then 'A' else 'S' end
           when row(${compared(target, 's.')}) is not distinct from row(${compared(target, 'h.')}) then 'U'
           else 'A' end as verdict
    from stage s join ${recordTable(target.recordType)} h using (source_key)`;
}

/** Accepted, unchanged and superseded among what is left in the stage. A deletion of nothing changes nothing. */
export const COUNT_VERDICTS = `
  select count(*) filter (where v.verdict = 'A' or (v.verdict is null and (not s.deletion or r.upserted)))::int as accepted,
         count(*) filter (where v.verdict = 'U' or (v.verdict is null and s.deletion and not coalesce(r.upserted, false)))::int as unchanged,
         count(*) filter (where v.verdict = 'S')::int as superseded
  from stage s left join verdict v using (source_key) left join repeated r using (source_key)`;

/** Writes what won. A deletion that came first is kept, so that older rows stay dead. */
export function writeWinners(target: MergeTarget, { batchId, asOf }: BatchInHand): readonly Statement[] {
  const table = recordTable(target.recordType);
  const assignments = target.columns.map(({ column }) => `${column} = s.${column}`).join(', ');
  return [
    statement(
      `insert into ${table} (source_key, updated_at, subject_id, batch_id, row_number, as_of, ended_on, ended_by, ${named(target)})
       select s.source_key, s.updated_at, k.id, $1, s.row_number, $2::date, case when s.deletion then $2::date end,
              case when s.deletion then 'D' end, ${named(target, 's.')}
       from stage s left join subject k on k.key = s.subject_key
       where not exists (select 1 from verdict v where v.source_key = s.source_key)`,
      batchId,
      asOf,
    ),
    statement(
      `update ${table} h set updated_at = s.updated_at, subject_id = k.id, batch_id = $1, row_number = s.row_number,
         as_of = $2::date, ended_on = null, ended_by = null, newer_quarantined = false, ${assignments}
       from verdict v join stage s using (source_key) left join subject k on k.key = s.subject_key
       where h.source_key = v.source_key and v.verdict = 'A' and not s.deletion`,
      batchId,
      asOf,
    ),
    statement(
      `update ${table} h set updated_at = s.updated_at, batch_id = $1, row_number = s.row_number, as_of = $2::date,
         ended_on = $2::date, ended_by = 'D', newer_quarantined = false
       from verdict v join stage s using (source_key)
       where h.source_key = v.source_key and v.verdict = 'A' and s.deletion`,
      batchId,
      asOf,
    ),
    statement(
      `update ${table} h set updated_at = s.updated_at, newer_quarantined = false
       from verdict v join stage s using (source_key)
       where h.source_key = v.source_key and v.verdict = 'U' and v.newer`,
    ),
  ];
}

/**
 * Held records that a full list lacks. What was delivered for a later day than the list's is not judged by it, nor
 * a record whose newest row could not be read. What the list itself wrote need not be looked for in it.
 */
export function findAbsent(
  target: MergeTarget,
  by: 'stage' | 'stage_present',
  { batchId, asOf }: Pick<BatchInHand, 'batchId' | 'asOf'>,
): Statement {
  const place = PLACE[target.recordType];
  return statement(`create temp table absent on commit drop as
    select h.source_key, h.subject_id, ${place === undefined ? 'null::text' : `h.${place.column}`} as place
    from ${recordTable(target.recordType)} h
    where h.ended_on is null and h.as_of <= '${asOf}'::date${by === 'stage' ? ` and h.batch_id <> ${batchId}` : ''}
      and not exists (select 1 from ${by} s where s.source_key = h.source_key)
      and not exists (select 1 from stage_bad b where b.source_key = h.source_key)`);
}

export const NONE_ABSENT = 'create temp table absent (source_key text, subject_id bigint, place text) on commit drop';

export function endAbsent(target: MergeTarget, asOf: Day): Statement {
  return statement(
    `update ${recordTable(target.recordType)} h set ended_on = $1::date, ended_by = 'A' from absent a
    where h.source_key = a.source_key`,
    asOf,
  );
}

/** Rows that changed what is held: new ones and those that won. */
const CHANGED = `stage s left join verdict v using (source_key) where (v.verdict is null or v.verdict = 'A')`;

/**
 * Marks whom and which households the batch changed, before and after. A row that only says again what is held, later,
 * marks too: of two rows that disagree the later one counts, and a newer row that was not readable is overtaken.
 */
export function markChanged(target: MergeTarget): readonly string[] {
  const place = PLACE[target.recordType];
  const marks = [
    `insert into subject_mark (subject_id)
     select k.id from subject k join (select distinct s.subject_key from ${CHANGED}) c on c.subject_key = k.key
     union select v.old_subject_id from verdict v where (v.verdict = 'A' or v.newer) and v.old_subject_id is not null
     union select a.subject_id from absent a where a.subject_id is not null`,
  ];
  if (place === undefined) return marks;
  marks.push(
    `insert into anchor_mark (anchor)
     select '${place.prefix}' || p from (
       select s.${place.column} as p from ${CHANGED}
       union select v.old_place from verdict v where v.verdict = 'A' or v.newer
       union select a.place from absent a) places where p is not null`,
  );
  return marks;
}

/** A record whose newest row could not be read says so: whoever it is about is marked. */
function markUnread({ recordType }: MergeTarget): string {
  const place = PLACE[recordType];
  const marks = [
    `unread as (update ${recordTable(recordType)} h set newer_quarantined = true from stage_bad b
       where h.source_key = b.source_key and h.ended_on is null and not h.newer_quarantined
         and (b.updated_at is null or b.updated_at > h.updated_at)
         and exists (select 1 from quarantined_row q
           where q.record_type = '${recordType}' and q.source_key = b.source_key and q.state = 'OPEN')
       returning h.subject_id${place === undefined ? '' : `, h.${place.column} as place`})`,
    ...(place === undefined
      ? []
      : [`places as (insert into anchor_mark (anchor) select distinct '${place.prefix}' || place from unread)`]),
  ];
  return `with ${marks.join(', ')}
    insert into subject_mark (subject_id) select distinct subject_id from unread where subject_id is not null`;
}

/**
 * Keeps unreadable rows, once: one that was mended or overtaken does not come back with the file it came in. A readable
 * row closes the unreadable ones of its key that are not newer, also where it only says what is held already.
 */
export function keepUnreadable(target: MergeTarget, { batchId, agency, file }: BatchInHand): readonly Statement[] {
  const type = target.recordType;
  return [
    statement(
      `insert into quarantined_row (batch_id, agency, record_type, file, row, source_key, updated_at, raw, reasons)
       select $1::bigint, $2::text, '${type}', $3::text, b.row_number, b.source_key, b.updated_at, b.raw, b.reasons
       from stage_bad b
       where not exists (select 1 from quarantined_row q where q.record_type = '${type}'
         and q.source_key is not distinct from b.source_key and q.file = $3::text and q.row = b.row_number
         and ${headSql('q.raw')} = ${headSql('b.raw')})
       order by b.row_number`,
      batchId,
      agency,
      file,
    ),
    statement(
      `update quarantined_row q set state = 'OVERTAKEN', closed_at = now()
       from (select s.source_key, s.updated_at, v.verdict from stage s left join verdict v using (source_key)) s
       where q.record_type = '${type}' and q.source_key = s.source_key and q.state = 'OPEN' and q.batch_id <> $1::bigint
         and case when s.verdict is null or s.verdict = 'A' then s.updated_at >= coalesce(q.updated_at, s.updated_at)
                  when s.verdict = 'U' then s.updated_at >= q.updated_at end`,
      batchId,
    ),
    statement(markUnread(target)),
  ];
}

/** Contradictions inside the rows that won replace those of the versions before. */
export function keepFindings(target: MergeTarget, { batchId, agency, file }: BatchInHand): readonly Statement[] {
  const type = target.recordType;
  return [
    statement(
      `delete from finding f using (select s.source_key from ${CHANGED}) s
       where f.record_type = '${type}' and f.source_key = s.source_key`,
    ),
    statement(
      `insert into finding (batch_id, agency, record_type, file, row, source_key, "column", code)
       select $1::bigint, $2::text, '${type}', $3::text, f.row_number, f.source_key, f.column_name, f.code
       from stage_finding f join (select s.row_number from ${CHANGED}) s using (row_number) on conflict do nothing`,
      batchId,
      agency,
      file,
    ),
  ];
}
