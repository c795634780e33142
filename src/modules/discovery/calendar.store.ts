/**
 * Time alone changes results: a birthday, a bill that leaves the twelve months, a certificate that runs out. From one
 * day of a month to a later one a rule judges only the households in which time makes a turn for it; with the month
 * everybody is judged.
 *
 * A turn is found without knowing the rules: their statements compare stored dates with dates derived from the day, and
 * the derived dates and the columns are taken from the statements themselves. What is compared in another way (days
 * counted from a date, an age) is named here.
 */
import { addDays, type Day, dayOfMonthOf, monthOfYear } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { SqlText } from './sql/rule-statement.ts';

type Table = 'member_fact' | 'household_fact' | 'clue';

interface DateColumn {
  readonly table: Table;
  readonly name: string;
  readonly list: boolean;
}

/** Days of validity say when a row holds, not when a fact of it turns. */
const VALIDITY = ['valid_from', 'valid_to'];

/** Facts count days from these on, so that every day can be a turn. */
const COUNTED_FROM: ReadonlySet<string> = new Set(['school_left_on', 'recognised_on', 'last_reviewed_on']);
const BIRTH = 'birth_date';

function dateColumns(tx: Transaction): Promise<DateColumn[]> {
  return tx.query<DateColumn>(
    `SELECT attrelid::regclass::text AS "table", attname AS name, atttypid = 'date[]'::regtype AS list
     FROM pg_attribute WHERE attrelid = ANY('{member_fact,household_fact,clue}'::regclass[])
       AND atttypid IN ('date'::regtype, 'date[]'::regtype) AND NOT attisdropped AND attname <> ALL($1)`,
    [VALIDITY],
  );
}

/** Days `from < day <= to`. */
function daysAfter(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Month and day of birth of those whose age turns, as in 1031; who was born on 29 February may turn on 1 March. */
function birthdays(days: readonly Day[]): readonly number[] {
  const dates = days.map((day) => monthOfYear(day) * 100 + dayOfMonthOf(day));
  return dates.includes(301) ? [...dates, 229] : dates;
}

/** Whether a column of a row turns; `$1` are the derived dates, `$2` the birthdays. */
function turnOf({ name, list }: DateColumn): string {
  if (COUNTED_FROM.has(name)) return `t.${name} IS NOT NULL`;
  if (name === BIRTH)
    return `(extract(month FROM t.${name}) * 100 + extract(day FROM t.${name}))::int = ANY($2::int[])`;
  return list ? `t.${name} && $1::date[]` : `t.${name} = ANY($1::date[])`;
}

/** Which columns of a row turn, by their names. */
function turned(table: Table, columns: readonly DateColumn[]): { readonly any: string; readonly names: string } {
  const own = columns.filter((column) => column.table === table);
  const names = own.map((column) => `CASE WHEN ${turnOf(column)} THEN '${table}.${column.name}' END`);
  return { any: own.map(turnOf).join(' OR '), names: `ARRAY[${names.join(', ')}]::text[]` };
}

/** The columns a rule's statement reads, by their names. */
export function columnsRead({ text }: SqlText, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => {
    const [table = '', name = ''] = column.split('.');
    return new RegExp(`\\b${name}\\b`).test(text) && (table !== 'clue' || /\bclue\b/.test(text));
  });
}

/**
 * Keeps the marks of `judging` in the table `marked`, and fills the table `turning` with the households in which a stored date turns between two days, and which.
 * `derivedOn` gives the dates that the rules' statements for a day compare stored dates with. Returns the columns' names.
 */
export async function findTurning(
  tx: Transaction,
  { from, to }: { readonly from: Day; readonly to: Day },
  derivedOn: (day: Day) => readonly Day[],
): Promise<readonly string[]> {
  const days = daysAfter(from, to);
  // A date lies inside or outside a window by `<` or `<=`: it turns on the derived date or on the day after.
  const turning = [...new Set(days.flatMap(derivedOn).flatMap((date) => [date, addDays(date, -1)]))];
  const columns = await dateColumns(tx);
  const [member, household, clue] = (['member_fact', 'household_fact', 'clue'] as const).map((table) =>
    turned(table, columns),
  ) as [ReturnType<typeof turned>, ReturnType<typeof turned>, ReturnType<typeof turned>];
  await tx.execute('CREATE TEMP TABLE marked ON COMMIT DROP AS SELECT household_id FROM judging');
  await tx.execute('CREATE TEMP TABLE turning (household_id bigint, columns text[]) ON COMMIT DROP');
  await tx.execute(
    `INSERT INTO turning
     SELECT t.household_id, ${member.names} FROM member_fact t WHERE t.valid_to = 'infinity' AND (${member.any})
     UNION ALL
     SELECT t.household_id, ${household.names} FROM household_fact t WHERE t.valid_to = 'infinity' AND (${household.any})
     UNION ALL
     SELECT coalesce(t.household_id, m.household_id, h.household_id), ${clue.names} FROM clue t
       LEFT JOIN member_fact m ON m.person_id = t.person_id AND m.valid_to = 'infinity'
       LEFT JOIN household_fact h ON h.valid_to = 'infinity' AND t.area_code IN (h.street_code, h.committee_code)
       WHERE ${clue.any}`,
    [turning, birthdays(days)],
  );
  return columns.map(({ table, name }) => `${table}.${name}`);
}

/** Adds to the session's table `judging` the households in which one of these columns turns; tells how many it names. */
export async function judgeTurning(tx: Transaction, columns: readonly string[]): Promise<number> {
  await tx.execute('DELETE FROM judging');
  await tx.execute(
    `INSERT INTO judging SELECT household_id FROM marked
     UNION SELECT household_id FROM turning WHERE household_id IS NOT NULL AND columns && $1::text[]`,
    [columns],
  );
  const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM judging');
  return row?.count ?? 0;
}
