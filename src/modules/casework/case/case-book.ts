/** What the work on alerts and clues does to cases: opens one, moves its next contact, asks for a referral. */
import { addDays, type Day } from '../../../kernel/day.ts';
import type { CaseBook, HouseholdDeed } from '../../alerting/index.ts';
import { insertCase, lockOpenCase, planCase, setAwaitsReferral } from './case.store.ts';
import type { CaseFile, CaseOrigin } from './case.ts';
import { noteCaseDeed, type WorkMoment } from './event.store.ts';

/** Proposals, no text gives them: a family is contacted again within so many days when nobody said otherwise. */
const NEXT_CONTACT_DAYS = 7;
const REFERRAL_DAYS = 3;

export interface Beginning {
  readonly householdId: number;
  readonly origin: CaseOrigin;
  readonly nextContactOn: Day | null;
  /** Who becomes responsible where a case is opened. */
  readonly adviser: string;
}

/** The household's open case, locked; opened where there is none. Null: the hub knows no such household. */
export async function openOrJoin(moment: WorkMoment, beginning: Beginning): Promise<CaseFile | null> {
  const { tx, worker, now, on } = moment;
  const held = await lockOpenCase(tx, beginning.householdId);
  if (held !== null) return held;
  const nextContactOn = beginning.nextContactOn ?? addDays(on, NEXT_CONTACT_DAYS);
  const opening = { ...beginning, nextContactOn, goal: null, by: worker.subject, at: now, on };
  const opened = await insertCase(tx, opening);
  // Somebody else opened it in the meantime.
  if (opened === null) return lockOpenCase(tx, beginning.householdId);
  const { origin: from, adviser: to } = beginning;
  await noteCaseDeed(moment, { caseId: opened.id, kind: 'OPENED', details: { from, to } });
  return opened;
}

/** The next contact follows what was agreed at a visit. */
async function contacted(moment: WorkMoment, held: CaseFile, nextContactOn: Day): Promise<void> {
  if (held.nextContactOn === nextContactOn) return;
  await planCase(moment.tx, held.id, { ...held, nextContactOn });
  const details = { from: held.nextContactOn, to: nextContactOn };
  await noteCaseDeed(moment, { caseId: held.id, kind: 'PLANNED', details });
}

export const caseBook: CaseBook = {
  async begun(deed: HouseholdDeed, adviser) {
    await openOrJoin(deed, { householdId: deed.householdId, origin: 'ALERT', nextContactOn: null, adviser });
  },
  async visited(deed, nextVisitOn) {
    const { householdId, onAlert, on, worker } = deed;
    const beginning = { householdId, origin: 'ALERT', nextContactOn: nextVisitOn, adviser: worker.subject } as const;
    // A visit that no alert called for, such as a review, counts for the case there is, and opens none.
    const held = onAlert ? await openOrJoin(deed, beginning) : await lockOpenCase(deed.tx, householdId);
    if (held !== null) await contacted(deed, held, nextVisitOn ?? addDays(on, NEXT_CONTACT_DAYS));
  },
  async closed(deed, { alertId, outcome }) {
    if (outcome !== 'REFERRED') return;
    const { householdId, worker, tx, on } = deed;
    const beginning = { householdId, origin: 'ALERT', nextContactOn: null, adviser: worker.subject } as const;
    const held = await openOrJoin(deed, beginning);
    if (held === null) return;
    await setAwaitsReferral(tx, held.id, true, addDays(on, REFERRAL_DAYS));
    await noteCaseDeed(deed, { caseId: held.id, kind: 'REFERRAL_ASKED', details: { alert: alertId } });
  },
};
