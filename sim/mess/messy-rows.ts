import type { RecordType } from '../../src/kernel/agency.ts';
import { SEX } from '../../src/kernel/code-lists.ts';
import { dayNumber, dayText } from '../calendar/day-number.ts';
import { hashText, mix } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import { fieldsOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';
import type { Messiness } from './messiness.ts';
import { messyCell } from './messy-cells.ts';
import { spoil } from './unreadable-rows.ts';

/** One row of a delivery. */
export interface DeliveryRow {
  readonly sourceKey: string;
  readonly updatedAt: string;
  readonly operation: 'U' | 'D' | '';
  /** As delivered, in the order of the columns; empty for a deletion. */
  readonly cells: readonly string[];
}

/**
 * The rows in which an agency delivers one version of a record: usually one, sometimes an older copy, a tie or a
 * bill sent again. Depends on the version alone, so that the same version always arrives in the same shape.
 */
export function rowsOf(version: RecordVersion, mess: Messiness | null): DeliveryRow[] {
  const { sourceKey, updatedAt, cells } = version;
  if (cells === null) return [{ sourceKey, updatedAt, operation: 'D', cells: [] }];
  if (mess === null) return [{ sourceKey, updatedAt, operation: 'U', cells }];
  const random = new Random(mix(hashText(sourceKey), hashText(updatedAt)));
  const row = messyRow(version.recordType, version, cells, mess, random);
  return withCompanion(version.recordType, row, mess, random);
}

function messyRow(
  type: RecordType,
  { sourceKey, updatedAt }: RecordVersion,
  clean: readonly string[],
  mess: Messiness,
  random: Random,
): DeliveryRow {
  const fields = fieldsOf(type);
  const sent = withoutHealthNumber(type, clean, mess, random);
  let cells = fields.map((field, place) => messyCell(field, sent[place] ?? '', mess, random));
  if (random.chance(mess.contradiction)) cells = contradictSex(type, cells, clean);
  const operation = random.chance(0.4) ? '' : 'U';
  if (!random.chance(mess.unreadable)) return { sourceKey, updatedAt, operation, cells };
  const withoutKey = random.chance(0.15);
  return {
    sourceKey: withoutKey ? '' : sourceKey,
    updatedAt,
    operation,
    cells: withoutKey ? cells : spoil(fields, cells, random),
  };
}

/** Health insurance sends some rows with its own person number only; enrolment always carries both. */
function withoutHealthNumber(
  type: RecordType,
  cells: readonly string[],
  mess: Messiness,
  random: Random,
): readonly string[] {
  if ((type !== 'HI02' && type !== 'HI03') || !random.chance(mess.healthNumberBlank)) return cells;
  const place = fieldsOf(type).findIndex(({ name }) => name === 'certno');
  return cells.map((cell, index) => (index === place ? '' : cell));
}

function contradictSex(type: RecordType, cells: string[], clean: readonly string[]): string[] {
  const place = fieldsOf(type).findIndex(({ name }) => name === 'sex');
  if (place === -1) return cells;
  const other = SEX.codes.find((code) => code !== clean[place]) ?? '';
  return cells.map((cell, index) => (index === place ? other : cell));
}

type Companion = (row: DeliveryRow) => DeliveryRow[];

/** What is delivered beside a row now and then. */
const COMPANIONS: readonly (readonly [Companion, keyof Messiness, onlyBills: boolean])[] = [
  [(row) => [moved(row, -17), row], 'olderDuplicate', false],
  [(row) => [row, row], 'tiedDuplicate', false],
  [(row) => [{ ...moved(row, -1), operation: 'D', cells: [] }, row], 'outdatedDeletion', false],
  [(row) => [row, moved(row, 1)], 'billSentAgain', true],
  [(row) => [row, { ...moved(row, 1), sourceKey: `${row.sourceKey}-2` }], 'billUnderOtherKey', true],
];

function withCompanion(type: RecordType, row: DeliveryRow, mess: Messiness, random: Random): DeliveryRow[] {
  const isBill = type === 'HI02' && row.sourceKey !== '';
  let place = random.next();
  for (const [deliver, rate, onlyBills] of COMPANIONS) {
    if (onlyBills && !isBill) continue;
    place -= mess[rate];
    if (place < 0) return deliver(row);
  }
  return [row];
}

function moved(row: DeliveryRow, days: number): DeliveryRow {
  const { updatedAt } = row;
  return { ...row, updatedAt: dayText(dayNumber(updatedAt.slice(0, 10)) + days) + updatedAt.slice(10) };
}
