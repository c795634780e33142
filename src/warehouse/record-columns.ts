/**
 * The columns of records, as the hub's own schema types their fields, so that a newer hub needs no newer job. What is no plain value, and what the schema does not know, is kept as JSON.
 */
import type { ChangeType, HubClient } from '../../packages/client/src/index.ts';
import { type Column, type ColumnType, ID, type Row } from './column.ts';
import { TABLES, TYPES } from './table.ts';

interface GraphType {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: GraphType | null;
}

type Fields = readonly { readonly name: string; readonly type: GraphType }[];

const SCALARS: Readonly<Record<string, ColumnType>> = {
  Int: 'INTEGER',
  Float: 'NUMBER',
  Boolean: 'BOOLEAN',
  Money: 'MONEY',
  Date: 'DATE',
  DateTime: 'TIME',
  JSON: 'JSON',
};

const TYPE = '{ fields { name type { kind name ofType { kind name ofType { kind name } } } } }';

function columnType({ kind, name, ofType }: GraphType): ColumnType {
  if (kind === 'NON_NULL' && ofType !== null) return columnType(ofType);
  if (kind === 'ENUM') return 'TEXT';
  return kind === 'SCALAR' ? (SCALARS[name ?? ''] ?? 'TEXT') : 'JSON';
}

type Known = ReadonlyMap<ChangeType, ReadonlyMap<string, ColumnType>>;

async function readFields(client: HubClient, signal: AbortSignal | undefined): Promise<Known> {
  const asked = TYPES.map((type) => `${type}: __type(name: "${TABLES[type].of}") ${TYPE}`);
  const { data } = await client.request<unknown, object>(`query RecordColumns { ${asked.join(' ')} }`, {}, { signal });
  const described = data as Readonly<Partial<Record<ChangeType, { readonly fields: Fields | null } | null>>>;
  const columnsOf = (type: ChangeType) =>
    new Map((described[type]?.fields ?? []).map((field) => [field.name, columnType(field.type)]));
  return new Map(TYPES.map((type) => [type, columnsOf(type)]));
}

/** Columns of records of a type. */
export type RecordColumns = (type: ChangeType, records: readonly Row[]) => Promise<readonly Column[]>;

/** Asks the hub when it begins, and again when a record has a field that it did not have then. */
export function createRecordColumns(client: HubClient, signal?: AbortSignal): RecordColumns {
  let known: Promise<Known> | null = null;
  const strange = new Set<string>();
  return async (type, records) => {
    known ??= readFields(client, signal);
    const names = new Set(records.flatMap((record) => Object.keys(record)));
    names.delete(ID.name);
    const fields = (await known).get(type);
    const unknown = [...names].filter((name) => !fields?.has(name) && !strange.has(`${type} ${name}`));
    if (unknown.length > 0) known = readFields(client, signal);
    for (const name of unknown) strange.add(`${type} ${name}`);
    const now = (await known).get(type);
    return [ID, ...[...names].map((name) => ({ name, type: now?.get(name) ?? 'JSON' }) as const)];
  };
}
