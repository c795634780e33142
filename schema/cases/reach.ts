/** Which cases and referrals a caller reaches, and the loaders of one request over them. */
import DataLoader from 'dataloader';
import { beijingDay } from '../../src/kernel/clock.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { CaseEvent, CaseFile, Referral, ReferralReach } from '../../src/modules/casework/index.ts';
import type { RequestContext } from '../context.ts';

/** Cases lie where alerts lie; who works with some rules only sees no cases. */
export function caseDivisions({ caller, clearance }: Pick<RequestContext, 'caller' | 'clearance'>): readonly string[] {
  const { alerts, alertRules } = clearance.rows;
  return alerts && alertRules === null ? caller.divisions : [];
}

/** The day things are judged for: the hub's, before the first delivery today's. */
export async function dayOf(context: RequestContext): Promise<Day> {
  return (await context.hubDay()) ?? beijingDay(context.now());
}

export async function referralReach(context: RequestContext): Promise<ReferralReach> {
  const { organisation } = context.caller;
  return { divisions: caseDivisions(context), organisation, day: await dayOf(context) };
}

interface CaseLoaders {
  readonly byId: DataLoader<number, CaseFile | null>;
  /** The newest last. */
  readonly byHousehold: DataLoader<number, readonly CaseFile[]>;
  readonly referrals: DataLoader<number, readonly Referral[]>;
  readonly events: DataLoader<number, readonly CaseEvent[]>;
}

function grouped<Row>(ids: readonly number[], rows: readonly Row[], keyOf: (row: Row) => number): Row[][] {
  const groups = new Map(ids.map((id) => [id, [] as Row[]]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

function createLoaders(context: RequestContext): CaseLoaders {
  const { cases, referrals } = context.graph;
  const divisions = caseDivisions(context);
  return {
    byId: new DataLoader(async (ids) => {
      const found = new Map((await cases.find(ids, divisions)).map((held) => [held.id, held]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    byHousehold: new DataLoader(async (ids) =>
      grouped(ids, await cases.ofHouseholds(ids, divisions), ({ householdId }) => householdId),
    ),
    referrals: new DataLoader(async (ids) =>
      grouped(ids, await referrals.ofCases(ids, await referralReach(context)), ({ caseId }) => caseId),
    ),
    events: new DataLoader(async (ids) => grouped(ids, await cases.eventsOf(ids), ({ caseId }) => caseId)),
  };
}

const kept = new WeakMap<RequestContext, CaseLoaders>();

/** What one request has read of cases, in one statement per kind and tick. */
export function caseLoaders(context: RequestContext): CaseLoaders {
  const loaders = kept.get(context) ?? createLoaders(context);
  kept.set(context, loaders);
  return loaders;
}
