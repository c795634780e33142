/** What the graph asks of the hub: reads go to the modules, decisions too, and a decision starts the pipeline. */
import type { GraphDependencies, Refusal, RuleCards } from '../../schema/index.ts';
import { DEFAULT_LIMITS } from '../../schema/server/limits.ts';
import { fail, type Result, succeed } from '../kernel/result.ts';
import { createEmergencies, createLookupLedger, createOpenings } from '../modules/access/index.ts';
import { dueTimes, householdsWithOpenAlert, restrictedRules } from '../modules/alerting/index.ts';
import { createReferrals, householdsReferredTo, householdsWithOpenCase } from '../modules/casework/index.ts';
import { countChangedEntities, followChanges } from '../modules/delivery/index.ts';
import {
  cardOf,
  createRuleBook,
  listRules,
  listVersions,
  type Pack,
  speaksOf,
  synonymsOf,
} from '../modules/discovery/index.ts';
import { createExports } from '../modules/exports/index.ts';
import { findAgencyRecords } from '../modules/identity/index.ts';
import { oncePerKey } from '../platform/once/once-per-key.ts';
import type { Access } from './access.ts';
import { consentsOf } from './consents.ts';
import type { Hub } from './hub.ts';
import { REVIEW_REFUSALS, refusalOfRow, UNDO_REFUSALS } from './refusals.ts';

async function refusable<E>(
  outcome: Promise<Result<unknown, E>>,
  refusal: (error: E) => Refusal,
): Promise<Result<null, Refusal>> {
  const result = await outcome;
  return result.ok ? succeed(null) : fail(refusal(result.error));
}

/** Rules by the day they are in force, and by version for what they found. */
function ruleCardsOf({ db, pack }: Pick<Hub, 'db' | 'pack'>): RuleCards {
  const book = createRuleBook(pack);
  let reading: Promise<Pack> | null = null;
  // The hits of one answer ask for their rules together: they share one reading.
  const read = (): Promise<Pack> => {
    reading ??= book.read(db).finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    async rulesOn(day, about) {
      const held = await read();
      const listed = listRules(held, day);
      if (about === null) return listed;
      const names = synonymsOf(about, held.aliases);
      return listed.filter((rule) => speaksOf(rule, names));
    },
    versionsOf: async (id, day) => listVersions(await read(), id, day),
    async find(id, version) {
      const held = await read();
      const rule = held.rules.find((one) => one.id === id && one.version === version);
      return rule === undefined ? null : cardOf(rule, held, rule.effectiveFrom);
    },
  };
}

/** `jobs.changed` is told when a decision was taken: profiles are to be built anew. */
export function graphDependencies(
  hub: Hub,
  { policy, administration }: Pick<Access, 'policy' | 'administration'>,
  jobs: { changed(): void; wakeExport(id: number): void; failedSyncs(): Promise<ReadonlyMap<string, number>> },
): GraphDependencies {
  return {
    households: hub.households,
    prisma: hub.prisma,
    rules: ruleCardsOf(hub),
    releases: hub.releases,
    restrictedRules: restrictedRules(hub.pack),
    listPasses: (first) => hub.discovery.listPasses(first),
    trials: hub.trials,
    identity: {
      decideReview: ({ reviewId, personId, reason, decidedBy }, tx) =>
        refusable(
          hub.identity.decideReview(
            Number(reviewId),
            { same: personId === null ? null : Number(personId) },
            { by: decidedBy, reason, within: tx },
          ),
          (error) => REVIEW_REFUSALS[error],
        ),
      undoLink: ({ recordType, sourceKey, reason, decidedBy }, tx) =>
        refusable(
          hub.identity.undoLink({ recordType, sourceKey }, { by: decidedBy, reason, within: tx }),
          (error) => UNDO_REFUSALS[error],
        ),
    },
    agencyRecords: (persons, agencies) => findAgencyRecords(hub.db, persons, agencies),
    quarantine: {
      resubmit: ({ rowId, cells, submittedBy }) =>
        refusable(hub.quarantine.resubmit(Number(rowId), cells, submittedBy), refusalOfRow),
    },
    alertDesk: hub.alertDesk,
    disclosureLog: hub.audit,
    policy,
    emergencies: createEmergencies({ ...hub, sealer: hub.sealing.sealer }),
    administration,
    open: hub.sealing.sealer.open,
    openings: createOpenings({ db: hub.db, clock: hub.clock, sealer: hub.sealing.sealer }),
    consents: consentsOf(hub, policy),
    lookupLedger: createLookupLedger(hub),
    roster: hub.roster,
    staffing: hub.staffing,
    workingDays: hub.pack.workingDays,
    terms: hub.pack.aliases,
    learning: hub.learning,
    dueAfter: (severity, at) =>
      dueTimes({ now: () => at }, hub.pack.clocks, hub.pack.workingDays).get(severity) ?? null,
    reviews: hub.reviews,
    clues: hub.clues,
    cases: hub.cases,
    referrals: createReferrals({
      ...hub,
      pack: hub.pack,
      sealer: hub.sealing.sealer,
      knowsOrganisation: async (code) => (await administration.organisation(code)) !== null,
    }),
    webhooks: hub.webhooks,
    documents: hub.documents,
    limits: { ...DEFAULT_LIMITS, ...hub.config.limits },
    exports: createExports({
      ...hub,
      files: hub.exportFiles,
      links: hub.exportLinks,
      limits: policy.exports,
      wake: jobs.wakeExport,
    }),
    publicUrl: hub.config.publicUrl ?? null,
    countEntities: async ({ types, ...asked }) => {
      const counts = await Promise.all(types.map((type) => countChangedEntities(hub.db, { ...asked, type })));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    messages: hub.messages,
    changes: hub.changes,
    householdsWithOpenCase: (ids) => householdsWithOpenCase(hub.db, ids),
    householdsReferredTo: (asked) => householdsReferredTo(hub.db, asked),
    follow: (query) => followChanges(hub, query),
    householdsWithOpenAlert: (ids, reach) => householdsWithOpenAlert(hub.db, ids, reach),
    once: (request, work) =>
      hub.db.tx((tx) =>
        oncePerKey(tx, { ...request, sealer: hub.sealing.sealer, now: hub.clock.now() }, () => work(tx)),
      ),
    failedSyncs: jobs.failedSyncs,
    changed: jobs.changed,
  };
}
