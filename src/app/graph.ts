/** What the graph asks of the hub: reads go to the modules, decisions too, and a decision starts the pipeline. */
import type { GraphDependencies, Refusal, RuleBook, RuleCard } from '../../schema/index.ts';
import { asDay } from '../kernel/day.ts';
import { fail, type Result, succeed } from '../kernel/result.ts';
import { type AccessPolicy, createEmergencies } from '../modules/access/index.ts';
import { householdsWithOpenAlert } from '../modules/alerting/index.ts';
import { createReferrals } from '../modules/casework/index.ts';
import { listRules, type Pack } from '../modules/discovery/index.ts';
import type { Hub } from './hub.ts';
import { REVIEW_REFUSALS, refusalOfRow, UNDO_REFUSALS } from './refusals.ts';

async function refusable<E>(
  outcome: Promise<Result<unknown, E>>,
  refusal: (error: E) => Refusal,
): Promise<Result<null, Refusal>> {
  const result = await outcome;
  return result.ok ? succeed(null) : fail(refusal(result.error));
}

const FIRST_DAY = asDay('1900-01-01');

/** Rules by the day they are in force, and by version for what they found. */
function ruleBookOf(pack: Pack): RuleBook {
  const rulesOn = (day: Parameters<RuleBook['rulesOn']>[0]): readonly RuleCard[] => listRules(pack, day);
  return {
    rulesOn,
    find(id, version) {
      const rule = pack.rules.find((held) => held.id === id && held.version === version);
      return rule === undefined
        ? null
        : (rulesOn(rule.effectiveFrom ?? FIRST_DAY).find((card) => card.id === id && card.version === version) ?? null);
    },
  };
}

/** `jobs.changed` is told when a decision was taken: profiles are to be built anew. */
export function graphDependencies(
  hub: Hub,
  policy: AccessPolicy,
  jobs: { changed(): void; failedSyncs(): Promise<ReadonlyMap<string, number>> },
): GraphDependencies {
  return {
    households: hub.households,
    prisma: hub.prisma,
    rules: ruleBookOf(hub.pack),
    trials: hub.trials,
    identity: {
      decideReview: ({ reviewId, personId, reason, decidedBy }) =>
        refusable(
          hub.identity.decideReview(
            Number(reviewId),
            { same: personId === null ? null : Number(personId) },
            { by: decidedBy, reason },
          ),
          (error) => REVIEW_REFUSALS[error],
        ),
      undoLink: ({ recordType, sourceKey, reason, decidedBy }) =>
        refusable(
          hub.identity.undoLink({ recordType, sourceKey }, { by: decidedBy, reason }),
          (error) => UNDO_REFUSALS[error],
        ),
    },
    quarantine: {
      resubmit: ({ rowId, cells, submittedBy }) =>
        refusable(hub.quarantine.resubmit(Number(rowId), cells, submittedBy), refusalOfRow),
    },
    alertDesk: hub.alertDesk,
    disclosureLog: hub.audit,
    policy,
    emergencies: createEmergencies(hub),
    roster: hub.roster,
    learning: hub.learning,
    reviews: hub.reviews,
    clues: hub.clues,
    cases: hub.cases,
    referrals: createReferrals({
      ...hub,
      knowsOrganisation: (code) => policy.titleOf('organisation', code) !== null,
    }),
    householdsWithOpenAlert: (ids, reach) => householdsWithOpenAlert(hub.db, ids, reach),
    failedSyncs: jobs.failedSyncs,
    changed: jobs.changed,
  };
}
