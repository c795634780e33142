import { describe, expect, it } from '@jest/globals';
import { holdAfter, PATIENCE_MS, pauseAfter, readRetryAfter } from './patience.ts';

const HOUR = 3_600_000;

describe('pauses', () => {
  it('grow from seconds to half a day, spread by a tenth, and fill three days', () => {
    const pauses = Array.from({ length: 14 }, (_, at) => pauseAfter(at + 1, 0.5));
    expect(pauses[0]).toBe(5_000);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(pauses.at(-1)).toBe(12 * HOUR);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([4_500, 5_500]);
    expect(PATIENCE_MS).toBe(72 * HOUR);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(PATIENCE_MS);
  });

  it('of a party that fails again and again end after minutes, so that it is found when it is back', () => {
    expect([4, 5, 6, 7].map(holdAfter)).toEqual([0, 5_000, 10_000, 20_000]);
    expect(holdAfter(500)).toBe(300_000);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-02T09:00:00Z');
  it.each([
    ['120', 120_000],
    ['Mon, 02 Nov 2026 09:05:00 GMT', 300_000],
    ['999999999', 24 * HOUR],
    ['Mon, 02 Nov 2026 08:00:00 GMT', null],
    ['soon', null],
    ['-5', null],
    [undefined, null],
  ])('%s', (header, wait) => expect(readRetryAfter(header, now)).toBe(wait));
});
