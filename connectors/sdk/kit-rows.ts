import type { FieldKindName } from './field-kinds/index.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import type { RecordContract, RecordField } from './record-contract.ts';

/** A synthetic person: the address code 310199 was never given out. */
export const SAMPLE_RESIDENT_ID = '310199199001010018';

const EXAMPLES: Readonly<Record<Exclude<FieldKindName, 'code'>, string>> = {
  text: '甲乙丙',
  day: '1990-01-01',
  month: '2026-10',
  localTime: '2026-10-31 09:08:07',
  year: '2026',
  money: '1234.50',
  area: '76.2',
  yesNo: '是',
  residentNumber: SAMPLE_RESIDENT_ID,
  certificateNumber: `${SAMPLE_RESIDENT_ID}11`,
  divisionCode: '310105001001',
  schoolYear: '2026-2027',
  term: '2026-2027-1',
};

function exampleOf(field: RecordField): string {
  const { kind } = field;
  if (kind.name === 'code') return kind.codes?.codes[0] ?? '';
  const example = EXAMPLES[kind.name];
  return kind.name === 'divisionCode' && !kind.schema.safeParse(example).success ? example.slice(0, 9) : example;
}

/** A row of a record type that is right in every column, about {@link SAMPLE_RESIDENT_ID}. */
export function sampleRow(contract: RecordContract, changes: Readonly<Record<string, RawCell>> = {}): RawRow {
  const own = Object.fromEntries(contract.fields.map((field) => [field.header, exampleOf(field)]));
  return { 来源主键: 'K1', 更新时间: '2026-10-31 08:00:00', 操作: 'U', ...own, ...changes };
}
