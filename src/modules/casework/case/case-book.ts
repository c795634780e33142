/** What the work on alerts and clues does to cases: opens one, moves its next contact, asks for a referral. */
import { addDays, type Day } from '../../../kernel/day.ts';
import type { CaseBook, HouseholdDeed } from '../../alerting/index.ts';
import { numberOn, type Pack } from '../../discovery/index.ts';
import { insertCase, lockOpenCase, planCase, setAwaitsReferral } from './case.store.ts';
import type { CaseFile, CaseOrigin } from './case.ts';
import { noteCaseDeed, type WorkMoment } from './event.store.ts';

type Figures = Pick<Pack, 'parameters'>;

/** When a family is contacted again where nobody said otherwise. */
export function nextContact({ parameters }: Figures, on: Day): Day {
  return addDays(on, numberOn(parameters, 'CASE_CONTACT_DAYS', on));
}

export interface Beginning {
  readonly householdId: number;
  readonly origin: CaseOrigin;
  readonly nextContactOn: Day;
  /** Who becomes responsible where a case is opened. */
  readonly adviser: string;
}

/** The household's open case, locked; opened where there is none. Null: the hub knows no such household. */
export async function openOrJoin(moment: WorkMoment, beginning: Beginning): Promise<CaseFile | null> {
  const { tx, worker, now, on } = moment;
  const held = await lockOpenCase(tx, beginning.householdId);
  if (held !== null) return held;
  const opening = { ...beginning, goal: null, by: worker.subject, at: now, on };
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

/** What alerting tells of, kept in the cases. */
export function createCaseBook(figures: Figures): CaseBook {
  const of = (householdId: number, adviser: string, nextContactOn: Day): Beginning => ({
    ...{ householdId, adviser, nextContactOn },
    origin: 'ALERT',
  });
  return {
    async begun(deed: HouseholdDeed, adviser) {
      await openOrJoin(deed, of(deed.householdId, adviser, nextContact(figures, deed.on)));
    },
    async visited(deed, nextVisitOn) {
      const { householdId, onAlert, on, worker } = deed;
      const next = nextVisitOn ?? nextContact(figures, on);
      // A visit that no alert called for, such as a review, counts for the case there is, and opens none.
      const held = onAlert
        ? await openOrJoin(deed, of(householdId, worker.subject, next))
        : await lockOpenCase(deed.tx, householdId);
      if (held !== null) await contacted(deed, held, next);
    },
    async closed(deed, { alertId, outcome }) {
      if (outcome !== 'REFERRED') return;
      const { householdId, worker, tx, on } = deed;
      const held = await openOrJoin(deed, of(householdId, worker.subject, nextContact(figures, on)));
      if (held === null) return;
      const days = numberOn(figures.parameters, 'REFERRAL_ASK_DAYS', on);
      await setAwaitsReferral(tx, held.id, true, addDays(on, days));
      await noteCaseDeed(deed, { caseId: held.id, kind: 'REFERRAL_ASKED', details: { alert: alertId } });
    },
  };
}
