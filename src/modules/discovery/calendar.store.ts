/**
 * Time alone changes results: a birthday, a bill that leaves the twelve months, a certificate that runs out. From one
 * day of a month to a later one only the households are judged in which time makes a turn; with the month everybody is.
 *
 * A turn is found without knowing the rules: what they ask of stored rows compares stored dates with dates derived from
 * the day, and both are taken from what was asked. What is compared in another way (an age) is named here.
 */
import { addDays, type Day, dayOfMonthOf, monthOfYear } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { AskedFact } from './sql/statement.ts';

type Table = 'member_fact' | 'household_fact' | 'clue';

interface DateColumn {
  readonly table: Table;
  readonly name: string;
  readonly list: boolean;
}

/** Days of validity say when a row holds, not when a fact of it turns. */
const VALIDITY = ['valid_from', 'valid_to'];

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

/** A column and the dates that it is compared with. */
interface ComparedColumn extends DateColumn {
  readonly dates: readonly Day[];
  readonly everyDay: boolean;
}

/** Whether a fact reads a column; clues are asked in subqueries of their own. */
function reads({ text }: AskedFact, { table, name }: DateColumn): boolean {
  return new RegExp(`\\b${name}\\b`).test(text) && (table !== 'clue' || /\bclue\b/.test(text));
}

/** The columns that are asked. A date lies inside or outside a window by `<` or `<=`: it turns on the derived date or on the day after. */
function compared(columns: readonly DateColumn[], asked: readonly AskedFact[]): readonly ComparedColumn[] {
  return columns.flatMap((column) => {
    const facts = asked.filter((fact) => reads(fact, column));
    const dates = facts.flatMap((fact) => fact.dates).flatMap((date) => [date, addDays(date, -1)]);
    return facts.length === 0
      ? []
      : [{ ...column, dates: [...new Set(dates)], everyDay: facts.some(({ everyDay }) => everyDay) }];
  });
}

/** The condition that one of a table's columns turns, and its values. */
class Turns {
  readonly values: unknown[] = [];

  of(table: Table, columns: readonly ComparedColumn[], birthdays: readonly number[]): string {
    const turns = columns.filter((column) => column.table === table).map((column) => this.#turn(column, birthdays));
    return turns.length === 0 ? 'FALSE' : turns.join(' OR ');
  }

  #turn({ name, list, dates, everyDay }: ComparedColumn, birthdays: readonly number[]): string {
    if (everyDay) return `t.${name} IS NOT NULL`;
    if (name === BIRTH)
      return `(extract(month FROM t.${name}) * 100 + extract(day FROM t.${name}))::int = ANY(${this.#value(birthdays)}::int[])`;
    const turning = `${this.#value(dates)}::date[]`;
    // The many empty lists are passed over without being compared.
    return list ? `cardinality(t.${name}) > 0 AND t.${name} && ${turning}` : `t.${name} = ANY(${turning})`;
  }

  #value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * Adds to the session's table `judging` the households in which a stored date turns between two days; `askedOn` tells
 * what the rules ask of stored rows on a day.
 */
export async function addTurning(
  tx: Transaction,
  { from, to }: { readonly from: Day; readonly to: Day },
  askedOn: (day: Day) => readonly AskedFact[],
): Promise<void> {
  const days = daysAfter(from, to);
  const columns = compared(await dateColumns(tx), days.flatMap(askedOn));
  const turns = new Turns();
  const turning = (table: Table): string => turns.of(table, columns, birthdays(days));
  await tx.execute(
    `INSERT INTO judging
     (SELECT t.household_id FROM member_fact t WHERE t.valid_to = 'infinity' AND (${turning('member_fact')})
     UNION
     SELECT t.household_id FROM household_fact t WHERE t.valid_to = 'infinity' AND (${turning('household_fact')})
     UNION
     SELECT coalesce(t.household_id, m.household_id, h.household_id) FROM clue t
       LEFT JOIN member_fact m ON m.person_id = t.person_id AND m.valid_to = 'infinity'
       LEFT JOIN household_fact h ON h.valid_to = 'infinity' AND t.area_code IN (h.street_code, h.committee_code)
       WHERE (${turning('clue')}) AND coalesce(t.household_id, m.household_id, h.household_id) IS NOT NULL)
     EXCEPT SELECT household_id FROM judging`,
    turns.values,
  );
}
