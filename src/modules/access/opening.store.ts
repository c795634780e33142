/** 双人确认: a caller asks for households, and another person opens them for a short time or refuses. */
import type { Clock } from '../../kernel/clock.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from './caller.ts';

type Asker = Pick<Caller, 'subject' | 'organisation'>;

export interface Opening extends Asker {
  readonly id: number;
  readonly purpose: string;
  readonly householdIds: readonly number[];
  readonly reason: string;
  readonly askedAt: Date;
  /** It cannot be answered later. */
  readonly answerUntil: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** Until when the households are open; null: not answered, or refused. */
  readonly openUntil: Date | null;
}

export interface OpeningAsked extends Asker {
  readonly purpose: string;
  readonly householdIds: readonly number[];
  readonly reason: string;
  readonly answerMinutes: number;
}

export interface OpeningAnswer {
  readonly id: number;
  readonly by: Asker;
  readonly confirmed: boolean;
  readonly openMinutes: number;
}

/** What a caller has been opened, by itself or by a second person. */
export interface Opened {
  readonly emergency: ReadonlySet<number>;
  readonly secondPerson: ReadonlySet<number>;
}

export interface Openings {
  ask(asked: OpeningAsked): Promise<Opening>;
  find(id: number): Promise<Opening | null>;
  answer(answer: OpeningAnswer): Promise<Result<Opening, 'OPENING_OWN' | 'OPENING_CLOSED'>>;
  /** Requests of the last day, the newest first: the caller's own, or those of others that still wait. */
  list(of: { readonly caller: Asker; readonly own: boolean }): Promise<readonly Opening[]>;
  /** Which of the households are open to the caller now, and by what; what a second person opened, for this purpose. */
  openTo(caller: Asker, purpose: string | null, ids: readonly number[]): Promise<Opened>;
  /** To whom a household is open now, by itself or by a second person, for whatever purpose. */
  openersOf(id: number): Promise<readonly Asker[]>;
}

const COLUMNS = `id, subject, organisation, purpose, household_ids as "householdIds", reason, asked_at as "askedAt",
  answer_until as "answerUntil", answered_at as "answeredAt", answered_by as "answeredBy", open_until as "openUntil"`;
const USE = 'opening_request.reason';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LISTED = 200;

const OPEN_TO = `select 'emergency' as by, household_id as id from emergency_access
    where subject = $1 and organisation = $2 and until > $3 and household_id = any($4::bigint[])
  union all
  select 'second-person', h.id from opening_request o, unnest(o.household_ids) as h(id)
    where o.subject = $1 and o.organisation = $2 and o.open_until > $3 and o.purpose = $5 and h.id = any($4::bigint[])`;

const OPENERS_OF = `select subject, organisation from emergency_access where household_id = $1 and until > $2
  union select subject, organisation from opening_request where household_ids @> array[$1::bigint] and open_until > $2`;

export interface OpeningParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

export function createOpenings({ db, clock, sealer }: OpeningParts): Openings {
  const read = async (text: string, values: readonly unknown[]): Promise<readonly Opening[]> => {
    const rows = await db.query<Opening>(text, values);
    return rows.map((row) => ({
      ...row,
      householdIds: row.householdIds.map(Number),
      reason: sealer.open(USE, row.reason),
    }));
  };
  const find = async (id: number): Promise<Opening | null> =>
    (await read(`select ${COLUMNS} from opening_request where id = $1`, [id]))[0] ?? null;
  return {
    find,
    async ask({ subject, organisation, purpose, householdIds, reason, answerMinutes }) {
      const at = clock.now();
      const until = new Date(at.getTime() + answerMinutes * MINUTE_MS);
      const [asked] = await read(
        `insert into opening_request (subject, organisation, purpose, household_ids, reason, asked_at, answer_until)
         values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
        [subject, organisation, purpose, householdIds, sealer.seal(USE, reason), at, until],
      );
      if (asked === undefined) throw new Error('an inserted row was not returned');
      return asked;
    },
    async answer({ id, by, confirmed, openMinutes }) {
      const now = clock.now();
      const openUntil = confirmed ? new Date(now.getTime() + openMinutes * MINUTE_MS) : null;
      // One person is one person, in whichever organisation they act.
      const [answered] = await read(
        `update opening_request set answered_at = $2, answered_by = $3, answered_in = $4, open_until = $5
         where id = $1 and subject <> $3 and answered_at is null and answer_until > $2 returning ${COLUMNS}`,
        [id, now, by.subject, by.organisation, openUntil],
      );
      if (answered !== undefined) return succeed(answered);
      return fail((await find(id))?.subject === by.subject ? 'OPENING_OWN' : 'OPENING_CLOSED');
    },
    list: ({ caller: { subject, organisation }, own }) =>
      read(
        own
          ? `select ${COLUMNS} from opening_request where subject = $1 and organisation = $2 and asked_at > $3
             order by id desc limit ${LISTED}`
          : `select ${COLUMNS} from opening_request where subject <> $1 and answered_at is null and answer_until > $2
             order by id desc limit ${LISTED}`,
        own ? [subject, organisation, new Date(clock.now().getTime() - DAY_MS)] : [subject, clock.now()],
      ),
    openersOf: (id) => db.query<Asker>(OPENERS_OF, [id, clock.now()], { name: 'openers of a household' }),
    async openTo({ subject, organisation }, purpose, ids) {
      const rows = await db.query<{ by: string; id: number }>(
        OPEN_TO,
        [subject, organisation, clock.now(), ids, purpose],
        {
          name: 'open to a caller',
        },
      );
      const of = (way: string) => new Set(rows.filter(({ by }) => by === way).map(({ id }) => Number(id)));
      return { emergency: of('emergency'), secondPerson: of('second-person') };
    },
  };
}
