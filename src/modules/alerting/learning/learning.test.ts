import { describe, expect, it } from '@jest/globals';
import { isToRetire, type LearningCounts, share, shownCoverage, shownRow } from './learning.ts';

const counts = (parts: Partial<LearningCounts> = {}): LearningCounts => ({
  key: 'R01',
  closed: 100,
  decided: 90,
  confirmed: 50,
  alreadyServed: 20,
  refuted: 20,
  unreached: 10,
  hoursToContact: 12.345,
  ...parts,
});

describe('what is learned from visits', () => {
  it('SYS-05.09 precision is what visits confirmed among what they decided', () => {
    expect(shownRow(counts())).toEqual({ ...counts(), precision: 0.556, hoursToContact: 12.3 });
  });

  it('hides cells below ten, and the cells from which they could be worked out', () => {
    expect(shownRow(counts({ confirmed: 61, refuted: 9 }))).toMatchObject({
      decided: 90,
      confirmed: null,
      alreadyServed: null,
      refuted: null,
      unreached: 10,
    });
    expect(shownRow(counts({ decided: 9, confirmed: 9 }))).toMatchObject({ precision: null, hoursToContact: null });
    expect(shownRow(counts({ closed: 9, unreached: 0 }))).toMatchObject({ closed: null, unreached: null });
  });

  it('rounds a share that would tell a hidden cell', () => {
    expect([share(50, 90), share(3, 90), share(87, 90), share(5, 9)]).toEqual([0.556, 0.05, 0.95, null]);
  });

  it('lists a rule to retire when many were decided and few confirmed', () => {
    const listed = (decided: number, confirmed: number) =>
      isToRetire(counts({ decided, confirmed }), { decided: 30, precision: 0.2 });
    expect([listed(30, 5), listed(30, 6), listed(29, 0)]).toEqual([true, false, false]);
  });

  it('SYS-05.05 coverage is served among served and confirmed unserved', () => {
    expect(shownCoverage({ streetCode: '310105001', served: 80, confirmedUnserved: 20 })).toEqual({
      streetCode: '310105001',
      served: 80,
      confirmedUnserved: 20,
      coverage: 0.8,
    });
    expect(shownCoverage({ streetCode: '310105001', served: 80, confirmedUnserved: 3 })).toMatchObject({
      confirmedUnserved: null,
      coverage: 0.95,
    });
  });
});
