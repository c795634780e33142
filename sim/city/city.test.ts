import { describe, expect, it } from '@jest/globals';
import { readResidentId } from '../../src/kernel/resident-id.ts';
import { ageOn, civilDate, dayNumber, dayText } from '../calendar/day-number.ts';
import type { Member } from '../circumstances/member.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import type { City } from './city.ts';
import { createCity } from './city.ts';

const city = testCity(10_000);
const today = dayNumber(START_DAY);
const lives = [...city.households()].map((household) => household.liveTo(START_DAY));
const everyone = lives.flatMap(({ members }) => members);
const alive = everyone.filter(({ diedOn }) => diedOn === null);

const share = (holds: (member: Member) => boolean): number => alive.filter(holds).length / alive.length;
const aged =
  (low: number, high: number) =>
  (member: Member): boolean => {
    const age = ageOn(member.birth, today);
    return age >= low && age <= high;
  };
const recordsOf = (some: City): string =>
  JSON.stringify([...some.households()].map((household) => household.recordsAt(START_DAY)));

describe('the simulated city', () => {
  it('is the same for the same seed and another for another', () => {
    expect(recordsOf(testCity(300))).toBe(recordsOf(testCity(300)));
    expect(recordsOf(testCity(300))).not.toBe(recordsOf(testCity(300, 2)));
    expect(recordsOf(testCity(60, '7'))).toBe(recordsOf(testCity(60, 7)));
    expect(recordsOf(testCity(60, 'north'))).not.toBe(recordsOf(testCity(60, 'south')));
  });

  it('makes any household alone as it makes it among the others', () => {
    const [, , third] = [...testCity(300).households()];
    const [, , again] = [...testCity(10_000).households()];
    expect(third?.recordsAt(START_DAY)).toEqual(again?.recordsAt(START_DAY));
  });

  it('has about as many people as asked for, in households of 2.2', () => {
    expect(alive.length).toBeGreaterThan(9_800);
    expect(alive.length).toBeLessThan(10_100);
    expect(10_000 / city.householdCount).toBeCloseTo(2.2, 1);
  });

  it('gives valid numbers under 310199 only, to nobody twice', () => {
    const numbers = everyone
      .filter(({ documentType }) => documentType === '111')
      .map(({ documentNumber }) => documentNumber);
    expect(numbers.filter((number) => !number.startsWith('310199') || !readResidentId(number).ok)).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('puts birth date and sex into the number', () => {
    const contradictions = everyone.filter(({ documentType, documentNumber: number, birth, sex }) => {
      if (documentType !== '111') return false;
      const written = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
      return dayText(birth) !== written || (Number(number[16]) % 2 === 1 ? '1' : '2') !== sex;
    });
    expect(contradictions).toEqual([]);
  });

  it('keeps birth years apart where a million people need more numbers than a year has', () => {
    const million = createCity({ seed: 5, people: 1_000_000, startDay: START_DAY });
    expect(million.settings.birthYearClasses).toBe(3);
    const [first] = million.households();
    const years = first?.liveTo(START_DAY).members.map(({ birth }) => civilDate(birth).year % 3);
    expect(new Set(years)).toEqual(new Set([0]));
  });

  it('has the ages, students and certificates of the district', () => {
    expect(share(aged(60, 130))).toBeGreaterThan(0.3);
    expect(share(aged(60, 130))).toBeLessThan(0.4);
    expect(share(({ study }) => study?.status === '1')).toBeGreaterThan(0.095);
    expect(share(({ study }) => study?.status === '1')).toBeLessThan(0.14);
    expect(share(({ certificate }) => certificate?.status === '1')).toBeGreaterThan(0.033);
    expect(share(({ certificate }) => certificate?.status === '1')).toBeLessThan(0.047);
  });

  it('has about 1 % registered unemployed and a few without a citizen number', () => {
    const registered = share(({ work }) => work.kind === 'jobless' && work.registration !== null);
    expect(registered).toBeGreaterThan(0.007);
    expect(registered).toBeLessThan(0.016);
    const others = share(({ documentType }) => documentType !== '111');
    expect(others).toBeGreaterThan(0.0005);
    expect(others).toBeLessThan(0.004);
  });

  it('has about 5.6 % of its people in households with a class', () => {
    const listed = lives.flatMap(({ assistance }) => [...(assistance?.people.keys() ?? [])]);
    expect(listed.length / alive.length).toBeGreaterThan(0.045);
    expect(listed.length / alive.length).toBeLessThan(0.068);
  });

  it('names people as their generation was named, some with two-character surnames, some with a dot', () => {
    const names = everyone.map(({ name }) => name);
    expect(names.some((name) => /^(欧阳|上官|皇甫|司马|诸葛|司徒|夏侯|令狐|尉迟|公孙)/.test(name))).toBe(true);
    expect(names.some((name) => name.includes('·'))).toBe(true);
    expect(names.filter((name) => name.length >= 2 && name.length <= 4).length / names.length).toBeGreaterThan(0.99);
  });
});
