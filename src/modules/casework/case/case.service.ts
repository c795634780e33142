/** The people's side of cases: opened, planned, closed, each by one person at a time and once per key. */
import { beijingDay, type Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Sealer } from '../../../platform/crypto/sealer.ts';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { oncePerKey } from '../../../platform/once/once-per-key.ts';
import { reachesHousehold, type Worker, type WorkRefusal } from '../../alerting/index.ts';
import { readHubDays } from '../../ingestion/index.ts';
import { passUpUnanswered } from '../referral/deadline.store.ts';
import { settleReach } from '../referral/reach.store.ts';
import { findRunning } from '../referral/referral.store.ts';
import { readTimeline } from '../timeline/timeline.store.ts';
import type { TimelinePage, TimelineQuery } from '../timeline/timeline.ts';
import {
  closeCase,
  findAlertUnderWork,
  findCases,
  insertCase,
  listCases,
  listCasesOf,
  lockCase,
  lockOpenCase,
  planCase,
} from './case.store.ts';
import {
  type CaseFile,
  type CaseOutcome,
  type CasePage,
  type CasePlan,
  type CaseQuery,
  caseExists,
  refusePlan,
  refuseStaleCase,
} from './case.ts';
import { type CaseEvent, listCaseEvents, noteCaseDeed, type WorkMoment } from './event.store.ts';
import { followMoves } from './told-changes.ts';

/** What every piece of work on a case states. */
export interface CaseOrder {
  readonly caseId: number;
  readonly worker: Worker;
  /** Chosen by the caller: a repetition gets the first answer. */
  readonly key: string;
  /** The version the caller has seen; null: not said. */
  readonly expectedVersion: number | null;
}

export interface CaseOpening {
  readonly adviser: string;
  readonly goal: string | null;
  readonly nextContactOn: Day;
}

type Worked = Result<{ readonly id: number }, WorkRefusal>;

/** Cases as people read and work them. Every answer names the case; it is read within the reader's scope. */
export interface Cases {
  open(
    order: Omit<CaseOrder, 'caseId' | 'expectedVersion'> & { householdId: number },
    given: CaseOpening,
  ): Promise<Worked>;
  plan(order: CaseOrder, given: CasePlan): Promise<Worked>;
  close(order: CaseOrder, given: { readonly outcome: CaseOutcome; readonly note: string | null }): Promise<Worked>;
  /** Cases go where their households moved, before the marks of changed profiles are taken; referrals begin and end
   * with the day, and what nobody answered goes up. */
  follow(day: Day): Promise<number>;
  list(query: CaseQuery): Promise<CasePage>;
  find(ids: readonly number[], divisions: readonly string[]): Promise<readonly CaseFile[]>;
  /** The newest last. */
  ofHouseholds(ids: readonly number[], divisions: readonly string[]): Promise<readonly CaseFile[]>;
  eventsOf(caseIds: readonly number[]): Promise<readonly CaseEvent[]>;
  /** All that happened to a household, whoever did it; whoever asks may see the household. */
  timeline(query: TimelineQuery): Promise<TimelinePage>;
}

export interface CaseParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

/** One transaction: the key, the locks, the work and its trace are kept together or not at all. */
export function workOnce<T>(
  { db, clock, sealer }: CaseParts,
  { worker, key, operation, asked }: { worker: Worker; key: string; operation: string; asked: unknown },
  act: (moment: WorkMoment) => Promise<Result<T, WorkRefusal>>,
): Promise<Result<T, WorkRefusal>> {
  const now = clock.now();
  return db.tx((tx: Transaction) =>
    oncePerKey(tx, { sealer, worker, key, operation, asked, now }, async () => {
      const on = (await readHubDays(tx))?.today ?? beijingDay(now);
      return act({ tx, worker, now, on });
    }),
  );
}

async function openByHand(moment: WorkMoment, householdId: number, given: CaseOpening): Promise<Worked> {
  const { tx, worker, now, on } = moment;
  const adviser = given.adviser.trim();
  if (adviser === '') return fail({ code: 'TEXT_REQUIRED', params: { input: 'adviser' } });
  if (given.nextContactOn < on) return fail({ code: 'CONTACT_DATE_INVALID', params: { today: on } });
  if (!(await reachesHousehold(tx, householdId, worker, on)))
    return fail({ code: 'NOT_FOUND', params: { what: 'household' } });
  const { goal, nextContactOn } = given;
  const by = worker.subject;
  const opened = await insertCase(tx, { householdId, origin: 'HAND', adviser, goal, nextContactOn, by, at: now, on });
  if (opened === null) {
    const held = await lockOpenCase(tx, householdId);
    return fail(held === null ? { code: 'NOT_FOUND', params: { what: 'household' } } : caseExists(held.id));
  }
  await noteCaseDeed(moment, { caseId: opened.id, kind: 'OPENED', details: { to: adviser } });
  return succeed({ id: opened.id });
}

