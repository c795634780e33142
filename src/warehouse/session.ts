/** One connection to a target database, and how its SQL differs from that of others. */
import { WanjiaError } from '../kernel/errors.ts';
import type { Column, ColumnType } from './column.ts';

export interface Session {
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Whether a primary key is worth having. */
  readonly keyed: boolean;
  /** A relation `r` of these columns, out of the parameter `$1`: the JSON of a list of objects that have them all. */
  rowsOf(columns: readonly Column[]): string;
  query<T>(sql: string, values?: readonly string[]): Promise<readonly T[]>;
  /** All of it or nothing. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A name as it stands, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What a database says may quote a row: only its code is told. */
export function targetFailure(target: string, error: unknown): WanjiaError {
  const { code } = error as { readonly code?: unknown };
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.name : 'error';
  return new WanjiaError('WAREHOUSE_TARGET_FAILED', { target, detail }, { cause: error });
}
