import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../src/kernel/day.ts';
import { dayNumber, dayText } from '../calendar/day-number.ts';
import type { RecordVersion } from '../records/record-version.ts';
import { firingRules } from '../test-support/discovery-rules.ts';
import { type NamedRecord, namedRecord } from '../test-support/records-by-type.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';

const YEAR_LATER = '2027-10-31';
const city = testCity(3000);
const lives = [...city.households()].map((household) => household.liveTo(YEAR_LATER));

interface Written {
  readonly version: RecordVersion;
  readonly record: NamedRecord;
}

const written = (type: string): Written[] =>
  lives
    .flatMap(({ ledger }) => ledger.versions)
    .filter((version) => version.recordType === type && version.cells !== null)
    .map((version) => ({ version, record: namedRecord(version) }));

const diedOn = new Map(
  written('CA04').map(({ record }) => [`${record.name}${record.residentId}`, record.diedOn ?? '']),
);

describe('life in the city, two years of it', () => {
  it('lets nobody die twice, and about 1 in 100 a year', () => {
    expect(diedOn.size).toBe(written('CA04').length);
    expect(diedOn.size).toBeGreaterThan(40);
    expect(diedOn.size).toBeLessThan(110);
  });

  it('pays nothing in for the dead', () => {
    const late = written('HR01').filter(({ version, record }) => {
      const death = diedOn.get(`${record.aac003}${record.aac002}`);
      return (
        death !== undefined &&
        version.updatedAt.slice(0, 10) > death &&
        (record.aae002 ?? '') > death.slice(0, 7).replace('-', '')
      );
    });
    expect(late).toEqual([]);
  });

  it('settles no bill of a day after death, except refunds', () => {
    const late = written('HI02').filter(({ record }) => {
      const death = diedOn.get(`${record.psnName}${record.certno}`);
      return death !== undefined && (record.setlTime ?? '').slice(0, 10) > death && record.refdSetlFlag !== '1';
    });
    expect(late).toEqual([]);
  });

  it('goes on paying some of the dead for at most three months', () => {
    const late = written('CA03').filter(({ record }) => {
      const death = diedOn.get(`${record.name}${record.residentId}`);
      return death !== undefined && (record.month ?? '') > death.slice(0, 7);
    });
    expect(late.length).toBeGreaterThan(0);
    const months = late.map(({ record }) =>
      monthsFrom(diedOn.get(`${record.name}${record.residentId}`) ?? '', record.month ?? ''),
    );
    expect(Math.max(...months)).toBeLessThanOrEqual(3);
  });

  it('brings children who get a number, cover and no birth before their records', () => {
    const born = lives.flatMap(({ members }) => members).filter(({ birth }) => birth > dayNumber(START_DAY));
    expect(born.length).toBeGreaterThan(3);
    const early = lives.flatMap(({ ledger, members }) =>
      members.filter((member) =>
        ledger.versions.some(
          ({ cells, updatedAt }) =>
            cells?.includes(member.documentNumber) === true &&
            updatedAt.slice(0, 10) < dayText(member.birth) &&
            member.birth > dayNumber(START_DAY),
        ),
      ),
    );
    expect(early).toEqual([]);
  });

  it('keeps bills in balance', () => {
    const off = written('HI02').filter(({ record }) => {
      const fen = (name: string): number => Math.round(Number(record[name]) * 100);
      const parts = fen('fulamtOwnpayAmt') + fen('preselfpayAmt') + fen('inscpScpAmt');
      return (
        fen('medfeeSumamt') !== parts ||
        fen('medfeeSumamt') !== fen('fundPaySumamt') + fen('psnPartAmt') ||
        fen('psnPartAmt') !== fen('acctPay') + fen('psnCashPay')
      );
    });
    expect(off).toEqual([]);
  });

  it('writes a later state of a record at a later time', () => {
    const disordered = lives.flatMap(({ ledger }) => {
      const last = new Map<string, string>();
      return ledger.versions.filter(({ recordType, sourceKey, updatedAt }) => {
        const before = last.get(recordType + sourceKey);
        last.set(recordType + sourceKey, updatedAt);
        return before !== undefined && before >= updatedAt;
      });
    });
    expect(disordered).toEqual([]);
  });

  it('touches every side of life within a year', () => {
    const changed = new Set(
      lives
        .flatMap(({ ledger }) => ledger.versions)
        .filter(({ updatedAt }) => updatedAt > START_DAY)
        .map(({ recordType }) => recordType),
    );
    expect([...changed].sort()).toEqual([
      'CA01',
      'CA02',
      'CA03',
      'CA04',
      'CA05',
      'DF01',
      'DF02',
      'ED01',
      'ED02',
      'ED03',
      'HI01',
      'HI02',
      'HI03',
      'HO02',
      'HR01',
      'HR02',
      'HR03',
    ]);
  });

  it('holds silent cases for each of the nine rules at natural numbers', () => {
    const fired = [...city.households()].map((household) =>
      firingRules(household.recordsAt(START_DAY), asDay(START_DAY)),
    );
    const rules = new Set(fired.flatMap((names) => [...names]));
    expect([...rules].sort()).toEqual(['R01', 'R04', 'R05', 'R08', 'R11', 'R12', 'R13', 'R14', 'R15b']);
    const share = fired.filter(({ size }) => size > 0).length / city.householdCount;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.06);
  });
});

function monthsFrom(day: string, month: string): number {
  const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return index(month) - index(day);
}
