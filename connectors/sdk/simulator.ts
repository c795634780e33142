/**
 * What an agency is in the simulated city: how it lays out its files, and what it writes of a household. The city lives
 * by itself (sim/life) and knows people, homes, work, school and health; an agency of which it knows nothing writes of
 * its own accord, by chances that are the same for the same city.
 */
import type { RecordType } from '../../src/kernel/agency.ts';

export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

export interface CsvPlan {
  readonly format: 'csv';
  readonly fileName: string;
  readonly encoding: CsvEncoding;
  readonly lineEnd: '\n' | '\r\n';
  /** Sent as changes even when everything else is sent whole: lists that only grow. */
  readonly growing: boolean;
}

export interface SheetPlan {
  readonly format: 'xlsx';
  readonly fileName: string;
  readonly sheet: string;
  /** Rows above the header; the first one is merged over all columns. */
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** A sheet before the one with the records. */
  readonly coverSheet: readonly string[] | null;
}

/** How an agency lays out the file of a record type. */
export type FilePlan = CsvPlan | SheetPlan;

export function csvFile(fileName: string, encoding: CsvEncoding, lineEnd: CsvPlan['lineEnd'] = '\n'): CsvPlan {
  return { format: 'csv', fileName, encoding, lineEnd, growing: false };
}

/** A workbook with a sheet of this name, titles above its header and notes at its foot. */
export function sheetFile(
  fileName: string,
  sheet: string,
  { titles = [], notes = [] }: { readonly titles?: readonly string[]; readonly notes?: readonly string[] } = {},
): SheetPlan {
  return { format: 'xlsx', fileName, sheet, titles, notes, coverSheet: null };
}

/** A living person of a simulated household. */
export interface SimulatedPerson {
  /** Unique in the city. */
  readonly number: number;
  readonly name: string;
  /** `1` male, `2` female. */
  readonly sex: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** Blank for who has none. */
  readonly residentId: string;
  readonly age: number;
}

/** A household of the city on one day, as an agency meets it. */
export interface SimulatedHome {
  /** Unique in the city. */
  readonly number: number;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly address: string;
  readonly streetCode: string;
  /** The living, the head first. */
  readonly people: readonly SimulatedPerson[];
  /** From 0 to 1, the same for the same words on every day: what is decided once. */
  chance(...words: readonly (string | number)[]): number;
  /** The day so many days before this one, or after it where the number is negative. */
  daysAgo(days: number): string;
  /** Writes a record; what is not named is left blank. The same key again is a new version. */
  write(recordType: RecordType, sourceKey: string, values: Readonly<Record<string, string>>): void;
  /** Deletes a record that was written. */
  erase(recordType: RecordType, sourceKey: string): void;
}

export interface Simulator {
  readonly files: { readonly [Type in RecordType]?: FilePlan };
  /** Of an agency with a drop folder: what it leaves after its first delivery. */
  readonly later?: 'full' | 'increment';
  /** What is on record when the city begins. */
  begin?(home: SimulatedHome): void;
  /** What a new month brings. */
  monthly?(home: SimulatedHome): void;
}
