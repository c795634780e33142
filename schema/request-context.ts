/** Makes the context of one request: loaders that live as long as it does, and what it may see. */
import DataLoader from 'dataloader';
import type { Clock } from '../src/kernel/clock.ts';
import { succeed } from '../src/kernel/result.ts';
import type { Caller, Clearance, LookupLimits, LookupQuota, Masks } from '../src/modules/access/index.ts';
import { NO_CONSENTS } from '../src/modules/consent/index.ts';
import { alertReach } from './alerts/alert-filter.ts';
import { caseDivisions } from './cases/reach.ts';
import type { GraphDependencies, RequestContext } from './context.ts';
import { householdScope } from './household/load.ts';
import { recordsBySubject } from './identity/linked-records.ts';
import { createDisclosures } from './permissions/disclosures.ts';
import { createSubjects } from './permissions/subjects.ts';
import type { RecordProjection } from './records/projection.ts';
import { refused } from './shared/refused.ts';

export interface ContextParts {
  readonly graph: GraphDependencies;
  readonly masks: Masks;
  readonly clock: Clock;
  readonly lookups: LookupQuota;
  readonly records: RecordProjection;
}

/** Who asks and why. */
export interface RequestIdentity {
  readonly caller: Caller;
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly caseHousehold: number | null;
  readonly clearance: Clearance;
  readonly host?: string | undefined;
}

/** What the administration gave the caller goes before what its roles have. */
function lookupLimits({ caller, clearance }: RequestIdentity): LookupLimits {
  const { lookupsPerHour = null, missesPerHour = null } = caller.limits?.quotas ?? {};
  return {
    perHour: lookupsPerHour ?? clearance.lookups.perHour,
    missesPerHour: missesPerHour ?? clearance.lookups.missesPerHour,
  };
}

export function createRequestContext(
  parts: ContextParts,
  identity: RequestIdentity,
  { event = null, hop = null }: Partial<Pick<RequestContext, 'event' | 'hop'>> = {},
): RequestContext {
  const { graph, masks, clock, lookups, records } = parts;
  const name = `${identity.caller.organisation} ${identity.caller.subject}`;
  let scope: ReturnType<RequestContext['householdScope']> | undefined;
  let day: ReturnType<RequestContext['hubDay']> | undefined;
  let sight: RequestContext['records'] | undefined;
  let failed: ReturnType<RequestContext['failedSyncs']> | undefined;
  const hubDay: RequestContext['hubDay'] = () => {
    day ??= graph.households.hubDay();
    return day;
  };
  const scopeOnce: RequestContext['householdScope'] = () => {
    scope ??= householdScope({ ...identity, graph, hubDay });
    return scope;
  };
  const context: RequestContext = {
    ...identity,
    event,
    hop,
    masks,
    graph,
    disclosures: createDisclosures(),
    subjects: createSubjects(),
    get records() {
      sight ??= records(context);
      return sight;
    },
    carried: new Set(),
    hubDay,
    householdScope: scopeOnce,
    failedSyncs: () => {
      failed ??= graph.failedSyncs();
      return failed;
    },
    now: () => clock.now(),
    householdsById: new DataLoader(async (ids) => {
      const found = await graph.households.findMany(ids, null, await scopeOnce());
      return ids.map((id) => found.get(id) ?? null);
    }),
    openAlerts: new DataLoader(async (ids) => {
      const open = await graph.householdsWithOpenAlert(ids, alertReach({ ...identity, graph }));
      return ids.map((id) => open.has(id));
    }),
    openCases: new DataLoader(async (ids) => {
      const { caseHousehold } = identity;
      const open = caseDivisions(identity).length === 0 ? new Set<number>() : await graph.householdsWithOpenCase(ids);
      return ids.map((id) => open.has(id) && (caseHousehold === null || caseHousehold === id));
    }),
    openings: new DataLoader(async (ids) => {
      const { emergency, secondPerson } = await graph.openings.openTo(identity.caller, identity.purpose, ids);
      return ids.map((id) => ({ emergency: emergency.has(id), secondPerson: secondPerson.has(id) }));
    }),
    consents: new DataLoader(async (ids) => {
      const { organisation } = identity.caller;
      const found = await graph.consents.inForce(ids, { purpose: identity.purpose, organisation });
      return ids.map((id) => found.get(id) ?? NO_CONSENTS);
    }),
    recordsBySubject: new DataLoader(async (ids) => [...(await recordsBySubject(graph.prisma, ids))]),
    views: new Map(),
    lookUp: (number, find) => lookups.lookUp({ caller: name, number, limits: lookupLimits(identity) }, find),
    async once(mutation, run) {
      const kept = await graph.once({ ...mutation, worker: identity.caller }, async (tx) => succeed(await run(tx)));
      return kept.ok ? kept.value : refused(kept.error);
    },
  };
  return context;
}
