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
function lookupLimits({ caller, clearance }: Pick<RequestIdentity, 'caller' | 'clearance'>): LookupLimits {
  const { lookupsPerHour = null, missesPerHour = null } = caller.limits?.quotas ?? {};
  return {
    perHour: lookupsPerHour ?? clearance.lookups.perHour,
    missesPerHour: missesPerHour ?? clearance.lookups.missesPerHour,
  };
}

/** Loads by key in one reading per tick. */
const loading = <K, V>(read: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V> => new DataLoader(read);

/** What belongs to a request in whatever copy of its context: Apollo Server hands on a shallow one. */
type Own = {
  readonly parts: ContextParts;
  day?: ReturnType<RequestContext['hubDay']>;
  scope?: ReturnType<RequestContext['householdScope']>;
  failed?: ReturnType<RequestContext['failedSyncs']>;
} & {
  -readonly [Made in MadeWhenAsked]?: RequestContext[Made];
};

type MadeWhenAsked =
  | 'records'
  | 'householdsById'
  | 'openAlerts'
  | 'openCases'
  | 'openings'
  | 'consents'
  | 'recordsBySubject';

/** What most requests never ask for is made when it is first asked for. */
class Request implements RequestContext {
  readonly caller: RequestContext['caller'];
  readonly purpose: RequestContext['purpose'];
  readonly caseId: RequestContext['caseId'];
  readonly caseHousehold: RequestContext['caseHousehold'];
  readonly clearance: RequestContext['clearance'];
  readonly host: RequestContext['host'];
  readonly masks: RequestContext['masks'];
  readonly graph: RequestContext['graph'];
  readonly event: RequestContext['event'];
  readonly hop: RequestContext['hop'];
  readonly disclosures = createDisclosures();
  readonly subjects = createSubjects();
  readonly carried: RequestContext['carried'] = new Set();
  readonly views: RequestContext['views'] = new Map();
  readonly own: Own;

  constructor(parts: ContextParts, identity: RequestIdentity, { event = null, hop = null }: Of) {
    this.own = { parts };
    this.masks = parts.masks;
    this.graph = parts.graph;
    this.caller = identity.caller;
    this.purpose = identity.purpose;
    this.caseId = identity.caseId;
    this.caseHousehold = identity.caseHousehold;
    this.clearance = identity.clearance;
    this.host = identity.host;
    this.event = event;
    this.hop = hop;
  }

  // Functions of their own: they are passed on apart from the request.
  readonly now: RequestContext['now'] = () => this.own.parts.clock.now();

  readonly hubDay: RequestContext['hubDay'] = () => {
    this.own.day ??= this.graph.households.hubDay();
    return this.own.day;
  };

  readonly householdScope: RequestContext['householdScope'] = () => {
    this.own.scope ??= householdScope(this);
    return this.own.scope;
  };

  readonly failedSyncs: RequestContext['failedSyncs'] = () => {
    this.own.failed ??= this.graph.failedSyncs();
    return this.own.failed;
  };

  get records(): RequestContext['records'] {
    this.own.records ??= this.own.parts.records(this);
    return this.own.records;
  }

  get householdsById(): RequestContext['householdsById'] {
    this.own.householdsById ??= loading(async (ids) => {
      const found = await this.graph.households.findMany(ids, null, await this.householdScope());
      return ids.map((id) => found.get(id) ?? null);
    });
    return this.own.householdsById;
  }

  get openAlerts(): RequestContext['openAlerts'] {
    this.own.openAlerts ??= loading(async (ids) => {
      const open = await this.graph.householdsWithOpenAlert(ids, alertReach(this));
      return ids.map((id) => open.has(id));
    });
    return this.own.openAlerts;
  }

  get openCases(): RequestContext['openCases'] {
    this.own.openCases ??= loading(async (ids) => {
      const { caseHousehold } = this;
      const open = caseDivisions(this).length === 0 ? new Set<number>() : await this.graph.householdsWithOpenCase(ids);
      return ids.map((id) => open.has(id) && (caseHousehold === null || caseHousehold === id));
    });
    return this.own.openCases;
  }

  get openings(): RequestContext['openings'] {
    this.own.openings ??= loading(async (ids) => {
      const { emergency, secondPerson } = await this.graph.openings.openTo(this.caller, this.purpose, ids);
      return ids.map((id) => ({ emergency: emergency.has(id), secondPerson: secondPerson.has(id) }));
    });
    return this.own.openings;
  }

  get consents(): RequestContext['consents'] {
    this.own.consents ??= loading(async (ids) => {
      const { organisation } = this.caller;
      const found = await this.graph.consents.inForce(ids, { purpose: this.purpose, organisation });
      return ids.map((id) => found.get(id) ?? NO_CONSENTS);
    });
    return this.own.consents;
  }

  get recordsBySubject(): RequestContext['recordsBySubject'] {
    this.own.recordsBySubject ??= loading(async (ids) => [...(await recordsBySubject(this.graph.prisma, ids))]);
    return this.own.recordsBySubject;
  }

  readonly lookUp: RequestContext['lookUp'] = (number, find) => {
    const caller = `${this.caller.organisation} ${this.caller.subject}`;
    return this.own.parts.lookups.lookUp({ caller, number, limits: lookupLimits(this) }, find);
  };

  readonly once: RequestContext['once'] = async (mutation, run) => {
    const kept = await this.graph.once({ ...mutation, worker: this.caller }, async (tx) => succeed(await run(tx)));
    return kept.ok ? kept.value : refused(kept.error);
  };
}

type Of = Partial<Pick<RequestContext, 'event' | 'hop'>>;

export function createRequestContext(parts: ContextParts, identity: RequestIdentity, of: Of = {}): RequestContext {
  return new Request(parts, identity, of);
}
