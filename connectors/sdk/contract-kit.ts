import type { describe, expect, it } from '@jest/globals';
import { SAMPLE_RESIDENT_ID, sampleRow } from './kit-rows.ts';
import type { RawCell } from './raw-row.ts';
import { type RowOutcome, readRow } from './read-row.ts';
import type { RecordContract, RecordField } from './record-contract.ts';

/** The test runner, handed in so that the SDK does not depend on it. */
export interface TestRunner {
  readonly describe: typeof describe;
  readonly it: typeof it;
  readonly expect: typeof expect;
}

const NOT_STATED = ['', ' \u3000', '-', '/', '无', 'NULL', '不详', null] as const;
const DAYS: readonly RawCell[] = ['1990-01-01', '1990/1/1', '19900101', '1990年1月1日', '１９９０-０１-０１', 32874];
const MONTHS: readonly RawCell[] = ['2026-10', '202610', '2026年10月', 202610];
const AMOUNTS: readonly RawCell[] = ['1234.50', '1,234.50', '1234.5', '￥1234.50', '１２３４.５０', 1234.5];

/** Ways of writing the sample value of a kind. */
const FORMS: Partial<Record<RecordField['kind']['name'], readonly RawCell[]>> = {
  day: [...DAYS, new Date('1990-01-01T00:00:00Z'), new Date('1990-01-01T23:59:59Z')],
  month: [...MONTHS, new Date('2026-10-01T00:00:00Z')],
  money: AMOUNTS,
  yesNo: ['是', 'Y', '1', '√', 1, true, '１'],
  localTime: ['2026-10-31 09:08:07', '2026/10/31 09:08:07', new Date('2026-10-31T09:08:07Z')],
  year: ['2026', '２０２６', 2026],
  residentNumber: [SAMPLE_RESIDENT_ID, `'${SAMPLE_RESIDENT_ID}`, ` ${SAMPLE_RESIDENT_ID}\u3000`, '310199900101001'],
};

/** Values that are none of a kind. */
const BROKEN: Partial<Record<RecordField['kind']['name'], readonly RawCell[]>> = {
  code: ['zz', '88', 88, true],
  day: ['2026-02-30', '2026年13月1日', 'soon', new Date(Number.NaN), -5],
  month: ['202613', '2026年13月', '2026-10-01'],
  money: ['一百元', '12.3.4', '#VALUE!', '1O0.00'],
  yesNo: ['也许', '2'],
  localTime: ['2026-02-30 10:20:30', '2026-10-31 25:00:00'],
  year: ['26', '二〇二六'],
  area: ['-1', '约70'],
  residentNumber: ['310199199001010019', '310199198502300019', '31019919900101001', Number(SAMPLE_RESIDENT_ID)],
  certificateNumber: [`${SAMPLE_RESIDENT_ID}1`, `${SAMPLE_RESIDENT_ID}81`, '31019919900101001911'],
  divisionCode: ['3101', 'ABCDEFGHI'],
  schoolYear: ['2026-2028', '2026'],
  term: ['2026-2027-3', '2026-2027'],
  text: [true, 'a\u0000b'],
};

function read(contract: RecordContract, changes: Readonly<Record<string, RawCell>>): RowOutcome {
  return readRow(contract, { row: 7, raw: sampleRow(contract, changes) });
}

function columnsRejected(outcome: RowOutcome): readonly string[] {
  return outcome.kind === 'rejected' ? outcome.reasons.map(({ column }) => column) : [outcome.kind];
}

function fieldOf(outcome: RowOutcome, field: RecordField): unknown {
  return outcome.kind === 'record' ? outcome.record[field.name] : outcome;
}

/** Sex, and a certificate's category and level, are what the sample's number says, whatever the column says. */
function isDecidedByNumber({ person, certificate }: RecordContract, field: RecordField): boolean {
  return [person?.sex, certificate?.category, certificate?.level].includes(field);
}

