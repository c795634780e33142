import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../../kernel/day.ts';
import { type LearningCounts, shownRow } from './learning.ts';
import { addUp, quartersOf } from './quarters.ts';

const counts = (closed: number): LearningCounts => ({
  ...{ key: 'R01', closed, decided: closed, confirmed: closed, alreadyServed: 0, refuted: 0, unreached: 0 },
  hoursToContact: 4,
});
const period = (from: string, to: string) => quartersOf({ from: asDay(from), to: asDay(to) });

describe('the periods of learning', () => {
  it('are whole quarters, a dozen at most', () => {
    expect(period('2026-02-11', '2026-10-31').map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
    ]);
    expect(period('1990-01-01', '2026-10-31')).toHaveLength(12);
    expect(period('2026-10-31', '2026-01-01')).toEqual([]);
  });

  it('a day more or less asks for the same', () => {
    expect(period('2026-01-01', '2026-10-30')).toEqual(period('2026-01-02', '2026-10-31'));
  });

  it('differ by what may be asked alone: a quarter that is too small is in no sum', () => {
    const [many, few] = [[shownRow(counts(40))], [shownRow(counts(3))]];
    expect(addUp([many, few])[0]?.closed).toBe(40);
    expect(addUp([few, few, few, few])[0]?.closed).toBeNull();
    expect(addUp([many, many])[0]).toMatchObject({ closed: 80, decided: 80, hoursToContact: 4 });
  });
});
