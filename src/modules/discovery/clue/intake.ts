/** One intake for events and clues, whoever tells them: visits, hotline, self-report, grid workers, other offices. */
import type { Clock } from '../../../kernel/clock.ts';
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Sealer } from '../../../platform/crypto/sealer.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { dayAsked, patternsOf, type RowScope } from '../../household/index.ts';
import { readHubDays } from '../../ingestion/index.ts';
import { insertClue, isWithin, markConcerned, nameHousehold, type ToldClue, withdrawClue } from './clue.store.ts';
import { kindOf } from './clue.ts';

export type ClueRefusal =
  | 'CLUE_NOT_ABOUT_THAT'
  | 'CLUE_DATES_WRONG'
  | 'CLUE_VALUE_WRONG'
  | 'CLUE_SOURCE_MISSING'
  | 'NOT_FOUND';

export interface ClueIntake {
  /** Takes a clue about someone or somewhere within the scope; answers its number. In a transaction where one is given. */
  record(told: ToldClue, scope: RowScope, within?: Transaction): Promise<Result<{ readonly id: number }, ClueRefusal>>;
  /** A clue that was wrong counts no longer; what it was stays readable. */
  withdraw(id: number, within?: Transaction): Promise<Result<null, ClueRefusal>>;
  /** Names the household of a clue about a family that was not in the data; from then on it counts. */
  place(id: number, householdId: number, tx: Transaction): Promise<void>;
}

/** What is wrong with a clue in itself. */
export function faultOf(told: ToldClue, today: ToldClue['occurredOn']): ClueRefusal | null {
  const kind = kindOf(told.kind);
  const given = (['person', 'household', 'area'] as const).filter((what) => told[ABOUT[what]] !== null);
  const [about] = given;
  const unknownFamily = told.placeCode != null && given.length === 0 && kind.about.includes('household');
  const named = given.length === 1 && about !== undefined && kind.about.includes(about) && told.placeCode == null;
  if (!unknownFamily && !named) return 'CLUE_NOT_ABOUT_THAT';
  if (told.occurredOn > today || (told.endedOn !== null && (!kind.lasts || told.endedOn < told.occurredOn)))
    return 'CLUE_DATES_WRONG';
  if ((told.value !== null) !== (kind.value !== undefined) || (told.value ?? 0) < 0) return 'CLUE_VALUE_WRONG';
  return told.source.trim() === '' ? 'CLUE_SOURCE_MISSING' : null;
}

const ABOUT = { person: 'personId', household: 'householdId', area: 'areaCode' } as const;

export interface ClueIntakeParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

export function createClueIntake({ db, clock, sealer }: ClueIntakeParts): ClueIntake {
  return {
    async record(told, scope, within) {
      const day = dayAsked(await readHubDays(within ?? db), null);
      const fault = faultOf(told, day);
      if (fault !== null) return fail(fault);
      const take = async (tx: Transaction): Promise<Result<{ readonly id: number }, ClueRefusal>> => {
        const place = { ...told, areaCode: told.areaCode ?? told.placeCode ?? null };
        if (!(await isWithin(tx, place, patternsOf(scope)))) return fail('NOT_FOUND');
        const source = sealer.seal('clue.source', told.source);
        const note = sealer.seal('clue.note', told.note);
        const id = await insertClue(tx, { ...told, source, note }, { now: clock.now(), day });
        await markConcerned(tx, told);
        return succeed({ id });
      };
      return within === undefined ? db.tx(take) : take(within);
    },
    async withdraw(id, within) {
      const day = dayAsked(await readHubDays(within ?? db), null);
      const end = async (tx: Transaction): Promise<Result<null, ClueRefusal>> => {
        const clue = await withdrawClue(tx, id, day);
        if (clue === null) return fail('NOT_FOUND');
        await markConcerned(tx, clue);
        return succeed(null);
      };
      return within === undefined ? db.tx(end) : end(within);
    },
    async place(id, householdId, tx) {
      if (await nameHousehold(tx, id, householdId))
        await markConcerned(tx, { householdId, personId: null, areaCode: null });
    },
  };
}
