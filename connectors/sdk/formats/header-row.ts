import { canonicalText } from '../../../src/kernel/cell-text.ts';
import { COMMON_COLUMNS, COMMON_REQUIRED_HEADERS } from '../common-columns.ts';
import type { RawCell, RawRow } from '../raw-row.ts';
import type { RecordContract } from '../record-contract.ts';
import { SourceError } from '../source-error.ts';

const COMMON_HEADERS: readonly string[] = Object.values(COMMON_COLUMNS).map(({ header }) => header);

/** The columns a file of this record type cannot do without. */
export function requiredHeaders(contract: RecordContract): readonly string[] {
  const own = contract.fields.filter(({ required }) => required).map(({ header }) => header);
  return [...COMMON_REQUIRED_HEADERS, ...own];
}

/** Headers that the contract does not know: reported and ignored. */
export function unknownHeaders(contract: RecordContract, headers: readonly string[]): readonly string[] {
  const known = new Set([...COMMON_HEADERS, ...contract.fields.map(({ header }) => header)]);
  return headers.filter((header) => header !== '' && !known.has(header));
}

/** The header row of a table: names its cells and turns rows into objects. */
export class HeaderRow {
  readonly names: readonly string[];
  readonly #used: readonly (readonly [name: string, index: number])[];

  constructor(cells: readonly RawCell[]) {
    this.names = cells.map((cell) => (cell === null ? '' : canonicalText(String(cell))));
    this.#used = this.names.flatMap((name, index) => (name === '' ? [] : [[name, index] as const]));
  }

  /** Refuses a table that lacks a required column or has a known one twice. */
  check(contract: RecordContract, file: string): void {
    if (this.#used.length === 0) throw new SourceError('HEADER_MISSING', { file });
    const missing = requiredHeaders(contract).filter((header) => !this.names.includes(header));
    if (missing.length > 0) throw new SourceError('REQUIRED_COLUMNS_MISSING', { file, column: missing.join('、') });
    const unknown = unknownHeaders(contract, this.names);
    const twice = this.#used.find(([name, at]) => this.names.indexOf(name) !== at && !unknown.includes(name));
    if (twice !== undefined) throw new SourceError('DUPLICATE_COLUMN', { file, column: twice[0] });
  }

  toRow(cells: readonly RawCell[]): RawRow {
    const row: Record<string, RawCell> = {};
    for (const [name, index] of this.#used) row[name] = cells[index] ?? null;
    return row;
  }
}
