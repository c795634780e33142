/** Clues from people 走访、热线、自助、网格员: taken once per key through discovery's one intake, and answered. */
import { beijingDay } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Roster, Worker, WorkRefusal } from '../../alerting/index.ts';
import { reachesHousehold } from '../../alerting/index.ts';
import { type ClueIntake, type ClueRefusal, numberOn, type Pack, type ToldClue } from '../../discovery/index.ts';
import { type CaseParts, workOnce } from '../case/case.service.ts';
import { nextContact, openOrJoin } from '../case/case-book.ts';
import type { WorkMoment } from '../case/event.store.ts';
import {
  findSame,
  householdOf,
  insertReport,
  listReports,
  lockOwnReport,
  lockReport,
  markAnswered,
  markWithdrawn,
  placeOf,
} from './report.store.ts';
import type { ClueAnswer, ClueReceipt, ClueReport, ReportPage, ReportQuery } from './report.ts';

/** A clue as it is told, and by whom it may be asked about. */
export interface ToldReport extends Omit<ToldClue, 'recordedBy'> {
  /** The family that is meant, in words, where it is not in the data; then `placeCode` says where it lives. */
  readonly family: string | null;
  /** How to reach who told it; null: they did not say who they are. */
  readonly contact: string | null;
}

export interface ClueOrder {
  readonly worker: Worker;
  readonly key: string;
  readonly told: ToldReport;
}

export interface ClueWork {
  readonly worker: Worker;
  readonly key: string;
  readonly clueId: number;
}

export interface ClueDesk {
  record(order: ClueOrder): Promise<Result<ClueReceipt, WorkRefusal>>;
  /** Takes back what one told oneself; it counts no longer. With `told`: and tells it rightly instead. */
  withdraw(work: ClueWork, told: ToldReport | null): Promise<Result<ClueReceipt | null, WorkRefusal>>;
  /** TAKEN_UP begins or goes on with the household's case; a family that was not in the data is named then. */
  answer(
    work: ClueWork,
    given: { readonly answer: ClueAnswer; readonly householdId: number | null },
  ): Promise<Result<{ readonly caseId: number | null }, WorkRefusal>>;
  list(query: ReportQuery): Promise<ReportPage>;
}

export interface ClueDeskParts extends CaseParts {
  readonly intake: ClueIntake;
  readonly roster: Roster;
  readonly pack: Pick<Pack, 'parameters' | 'workingDays'>;
}

const NOT_FOUND: WorkRefusal = { code: 'NOT_FOUND', params: { what: 'clue' } };

function refusalOf(fault: ClueRefusal): WorkRefusal {
  return fault === 'NOT_FOUND' ? { code: fault, params: { what: 'family or place' } } : { code: fault };
}

/** Nobody works on a clue that was answered or taken back. */
function refuseDone({ state }: ClueReport): WorkRefusal | null {
  return state === 'WAITING' ? null : { code: 'CONFLICT', params: { state, version: 1 } };
}

/** Who is told of a place: its own first post, else that of the place above. */
function recipientOf(roster: Roster, place: string, day: Day): string {
  const told = roster.recipientsOn(day);
  const nearest = [place, place.slice(0, 9), roster.top].find((division) => told.has(division));
  return told.get(nearest ?? roster.top) ?? roster.top;
}

export function createClueDesk(parts: ClueDeskParts): ClueDesk {
  const { db, intake, sealer, roster, pack } = parts;

  async function take(moment: WorkMoment, told: ToldReport): Promise<Result<ClueReceipt, WorkRefusal>> {
    const { tx, worker, now, on } = moment;
    const { family, contact, ...clue } = told;
    const taken = await intake.record({ ...clue, recordedBy: worker.subject }, { prefixes: worker.divisions }, tx);
    if (!taken.ok) return fail(refusalOf(taken.error));
    const { id } = taken.value;
    const today = beijingDay(now) > on ? beijingDay(now) : on;
    const placeCode = told.placeCode ?? (await placeOf(tx, told, on)) ?? roster.top;
    const recipient = recipientOf(roster, placeCode, on);
    const answerBy = pack.workingDays.after(today, numberOn(pack.parameters, 'CLUE_ANSWER_DAYS', today));
    const joinedTo = await findSame(tx, id);
    await insertReport(tx, {
      ...{ clueId: id, subject: worker.subject, organisation: worker.organisation, placeCode, recipient, answerBy },
      ...{ reportedAt: now, joinedTo, family: sealer.seal('clue_report.family', family) },
      contact: sealer.seal('clue_report.contact', contact),
    });
    return succeed({ id, recipient, answerBy, joined: joinedTo !== null });
  }

  /** The household a clue is taken up for: the one it names, its person's, or the one named now; null: none. */
  async function householdFor(
    { tx, worker, on }: WorkMoment,
    report: ClueReport,
    named: number | null,
  ): Promise<number | null> {
    const { personId } = report;
    const known = report.householdId ?? (personId === null ? null : await householdOf(tx, personId, on));
    if (known !== null) return known;
    if (named === null || !(await reachesHousehold(tx, named, worker, on))) return null;
    if (report.family !== null) await intake.place(report.id, named, tx);
    return named;
  }

  async function answer(
    moment: WorkMoment,
    report: ClueReport,
    given: { readonly answer: ClueAnswer; readonly householdId: number | null },
  ): Promise<Result<{ readonly caseId: number | null }, WorkRefusal>> {
    const { tx, worker, now: at } = moment;
    let caseId: number | null = null;
    if (given.answer === 'TAKEN_UP') {
      const householdId = await householdFor(moment, report, given.householdId);
      if (householdId === null) return fail({ code: 'TEXT_REQUIRED', params: { input: 'householdId' } });
      const beginning = { householdId, origin: 'CLUE', adviser: worker.subject } as const;
      caseId = (await openOrJoin(moment, { ...beginning, nextContactOn: nextContact(pack, moment.on) }))?.id ?? null;
    }
    if (given.answer === 'UNFOUNDED') await intake.withdraw(report.id, tx);
    await markAnswered(tx, report.id, { answer: given.answer, caseId, by: worker.subject, at });
    return succeed({ caseId });
  }

  return {
    record: ({ worker, key, told }) =>
      workOnce(parts, { worker, key, operation: 'recordClue', asked: told }, (moment) => take(moment, told)),
    withdraw: ({ worker, key, clueId }, told) =>
      workOnce(parts, { worker, key, operation: 'withdrawClue', asked: { clueId, told } }, async (moment) => {
        const report = await lockOwnReport(moment.tx, clueId, worker);
        if (report === null) return fail(NOT_FOUND);
        const refusal = refuseDone(report);
        if (refusal !== null) return fail(refusal);
        const taken = told === null ? null : await take(moment, told);
        if (taken !== null && !taken.ok) return taken;
        await intake.withdraw(clueId, moment.tx);
        await markWithdrawn(moment.tx, clueId, moment.now);
        return succeed(taken?.value ?? null);
      }),
    answer: ({ worker, key, clueId }, given) =>
      workOnce(parts, { worker, key, operation: 'answerClue', asked: { clueId, given } }, async (moment) => {
        const report = await lockReport(moment.tx, clueId, worker.divisions);
        if (report === null) return fail(NOT_FOUND);
        const refusal = refuseDone(report);
        return refusal === null ? answer(moment, report, given) : fail(refusal);
      }),
    list: (query) => listReports(db, query),
  };
}
