import type { JsonRow } from './agency-rows.ts';

interface Entry {
  readonly sequence: number;
  readonly key: string;
  readonly row: JsonRow;
}

export interface LogPage {
  readonly rows: readonly JsonRow[];
  readonly nextCursor: string;
  readonly more: boolean;
}

/** Rows in the order of their changes, read from a cursor on. A changed record's older rows leave the log. */
export class ChangeLog {
  #entries: Entry[] = [];
  #sequence = 0;

  append(changes: Iterable<{ readonly key: string; readonly rows: readonly JsonRow[] }>): void {
    const added = [...changes];
    const changed = new Set(added.map(({ key }) => key));
    if (this.#entries.length > 0) this.#entries = this.#entries.filter(({ key }) => !changed.has(key));
    for (const { key, rows } of added) {
      for (const row of rows) {
        this.#sequence += 1;
        this.#entries.push({ sequence: this.#sequence, key, row });
      }
    }
  }

  /** The rows after a cursor (null: from the start); null for a cursor this log never gave. */
  read(since: string | null, limit: number, replayed: number): LogPage | null {
    const after = since === null ? 0 : sequenceOf(since);
    if (after === null || after > this.#sequence) return null;
    const first = this.#firstAfter(after);
    const from = since === null ? first : Math.max(0, first - replayed);
    const last = Math.min(first + limit, this.#entries.length);
    const read = this.#entries.slice(from, last);
    return {
      rows: read.map(({ row }) => row),
      nextCursor: cursorOf(this.#entries[last - 1]?.sequence ?? after),
      more: last < this.#entries.length,
    };
  }

  #firstAfter(sequence: number): number {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle] as Entry).sequence <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function cursorOf(sequence: number): string {
  return Buffer.from(`log:${sequence}`).toString('base64url');
}

function sequenceOf(cursor: string): number | null {
  const sequence = /^log:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  return sequence === undefined ? null : Number(sequence);
}
