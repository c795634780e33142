/**
 * Looking people up by number is counted per caller, so that nobody can try numbers until some are found. Distinct
 * numbers count, however many operations, aliases or repetitions ask for them; numbers that lead nowhere count against
 * a much smaller number of their own, and their answers leave at fixed times, so that "does not exist" and "outside your
 * scope" take equally long.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { RecentMap } from '../../kernel/recent-map.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import type { LookupLedger, LookupLimits } from './lookup-ledger.store.ts';

export interface LookupQuota {
  /** Runs `find`, or throws LOOKUPS_EXHAUSTED. */
  lookUp<T>(
    asked: { readonly caller: string; readonly number: string; readonly limits: LookupLimits },
    find: () => Promise<T | null>,
  ): Promise<T | null>;
}

/** A miss is answered at the next multiple of this after it was asked. */
const MISS_STEP_MS = 20;
const KEPT_CALLERS = 10_000;

/** What this process holds of a caller's hour. */
interface Hour {
  /** Null: nothing was taken yet. */
  until: Date | null;
  numbers: number;
  misses: number;
  /** The hour has no more of one or the other. */
  noNumbers: boolean;
  noMisses: boolean;
  /** Digests of numbers asked for before: the numbers themselves are not kept. */
  readonly known: Set<string>;
  /** A share is being taken; everyone waits for the same one. */
  taking: Promise<void> | null;
}

const newHour = (): Hour => ({
  until: null,
  numbers: 0,
  misses: 0,
  noNumbers: false,
  noMisses: false,
  known: new Set(),
  taking: null,
});

async function untilNextStep(began: number): Promise<void> {
  const elapsed = performance.now() - began;
  await wait(MISS_STEP_MS - (elapsed % MISS_STEP_MS));
}

/** Callers' hours in this process, the longest unused leaving first. */
function createHours(clock: Clock): (caller: string) => Hour {
  const hours = new RecentMap<string, Hour>(KEPT_CALLERS);
  return (caller) => {
    const held = hours.get(caller);
    const over = held?.until != null && held.until <= clock.now();
    const hour = held === undefined || over ? newHour() : held;
    hours.set(caller, hour);
    return hour;
  };
}

/** Counts new numbers against shares of the caller's hour; one that leads somewhere gives its miss back. */
export function createLookupQuota({
  clock,
  ledger,
}: {
  readonly clock: Clock;
  readonly ledger: LookupLedger;
}): LookupQuota {
  const hourOf = createHours(clock);

  async function take(hour: Hour, caller: string, limits: LookupLimits): Promise<void> {
    const { until, numbers, misses } = await ledger.take(caller, limits, clock.now());
    hour.until = until;
    hour.numbers += numbers;
    hour.misses += misses;
    hour.noNumbers = numbers === 0;
    hour.noMisses = misses === 0;
  }

  /** Whether this is a new number that may turn out to be a miss; the first to ask for a number answers for it. */
  async function admit(hour: Hour, digest: string, caller: string, limits: LookupLimits): Promise<boolean> {
    while (!hour.known.has(digest) && (hour.numbers === 0 || hour.misses === 0)) {
      if ((hour.numbers === 0 && hour.noNumbers) || (hour.misses === 0 && hour.noMisses))
        throw new WanjiaError('LOOKUPS_EXHAUSTED', { limit: limits.perHour, misses: limits.missesPerHour });
      hour.taking ??= take(hour, caller, limits).finally(() => {
        hour.taking = null;
      });
      await hour.taking;
    }
    if (hour.known.has(digest)) return false;
    hour.numbers -= 1;
    hour.misses -= 1;
    hour.known.add(digest);
    return true;
  }

  return {
    async lookUp({ caller, number, limits }, find) {
      const began = performance.now();
      const hour = hourOf(caller);
      const isNew = await admit(hour, sm3(number), caller, limits);
      const found = await find();
      if (found === null) await untilNextStep(began);
      else if (isNew) hour.misses += 1;
      return found;
    },
  };
}