function describeField({ describe, it, expect }: TestRunner, contract: RecordContract, field: RecordField): void {
  const { header, kind } = field;
  const clean = fieldOf(read(contract, {}), field);
  describe(header, () => {
    const blanks = NOT_STATED.filter((blank) => kind.codes?.find(String(blank)) === undefined);
    it(field.required ? 'must be stated' : 'may be left out, in every way of saying so', () => {
      for (const blank of blanks) {
        const outcome = read(contract, { [header]: blank });
        if (field.required) expect(columnsRejected(outcome)).toEqual([header]);
        else expect(outcome.kind).toBe('record');
      }
    });

    it('reads every way of writing the same value', () => {
      for (const form of FORMS[kind.name] ?? [])
        expect(fieldOf(read(contract, { [header]: form }), field)).toEqual(clean);
      for (const code of kind.codes?.codes ?? []) {
        if (isDecidedByNumber(contract, field)) continue;
        expect(fieldOf(read(contract, { [header]: ` ${code}\u3000` }), field)).toBe(code);
        expect(fieldOf(read(contract, { [header]: kind.codes?.label(code) ?? '' }), field)).toBe(code);
      }
    });

    it('rejects the row for this column where the value is none of its kind', () => {
      for (const broken of BROKEN[kind.name] ?? []) {
        expect(columnsRejected(read(contract, { [header]: broken }))).toEqual([header]);
      }
    });
  });
}

function describeRow({ describe, it, expect }: TestRunner, contract: RecordContract): void {
  describe('as a row', () => {
    it('gives a record that its schema accepts', () => {
      const outcome = read(contract, {});
      if (outcome.kind !== 'record') throw new Error(JSON.stringify(outcome));
      expect(contract.schema.safeParse(outcome.record).success).toBe(true);
      expect(outcome.findings).toEqual([]);
    });

    it('needs only key, time and operation to delete', () => {
      const raw = { 来源主键: 'K1', 更新时间: '2026-10-31', 操作: 'D' };
      expect(readRow(contract, { row: 1, raw })).toMatchObject({ kind: 'deletion', updatedAt: '2026-10-31 00:00:00' });
    });

    it('names every bad column, and no value', () => {
      const outcome = read(contract, { 来源主键: '-', 更新时间: 'SECRET', 操作: 'SECRET' });
      expect(columnsRejected(outcome)).toEqual(['来源主键', '更新时间', '操作']);
      expect(JSON.stringify(outcome)).not.toContain('SECRET');
    });

    it('refuses a formula or an error in any of its columns, and ignores columns it does not know', () => {
      for (const { header } of contract.fields) {
        const faults = [{ column: header, code: 'FORMULA_CELL' as const }];
        expect(columnsRejected(readRow(contract, { row: 1, raw: sampleRow(contract), faults }))).toEqual([header]);
      }
      const faults = [{ column: '备注', code: 'FORMULA_CELL' as const }];
      expect(readRow(contract, { row: 1, raw: sampleRow(contract), faults }).kind).toBe('record');
    });

    it('says whom it is about', () => {
      const outcome = read(contract, {});
      if (outcome.kind !== 'record') throw new Error('not a record');
      const key = contract.subjectKey(outcome.record, 'K1');
      const hasNumber = contract.person?.number !== undefined;
      if (contract.person === null) expect(key).toBeNull();
      else expect(key).toBe(hasNumber ? `id:${SAMPLE_RESIDENT_ID}` : 'stu:甲乙丙');
    });
  });
}

/** The tests that every connector's record contracts pass. */
export function describeContracts(runner: TestRunner, contracts: readonly RecordContract[]): void {
  for (const contract of contracts) {
    runner.describe(`${contract.recordType} ${contract.title}`, () => {
      for (const field of contract.fields) describeField(runner, contract, field);
      describeRow(runner, contract);
    });
  }
}
