import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../kernel/day.ts';
import { loadPack, type Severity } from '../discovery/index.ts';
import { dueTimes } from './due.ts';

const pack = await loadPack('packs', 'shanghai/changning');

function due(severity: Severity, now: string): string | undefined {
  return dueTimes({ now: () => new Date(now) }, pack.clocks, pack.workingDays)
    .get(severity)
    ?.toISOString();
}

describe('the clocks of alerts', () => {
  it('red runs by the hour, weekend or not', () => {
    expect(due('RED', '2026-11-07T02:00:00Z')).toBe('2026-11-08T02:00:00.000Z');
  });

  it('orange runs three working days: over a weekend, over a holiday with its make-up days', () => {
    expect(due('ORANGE', '2026-11-06T02:00:00Z')).toBe('2026-11-11T02:00:00.000Z');
    // 1 to 7 October are holidays; Saturday 10 October is worked.
    expect(due('ORANGE', '2026-09-30T02:00:00Z')).toBe('2026-10-10T02:00:00.000Z');
  });

  it('counts days as Beijing does', () => {
    // 22:00 on a Thursday in UTC is Friday morning in Beijing.
    expect(due('ORANGE', '2026-11-05T22:00:00Z')).toBe('2026-11-10T22:00:00.000Z');
  });

  it('yellow runs ten working days, blue thirty days', () => {
    expect(due('YELLOW', '2026-11-02T02:00:00Z')).toBe('2026-11-16T02:00:00.000Z');
    expect(due('BLUE', '2026-11-02T02:00:00Z')).toBe('2026-12-02T02:00:00.000Z');
  });

  it('knows a worked weekend from a free one', () => {
    const days = ['2026-10-09', '2026-10-10', '2026-10-11', '2026-02-16'].map(asDay);
    expect(days.map((day) => pack.workingDays.isWorkingDay(day))).toEqual([true, true, false, false]);
  });

  it('knows which years it has the holidays of, and leaves out weekends only in others', () => {
    expect(['2026-12-31', '2027-01-01'].map((day) => pack.workingDays.covers(asDay(day)))).toEqual([true, false]);
    expect(pack.workingDays.years).toEqual([2026]);
    expect(due('ORANGE', '2026-12-31T02:00:00Z')).toBe('2027-01-05T02:00:00.000Z');
  });
});
