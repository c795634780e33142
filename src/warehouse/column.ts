/** What columns a table has, and of which types, whatever database it is in. */

export const COLUMN_TYPES = ['TEXT', 'INTEGER', 'NUMBER', 'BOOLEAN', 'MONEY', 'DATE', 'TIME', 'JSON'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** Every table's key: the id under which the caller knows the entity. */
export const ID: Column = { name: 'id', type: 'TEXT' };

export type Row = Readonly<Record<string, unknown>>;
