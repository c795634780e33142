/** A visit written down: for an alert where the household has one, for the household alone where it has none. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { numberOn, type Pack } from '../discovery/index.ts';
import type { CaseBook } from './case-book.ts';
import { dueTimes } from './due.ts';
import { noteDeed } from './event.store.ts';
import { areListed, insertVisit, markVisited } from './work.store.ts';
import {
  type AlertStanding,
  namedOnce,
  refuseReport,
  type VisitReport,
  type Worker,
  type WorkRefusal,
} from './work.ts';

/** What visiting needs of the hub. */
export interface VisitParts {
  readonly clock: Clock;
  readonly pack: Pick<Pack, 'clocks' | 'workingDays' | 'parameters'>;
  readonly cases: CaseBook;
  readonly sealer: Sealer;
}

export interface VisitTaking {
  readonly tx: Transaction;
  readonly worker: Worker;
  readonly householdId: number;
  /** The household's alert, locked; null: it has none under way. */
  readonly standing: AlertStanding | null;
  readonly given: VisitReport;
  readonly now: Date;
  /** The hub's day. */
  readonly on: Day;
}

/** The next look at an alert that was visited: the end of the day agreed on, or when the mildest clock runs out. */
function nextLook({ clock, pack }: VisitParts, { nextVisitOn }: VisitReport, now: Date): Date {
  if (nextVisitOn !== null) return new Date(`${nextVisitOn}T23:59:59+08:00`);
  return dueTimes(clock, pack.clocks, pack.workingDays).get('BLUE') ?? now;
}

/** Records a visit; tells the alert as it stands after it, where there is one. */
export async function takeVisit(
  parts: VisitParts,
  { tx, worker, householdId, standing, given, now, on }: VisitTaking,
): Promise<Result<AlertStanding | null, WorkRefusal>> {
  const report = { ...given, visitors: namedOnce(given.visitors), findings: given.findings?.trim() || null };
  const eligibilityVisitors = numberOn(parts.pack.parameters, 'ELIGIBILITY_VISITORS', on);
  const today = beijingDay(now) > on ? beijingDay(now) : on;
  const refusal = refuseReport(report, { today, eligibilityVisitors });
  if (refusal !== null) return fail(refusal);
  if (!(await areListed(tx, householdId, report.present, on))) return fail({ code: 'NOT_A_MEMBER' });
  const alertId = standing?.id ?? null;
  const { subject } = worker;
  const findings = parts.sealer.seal('visit.findings', report.findings);
  const recorded = { ...report, findings, householdId, alertId, recordedBy: subject, recordedAt: now };
  const visit = await insertVisit(tx, recorded);
  await parts.cases.visited({ tx, worker, householdId, now, on, onAlert: alertId !== null }, report.nextVisitOn);
  if (alertId === null) return succeed(null);
  const details = { visit, purpose: report.purpose };
  await noteDeed(tx, { alertId, kind: 'VISITED', worker, at: now, on, details });
  return succeed(await markVisited(tx, alertId, { by: subject, at: now, dueAt: nextLook(parts, report, now) }));
}
