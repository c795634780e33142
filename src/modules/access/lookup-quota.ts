/**
 * Looking people up by number is counted per caller, so that nobody can try numbers until some are found. Distinct
 * numbers count, however many operations, aliases or repetitions ask for them; numbers that lead nowhere count against
 * a much smaller number of their own, and their answers leave at fixed times, so that "does not exist" and "outside your
 * scope" take equally long.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';

/** What one caller may look up in an hour. */
export interface LookupLimits {
  readonly perHour: number;
  readonly missesPerHour: number;
}

export interface LookupQuota {
  /** Runs `find`, or throws LOOKUPS_EXHAUSTED. */
  lookUp<T>(
    asked: { readonly caller: string; readonly number: string; readonly limits: LookupLimits },
    find: () => Promise<T | null>,
  ): Promise<T | null>;
}

const HOUR_MS = 3_600_000;
/** A miss is answered at the next multiple of this after it was asked. */
const MISS_STEP_MS = 20;
const KEPT_CALLERS = 10_000;

interface Hour {
  readonly until: number;
  /** Digests: the numbers themselves are not kept. */
  readonly found: Set<string>;
  readonly missed: Set<string>;
  /** Being looked up; each may turn out to be a miss. */
  readonly pending: Set<string>;
}

function admit(hour: Hour, digest: string, { perHour, missesPerHour }: LookupLimits): void {
  if (hour.found.has(digest) || hour.missed.has(digest) || hour.pending.has(digest)) return;
  const distinct = hour.found.size + hour.missed.size + hour.pending.size;
  if (distinct >= perHour || hour.missed.size + hour.pending.size >= missesPerHour)
    throw new WanjiaError('LOOKUPS_EXHAUSTED', { limit: perHour, misses: missesPerHour });
  hour.pending.add(digest);
}

async function untilNextStep(began: number): Promise<void> {
  const elapsed = performance.now() - began;
  await wait(MISS_STEP_MS - (elapsed % MISS_STEP_MS));
}

/** Counts in this process; a caller's hour begins with its first lookup. */
export function createLookupQuota({ clock }: { readonly clock: Clock }): LookupQuota {
  const hours = new Map<string, Hour>();
  const hourOf = (caller: string): Hour => {
    const now = clock.now().getTime();
    const known = hours.get(caller);
    if (known !== undefined && known.until > now) return known;
    const hour: Hour = { until: now + HOUR_MS, found: new Set(), missed: new Set(), pending: new Set() };
    hours.delete(caller);
    hours.set(caller, hour);
    const [oldest] = hours.keys();
    if (hours.size > KEPT_CALLERS && oldest !== undefined) hours.delete(oldest);
    return hour;
  };
  return {
    async lookUp({ caller, number, limits }, find) {
      const began = performance.now();
      const hour = hourOf(caller);
      const digest = sm3(number);
      admit(hour, digest, limits);
      try {
        const found = await find();
        (found === null ? hour.missed : hour.found).add(digest);
        if (found === null) await untilNextStep(began);
        return found;
      } finally {
        hour.pending.delete(digest);
      }
    },
  };
}
