import type { Clock } from '../../kernel/clock.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Database } from '../../platform/database/database.ts';
import { oncePerKey } from '../../platform/once/once-per-key.ts';
import type { Worker, WorkRefusal } from '../alerting/index.ts';
import type { ClueIntake, ToldClue } from '../discovery/index.ts';

export interface ClueOrder {
  readonly worker: Worker;
  readonly key: string;
  readonly told: Omit<ToldClue, 'recordedBy'>;
}

/** Clues from people 走访、热线、自助、网格员: taken once per key, through discovery's one intake. */
export interface ClueDesk {
  record(order: ClueOrder): Promise<Result<{ readonly id: number }, WorkRefusal>>;
}

export interface ClueDeskParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly intake: Pick<ClueIntake, 'record'>;
}

/** The clue and the answer to its key are kept together or not at all. */
export function createClueDesk({ db, clock, intake }: ClueDeskParts): ClueDesk {
  return {
    record: ({ worker, key, told }) =>
      db.tx((tx) =>
        oncePerKey(tx, { worker, key, operation: 'recordClue', asked: told, now: clock.now() }, async () => {
          const scope = { prefixes: worker.divisions };
          const taken = await intake.record({ ...told, recordedBy: worker.subject }, scope, tx);
          if (taken.ok) return succeed(taken.value);
          const what = 'family or place';
          return fail(taken.error === 'NOT_FOUND' ? { code: taken.error, params: { what } } : { code: taken.error });
        }),
      ),
  };
}