async function plan(moment: WorkMoment, held: CaseFile, order: CaseOrder, given: CasePlan): Promise<Worked> {
  const { tx, on } = moment;
  const asked = { ...given, ...(given.adviser === undefined ? {} : { adviser: given.adviser.trim() }) };
  const refusal = refusePlan(held, asked, { expectedVersion: order.expectedVersion, today: on });
  if (refusal !== null) return fail(refusal);
  const { adviser = held.adviser, goal = held.goal, nextContactOn = held.nextContactOn } = asked;
  const { id } = await planCase(tx, held.id, { adviser, goal, nextContactOn });
  if (adviser !== held.adviser)
    await noteCaseDeed(moment, { caseId: id, kind: 'HANDED_ON', details: { from: held.adviser, to: adviser } });
  if (nextContactOn !== held.nextContactOn || goal !== held.goal)
    await noteCaseDeed(moment, {
      caseId: id,
      kind: 'PLANNED',
      details: { from: held.nextContactOn, to: nextContactOn },
    });
  return succeed({ id });
}

/** Why a case cannot be closed yet: what was begun in it is ended first, by its own words. */
async function refuseClosing({ tx, on }: WorkMoment, held: CaseFile): Promise<WorkRefusal | null> {
  const alert = await findAlertUnderWork(tx, held.householdId);
  if (alert !== null) return { code: 'ALERT_UNDER_WORK', params: { alert: encodeId('alert', BigInt(alert)) } };
  const running = await findRunning(tx, held.id, on);
  if (running === null) return null;
  return { code: 'REFERRAL_RUNNING', params: { referral: encodeId('referral', BigInt(running)) } };
}

export function createCases(parts: CaseParts): Cases {
  const { db, clock, sealer } = parts;

  function work(
    operation: string,
    order: CaseOrder,
    given: unknown,
    act: (moment: WorkMoment, held: CaseFile) => Promise<Worked>,
  ): Promise<Worked> {
    const { caseId, worker, key, expectedVersion } = order;
    const asked = { caseId, expectedVersion, given };
    return workOnce(parts, { worker, key, operation, asked }, async (moment) => {
      const held = await lockCase(moment.tx, caseId, worker.divisions);
      return held === null ? fail({ code: 'NOT_FOUND', params: { what: 'case' } }) : act(moment, held);
    });
  }

  return {
    open: ({ householdId, worker, key }, given) =>
      workOnce(parts, { worker, key, operation: 'openCase', asked: { householdId, given } }, (moment) =>
        openByHand(moment, householdId, { ...given, goal: sealer.seal('case_file.goal', given.goal) }),
      ),
    plan: (order, given) =>
      work('planCase', order, given, (moment, held) => {
        const goal = given.goal === undefined ? {} : { goal: sealer.seal('case_file.goal', given.goal) };
        return plan(moment, held, order, { ...given, ...goal });
      }),
    close: (order, given) =>
      work('closeCase', order, given, async (moment, held) => {
        const refusal = refuseStaleCase(held, order.expectedVersion) ?? (await refuseClosing(moment, held));
        if (refusal !== null) return fail(refusal);
        const { tx, worker, now: at, on } = moment;
        const { outcome } = given;
        await noteCaseDeed(moment, { caseId: held.id, kind: 'CLOSED', details: { outcome } });
        const note = sealer.seal('case_file.closing_note', given.note?.trim() || null);
        const { id } = await closeCase(tx, held.id, { outcome, note, by: worker.subject, at, on });
        return succeed({ id });
      }),
    follow: (day) =>
      db.tx(async (tx) => {
        await settleReach(tx, day, null);
        await passUpUnanswered(tx, day, clock.now());
        return followMoves(tx, day);
      }),
    list: (query) => listCases(db, query),
    find: (ids, divisions) => findCases(db, ids, divisions),
    ofHouseholds: (ids, divisions) => listCasesOf(db, ids, divisions),
    eventsOf: (caseIds) => listCaseEvents(db, caseIds),
    timeline: (query) => readTimeline(db, query),
  };
}
