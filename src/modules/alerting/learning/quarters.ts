/**
 * Learning is told by whole quarters: a cell is hidden where its quarter is too small, and a longer period is the sum of
 * the quarters that are shown. So two periods that overlap differ by quarters that anybody may ask for, never by the few
 * families of the days between them.
 */
import { asDay, type Day } from '../../../kernel/day.ts';
import type { LearningRow } from './learning.ts';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const MOST = 12;
const ENDS: Readonly<Record<number, string>> = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' };
const STARTS: Readonly<Record<number, string>> = { 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' };

/** Quarters counted from the year 0. */
function quarterOf(day: Day): number {
  return Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
}

/** The quarters a period touches, whole; the newest dozen of them. */
export function quartersOf({ from, to }: Period): readonly Period[] {
  const last = quarterOf(to);
  const first = Math.max(quarterOf(from), last - MOST + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
    const [year, quarter] = [Math.floor((first + place) / 4), ((first + place) % 4) + 1];
    return { from: asDay(`${year}-${STARTS[quarter]}`), to: asDay(`${year}-${ENDS[quarter]}`) };
  });
}

function sum(values: readonly (number | null)[]): number | null {
  const shown = values.filter((value) => value !== null);
  return shown.length === 0 ? null : shown.reduce((total, value) => total + value, 0);
}

/** A mean over quarters, by how much was decided in each. */
function mean(rows: readonly LearningRow[], of: (row: LearningRow) => number | null, steps: number): number | null {
  const shown = rows.flatMap((row) => {
    const value = of(row);
    return value === null || row.decided === null ? [] : [{ value, weight: row.decided }];
  });
  const whole = shown.reduce((total, { weight }) => total + weight, 0);
  if (whole === 0) return null;
  return Math.round((shown.reduce((total, { value, weight }) => total + value * weight, 0) / whole) * steps) / steps;
}

function together(key: string, rows: readonly LearningRow[]): LearningRow {
  return {
    key,
    closed: sum(rows.map(({ closed }) => closed)),
    decided: sum(rows.map(({ decided }) => decided)),
    confirmed: sum(rows.map(({ confirmed }) => confirmed)),
    alreadyServed: sum(rows.map(({ alreadyServed }) => alreadyServed)),
    refuted: sum(rows.map(({ refuted }) => refuted)),
    unreached: sum(rows.map(({ unreached }) => unreached)),
    precision: mean(rows, ({ precision }) => precision, 1_000),
    hoursToContact: mean(rows, ({ hoursToContact }) => hoursToContact, 10),
  };
}

/** Rows of several quarters, as one row per group. */
export function addUp(quarters: readonly (readonly LearningRow[])[]): readonly LearningRow[] {
  const byKey = new Map<string, LearningRow[]>();
  for (const row of quarters.flat()) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, rows]) => together(key, rows));
}
