/** Writes docs/export-columns.md: what stands in the files of exports, whatever their format. */
import { writeFile } from 'node:fs/promises';
import { createSchema } from '../schema/index.ts';
import { recordColumns } from '../schema/records/record-columns.ts';
import { type Column, type ColumnType, REMOVED_COLUMNS } from '../src/modules/exports/index.ts';

const WORDS = {
  TEXT: 'text',
  INTEGER: 'whole number',
  NUMBER: 'number',
  BOOLEAN: 'true or false',
  DATE: 'day',
  TIME: 'time, +08:00',
  MONEY: 'yuan, two places',
} as const;

function wordOf(type: ColumnType): string {
  if ('list' in type) return 'fields' in type.list ? 'list' : `list of ${wordOf(type.list)}`;
  return 'fields' in type ? '' : WORDS[type.kind];
}

/** Lists of structures are written `name[]`, their fields after it. */
function rowsOf(columns: readonly Column[], before = ''): string[] {
  return columns.flatMap(({ name, type }) => {
    const here = `${before}${name}`;
    if ('fields' in type) return rowsOf(type.fields, `${here}.`);
    const inner = 'list' in type && 'fields' in type.list ? rowsOf(type.list.fields, `${here}[].`) : [];
    return [`| \`${here}\` | ${wordOf(type)} |`, ...inner];
  });
}

const section = (title: string, columns: readonly Column[]): string =>
  [`## ${title}`, '', '| column | |', '|---|---|', ...rowsOf(columns)].join('\n');

const sections = [...recordColumns(createSchema())].map(([type, columns]) => section(type, columns));
await writeFile(
  'docs/export-columns.md',
  `${[
    '# Columns of exports',
    'Generated from the selections in `schema/records/record-fields.ts` and the types of the schema. What a field means stands in the schema; what its caller may not see is null. In CSV a list stands as JSON in one column; in Parquet it is nested.',
    ...sections,
    section('REMOVED', REMOVED_COLUMNS),
  ].join('\n\n')}\n`,
);
