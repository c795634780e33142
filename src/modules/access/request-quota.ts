/** How many requests a minute the administration gave a caller. Counted in each process by itself. */
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Caller } from './caller.ts';

export interface RequestQuota {
  /** Counts a request; throws TOO_MANY_REQUESTS. A caller without a quota of its own is not counted. */
  admit(caller: Caller): void;
}

const MINUTE_MS = 60_000;

export function createRequestQuota({ clock }: { readonly clock: Clock }): RequestQuota {
  let minute = 0;
  const counted = new Map<string, number>();
  return {
    admit({ organisation, subject, limits }) {
      const limit = limits?.quotas.requestsPerMinute ?? null;
      if (limit === null) return;
      const now = Math.floor(clock.now().getTime() / MINUTE_MS);
      if (now !== minute) counted.clear();
      minute = now;
      const name = `${organisation} ${subject}`;
      const count = (counted.get(name) ?? 0) + 1;
      if (count > limit) throw new WanjiaError('TOO_MANY_REQUESTS', { limit });
      counted.set(name, count);
    },
  };
}
