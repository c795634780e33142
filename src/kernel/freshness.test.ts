import { describe, expect, it } from '@jest/globals';
import { asDay } from './day.ts';
import { type Cadence, feedFreshness } from './freshness.ts';

const on = (cadence: Cadence, lastAsOf: string, today: string): string =>
  feedFreshness({ cadence, lastAsOf: asDay(lastAsOf), today: asDay(today) });

describe('feedFreshness', () => {
  it('is NEVER before the first delivery', () => {
    expect(feedFreshness({ cadence: 'daily', lastAsOf: null, today: asDay('2026-10-31') })).toBe('NEVER');
  });

  it.each([
    ['daily', '2026-10-31', '2026-11-01', 'FRESH'],
    ['daily', '2026-10-31', '2026-11-02', 'LATE'],
    ['daily', '2026-10-31', '2026-11-03', 'STALE'],
    ['weekly', '2026-10-31', '2026-11-07', 'FRESH'],
    ['weekly', '2026-10-31', '2026-11-14', 'LATE'],
    ['weekly', '2026-10-31', '2026-11-15', 'STALE'],
    ['monthly', '2026-10-15', '2026-11-15', 'FRESH'],
    ['monthly', '2026-10-15', '2026-12-15', 'LATE'],
    ['monthly', '2026-10-15', '2026-12-16', 'STALE'],
    ['monthly', '2026-11-30', '2026-12-31', 'FRESH'],
    ['monthly', '2026-11-30', '2027-01-31', 'LATE'],
    ['monthly', '2026-11-30', '2027-02-01', 'STALE'],
  ] as const)('calls a %s feed of %s on %s %s', (cadence, asOf, today, expected) => {
    expect(on(cadence, asOf, today)).toBe(expected);
  });

  it('is FRESH where the delivery is ahead of the day', () => {
    expect(on('daily', '2026-11-02', '2026-10-31')).toBe('FRESH');
  });
});
