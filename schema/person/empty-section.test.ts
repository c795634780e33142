import { describe, expect, it } from '@jest/globals';
import type { Day } from '../../src/kernel/day.ts';
import type { FeedStates, PersonRecords } from '../../src/modules/household/index.ts';
import { createEmptySections } from './empty-section.ts';

const DAY = '2026-10-31' as Day;
const FEEDS: FeedStates = new Map();
const shows = (): boolean => true;
const holding = (records: object, day = DAY, feeds = FEEDS) => ({
  person: records as PersonRecords,
  day,
  feeds,
  shows,
});

describe('a section of which nothing is held', () => {
  const sharing = createEmptySections(['payments', 'deaths']);
  const empty = sharing(holding({ payments: [], deaths: [], settlements: [{}] }));

  it('is one for everybody, on one day and while the feeds stand as they do', () => {
    expect(sharing(holding({ payments: [], deaths: [] }))).toBe(empty);
    expect(sharing(holding({ payments: [], deaths: [] }, '2026-11-01' as Day))).not.toBe(empty);
    expect(sharing(holding({ payments: [], deaths: [] }, DAY, new Map()))).not.toBe(empty);
    expect([empty.day, empty.feeds]).toEqual([DAY, FEEDS]);
  });

  it.each([{ payments: [], deaths: [{}] }, { payments: [] }])('is not that of %j', (records) => {
    const section = holding(records);
    expect(sharing(section)).toBe(section);
  });
});
