import { randomBytes } from 'node:crypto';
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database } from '../../platform/database/database.ts';
import { oncePerKey } from '../../platform/once/once-per-key.ts';
import type { Worker, WorkRefusal } from '../alerting/index.ts';
import { readHubDays } from '../ingestion/index.ts';
import { type Cadence, type ReviewRules, spotCheckDays } from './cadence.ts';
import { countByStreet, listReviews } from './review.store.ts';
import type { ReviewPage, ReviewQuery, StreetReviews } from './review.ts';
import { type DrawnCheck, drawSpotChecks } from './spot-check.store.ts';

export interface ReviewParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly rules: ReviewRules;
}

export interface DrawOrder {
  readonly worker: Worker;
  readonly key: string;
  /** Division code: a district, a street or part of them. */
  readonly division: string;
  readonly size: number;
}

/** The review calendar, and spot checks beside it. */
export interface Reviews {
  list(query: ReviewQuery): Promise<ReviewPage>;
  byStreet(query: { readonly day: Day; readonly divisions: readonly string[] }): Promise<readonly StreetReviews[]>;
  /** What a cadence is called, and what its review looks at; null: the packs have none of this id. */
  cadence(id: string): Pick<Cadence, 'name' | 'checks'> | null;
  /** Draws households to visit; the seed comes from the machine and is recorded. */
  draw(order: DrawOrder): Promise<Result<DrawnCheck, WorkRefusal>>;
}

/** More than anybody can visit in the time that is given. */
const LARGEST_DRAW = 1_000;

export function createReviews({ db, clock, sealer, rules }: ReviewParts): Reviews {
  return {
    list: (query) => listReviews(db, rules, query),
    byStreet: (query) => countByStreet(db, rules, query),
    cadence: (cadence) => rules.cadences.find(({ id }) => id === cadence) ?? null,
    draw({ worker, key, division, size }) {
      const now = clock.now();
      const operation = 'drawSpotChecks';
      return db.tx((tx) =>
        oncePerKey<DrawnCheck, WorkRefusal>(
          tx,
          { sealer, worker, key, operation, asked: { division, size }, now },
          async () => {
            if (!worker.divisions.some((own) => division.startsWith(own)))
              return fail({ code: 'NOT_FOUND', params: { what: 'division' } });
            if (size < 1 || size > LARGEST_DRAW)
              return fail({ code: 'DRAW_SIZE_INVALID', params: { limit: LARGEST_DRAW } });
            const drawnOn = (await readHubDays(tx))?.today ?? beijingDay(now);
            const seed = randomBytes(16).toString('hex');
            const dueOn = addDays(drawnOn, spotCheckDays(rules, drawnOn));
            return succeed(
              await drawSpotChecks(tx, { division, size, seed, drawnBy: worker.subject, drawnAt: now, drawnOn, dueOn }),
            );
          },
        ),
      );
    },
  };
}
