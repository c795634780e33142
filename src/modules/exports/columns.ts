/** What the rows and columns of a file are, whatever its format. */

/** Some rows: the JSON of each record in a line of its own. */
export interface RecordLines {
  readonly rows: number;
  readonly lines: Buffer;
}

/** The lines of one file in their order, some at a time. */
export type LineBatches = AsyncIterable<Buffer>;

/** TEXT also stands for codes and months; MONEY is an amount in yuan with two places; TIME has an offset. */
export const COLUMN_KINDS = ['TEXT', 'INTEGER', 'NUMBER', 'BOOLEAN', 'DATE', 'TIME', 'MONEY'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export type ColumnType =
  | { readonly kind: ColumnKind }
  | { readonly list: ColumnType }
  | { readonly fields: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

const text = (name: string): Column => ({ name, type: { kind: 'TEXT' } });

/** What changed and is not, or no longer, the caller's to hold. */
export const REMOVED_COLUMNS: readonly Column[] = ['type', 'id', 'operation'].map(text);

/** A column of a table: a field that holds one value, or a list. */
export interface FlatColumn {
  /** Names joined by dots. */
  readonly name: string;
  readonly path: readonly string[];
  /** A list stands as JSON. */
  readonly kind: ColumnKind | 'LIST';
}

/** Fields of fields as columns of their own. */
export function flatten(columns: readonly Column[], path: readonly string[] = []): FlatColumn[] {
  return columns.flatMap(({ name, type }) => {
    const here = [...path, name];
    if ('fields' in type) return flatten(type.fields, here);
    return { name: here.join('.'), path: here, kind: 'list' in type ? ('LIST' as const) : type.kind };
  });
}
