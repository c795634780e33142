import type { ColumnType } from './field-kinds/index.ts';
import { columnsOf, recordTable, snakeCase } from './record-columns.ts';
import type { RecordContract } from './record-contract.ts';

type Line = readonly [name: string, type: string, ...attributes: string[]];

const PRISMA_TYPES: Readonly<Record<ColumnType, readonly [type: string, native: string]>> = {
  text: ['String', ''],
  date: ['DateTime', '@db.Date'],
  'timestamp(0)': ['DateTime', '@db.Timestamp(0)'],
  bigint: ['BigInt', ''],
  integer: ['Int', ''],
  boolean: ['Boolean', ''],
  'numeric(12,2)': ['Decimal', '@db.Decimal(12, 2)'],
};

/** What the hub keeps beside every record: its source, its time, and whether it has ended (`D` deletion, `A` absence). */
const COMMON: readonly Line[] = [
  ['sourceKey', 'String', '@id', '@map("source_key")'],
  ['updatedAt', 'DateTime', '@map("updated_at")', '@db.Timestamp(0)'],
  ['subjectId', 'BigInt?', '@map("subject_id")'],
  ['batchId', 'BigInt', '@map("batch_id")'],
  ['rowNumber', 'Int', '@map("row_number")'],
  ['asOf', 'DateTime', '@map("as_of")', '@db.Date'],
  ['endedOn', 'DateTime?', '@map("ended_on")', '@db.Date'],
  ['endedBy', 'String?', '@map("ended_by")', '@db.Char(1)'],
  ['newerQuarantined', 'Boolean', '@default(false)', '@map("newer_quarantined")'],
];

/** Every column may be null: of a deletion that came before its record only key and time are known. */
function fieldLines(contract: RecordContract): readonly Line[] {
  return columnsOf(contract).map(({ field, column, pgType }) => {
    const [type, native] = PRISMA_TYPES[pgType];
    const attributes = [column === field ? '' : `@map("${column}")`, native].filter((part) => part !== '');
    return [field, `${type}?`, ...attributes];
  });
}

function aligned(lines: readonly Line[]): readonly string[] {
  const nameWidth = Math.max(...lines.map(([name]) => name.length));
  const typeWidth = Math.max(...lines.map(([, type]) => type.length));
  return lines.map(([name, type, ...attributes]) =>
    `  ${name.padEnd(nameWidth)} ${type.padEnd(typeWidth)} ${attributes.join(' ')}`.trimEnd(),
  );
}

function indexLines(contract: RecordContract): readonly string[] {
  const bySubject = contract.person === null ? [] : [['subjectId']];
  return [...bySubject, ...contract.indexes].map((fields) => {
    const name = `${recordTable(contract.recordType)}_${fields.map(snakeCase).join('_')}_idx`;
    return `  @@index([${fields.join(', ')}], map: "${name}")`;
  });
}

function modelName({ recordType }: RecordContract): string {
  return `Record${recordType.charAt(0)}${recordType.slice(1).toLowerCase()}`;
}

/** The Prisma model of one record type. */
export function prismaModel(contract: RecordContract): string {
  return [
    `/// ${contract.recordType} ${contract.title}`,
    `model ${modelName(contract)} {`,
    ...aligned([...COMMON, ...fieldLines(contract)]),
    '',
    ...indexLines(contract),
    `  @@map("${recordTable(contract.recordType)}")`,
    '}',
  ].join('\n');
}

/** The schema file with the models of all record types. */
export function prismaModels(contracts: readonly RecordContract[]): string {
  const head = '/// Generated from the record contracts of the connectors. Do not edit: `npm run generate` writes it.';
  return `${[head, ...contracts.map(prismaModel)].join('\n\n')}\n`;
}
