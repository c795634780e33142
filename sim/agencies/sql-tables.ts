import { snakeCase } from '../../connectors/sdk/record-columns.ts';
import type { RecordField } from '../../connectors/sdk/record-contract.ts';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Messiness } from '../mess/messiness.ts';
import { messyCell } from '../mess/messy-cells.ts';
import { spoil } from '../mess/unreadable-rows.ts';
import { hashText, mix } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import { fieldsOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';

/** A column of the bureau's own tables. */
export interface SqlColumn {
  readonly field: RecordField;
  /** Its name in the base table; the view shows the Chinese header. */
  readonly name: string;
  readonly type: 'text' | 'date' | 'money' | 'area';
}

export function tableOf(type: RecordType): string {
  return type.toLowerCase();
}

export function viewOf(type: RecordType): string {
  return `v_${tableOf(type)}`;
}

export function columnsOf(type: RecordType): readonly SqlColumn[] {
  return fieldsOf(type).map((field) => ({ field, name: snakeCase(field.name), type: columnType(field) }));
}

function columnType({ kind }: RecordField): SqlColumn['type'] {
  if (kind.name === 'day') return 'date';
  return kind.name === 'money' || kind.name === 'area' ? kind.name : 'text';
}

/** The values of a table row: key, last change, columns. Only text columns can hold what clerks typed. */
export function sqlValues(version: RecordVersion, mess: Messiness | null): (string | null)[] {
  const columns = columnsOf(version.recordType);
  const clean = columns.map((_column, place) => version.cells?.[place] ?? '');
  const values = mess === null ? clean : typedByClerks(version, columns, clean, mess);
  return [version.sourceKey, version.updatedAt, ...values.map((value) => (value === '' ? null : value))];
}

function typedByClerks(
  { sourceKey, updatedAt }: RecordVersion,
  columns: readonly SqlColumn[],
  clean: readonly string[],
  mess: Messiness,
): readonly string[] {
  const random = new Random(mix(hashText(sourceKey), hashText(updatedAt)));
  const written = columns.map(({ field, type }, place) =>
    type === 'text' ? messyCell(field, clean[place] ?? '', mess, random) : (clean[place] ?? ''),
  );
  if (!random.chance(mess.unreadable)) return written;
  const places = columns.flatMap(({ type }, place) => (type === 'text' ? [place] : []));
  const spoilt = spoil(
    places.map((place) => columns[place]?.field as RecordField),
    places.map((place) => written[place] ?? ''),
    random,
  );
  return written.map((value, place) => spoilt[places.indexOf(place)] ?? value);
}

/** `"列"` or `` `列` ``: the view that shows a table under the agency's own headers. */
export function viewColumns(type: RecordType, quote: (name: string) => string): string {
  const own = columnsOf(type).map(({ field, name }) => `${name} AS ${quote(field.header)}`);
  return [
    `source_key AS ${quote('来源主键')}`,
    `updated_at AS ${quote('更新时间')}`,
    `'U' AS ${quote('操作')}`,
    ...own,
  ].join(', ');
}
