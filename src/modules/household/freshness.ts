/**
 * Unknown is not none. What an agency has not delivered for too long is STALE, what it never delivered UNKNOWN;
 * only then does "no record" mean "none".
 */
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { FeedStandings } from '../ingestion/index.ts';

/** All feeds on the day that is read. */
export type FeedStates = FeedStandings;

/** KNOWN: current; STALE: held but out of date; UNKNOWN: never delivered or not derivable. */
export type FactStatus = 'KNOWN' | 'STALE' | 'UNKNOWN';

/** Status and as-of day of what rests on some feeds. */
export interface Standing {
  readonly status: FactStatus;
  readonly asOf: Day | null;
}

function workOut(feeds: FeedStates, recordTypes: readonly RecordType[]): Standing {
  const states = recordTypes.map((type) => feeds.get(type) ?? { freshness: 'NEVER' as const, dataAsOf: null });
  const days = states.flatMap((state) => state.dataAsOf ?? []).sort();
  if (days.length === 0) return { status: 'UNKNOWN', asOf: null };
  const current = states.every((state) => state.freshness === 'FRESH' || state.freshness === 'LATE');
  return { status: current ? 'KNOWN' : 'STALE', asOf: days[0] ?? null };
}

const known = new WeakMap<FeedStates, Map<string, Standing>>();

/**
 * Where nothing was ever delivered UNKNOWN; where something is missing or out of date STALE; else KNOWN. Worked out once
 * per state of the feeds.
 */
export function standingOf(feeds: FeedStates, recordTypes: readonly RecordType[]): Standing {
  const standings = known.get(feeds) ?? new Map<string, Standing>();
  if (standings.size === 0) known.set(feeds, standings);
  const key = recordTypes.length === 1 ? String(recordTypes[0]) : recordTypes.join();
  const found = standings.get(key);
  if (found !== undefined) return found;
  const standing = workOut(feeds, recordTypes);
  standings.set(key, standing);
  return standing;
}

/** The same for record types that are asked of again and again: mostly the feeds stand as they did a moment ago. */
export function standingsOf(recordTypes: readonly RecordType[]): (feeds: FeedStates) => Standing {
  let last: { readonly feeds: FeedStates; readonly standing: Standing } | undefined;
  return (feeds) => {
    if (last?.feeds !== feeds) last = { feeds, standing: standingOf(feeds, recordTypes) };
    return last.standing;
  };
}
