import type { DeliveryRow } from '../mess/messy-rows.ts';

/** Writes the rows of one file as they come; holds a bounded part of them. */
export interface TableWriter {
  readonly rows: number;
  add(row: DeliveryRow): void;
  /** Enough has gathered for a {@link drain}. */
  readonly isFull: boolean;
  /** Lets the file take what has gathered. */
  drain(): Promise<void>;
  /** Closes the file; returns its SHA-256 in hex. */
  finish(): Promise<string>;
}
