import { describe, expect, it } from '@jest/globals';
import { RecentMap } from './recent-map.ts';

describe('a map of recent entries', () => {
  it('lets the oldest go, and keeps what was set again', () => {
    const map = new RecentMap<string, number>(2).set('a', 1).set('b', 2).set('a', 3).set('c', 4);
    expect([...map]).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
  });
});
