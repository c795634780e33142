import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, asDay, completedYears, dayOfSerial, daysBetween, parseDay } from './day.ts';
import { parseDayOrTime, parseLocalTime } from './local-time.ts';
import { addToMonth, asMonth, parseMonth } from './month.ts';

describe('parseDay', () => {
  it.each(['2026-01-05', '2026/1/5', '2026/01/05', '20260105', '2026年1月5日', '2026年01月05日'])(
    'reads %s',
    (written) => expect(parseDay(written)).toBe('2026-01-05'),
  );

  it.each(['2026-02-30', '2026年02月30日', '2025/2/29', '20261301', '2026-1', '2026-10', 'yesterday', '', '46247'])(
    'does not read %s',
    (written) => expect(parseDay(written)).toBeNull(),
  );
});

describe('day arithmetic', () => {
  it('clamps months to their last day', () => {
    expect(addMonths(asDay('2026-10-31'), 1)).toBe('2026-11-30');
    expect(addMonths(asDay('2024-02-29'), -12)).toBe('2023-02-28');
  });

  it('counts days over year ends', () => {
    expect(addDays(asDay('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(asDay('2024-02-28'), asDay('2024-03-01'))).toBe(2);
  });

  it('completes a year of who was born on 29 February on 1 March in common years', () => {
    const birth = asDay('2012-02-29');
    expect(completedYears(birth, asDay('2026-02-28'))).toBe(13);
    expect(completedYears(birth, asDay('2026-03-01'))).toBe(14);
    expect(completedYears(birth, asDay('2028-02-29'))).toBe(16);
  });

  it('reads spreadsheet serials, before and after the day that never was', () => {
    expect(dayOfSerial(46247)).toBe('2026-08-13');
    expect(dayOfSerial(1)).toBe('1900-01-01');
    expect(dayOfSerial(60)).toBeNull();
    expect(dayOfSerial(61)).toBe('1900-03-01');
  });
});

describe('months', () => {
  it.each(['2026-10', '202610', '2026年10月'])('reads %s', (written) => expect(parseMonth(written)).toBe('2026-10'));

  it.each(['2026-13', '202613', '2026年13月', '2026', '2026-10-01'])('does not read %s', (written) =>
    expect(parseMonth(written)).toBeNull(),
  );

  it('goes on by months', () => {
    expect(addToMonth(asMonth('2026-01'), -1)).toBe('2025-12');
  });
});

describe('times', () => {
  it('reads a time, or a day alone as its first second', () => {
    expect(parseLocalTime('2026-10-31 09:08:07')).toBe('2026-10-31 09:08:07');
    expect(parseLocalTime('2026年10月31日')).toBe('2026-10-31 00:00:00');
    expect(parseDayOrTime('2026-10-31 00:00:00')).toBe('2026-10-31');
  });

  it.each(['2026-02-30 10:20:30', '2026-10-31 24:00:00', '2026-10-31 10:60', '10:20:30'])('does not read %s', (text) =>
    expect(parseLocalTime(text)).toBeNull(),
  );
});
