import { RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { FeedStates } from '../../src/modules/household/index.ts';

/** All feeds delivered on the day, but for those that are STALE. */
export function feedsOn(day: Day, stale: readonly RecordType[] = []): FeedStates {
  return new Map(
    RECORD_TYPES.map((type) => [type, { freshness: stale.includes(type) ? 'STALE' : 'FRESH', dataAsOf: day }]),
  );
}
