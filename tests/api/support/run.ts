/** Executes without HTTP, as the server does: on the cleared schema, or over the net. */
import { type ExecutionResult, execute, parse } from 'graphql';
import type { RequestContext } from '../../../schema/index.ts';
import { createClearedSchemas } from '../../../schema/permissions/cleared-schema.ts';
import { netSchema } from '../../../schema/permissions/net.ts';
import { createRecordProjection } from '../../../schema/records/projection.ts';
import { createRequestContext } from '../../../schema/request-context.ts';
import { createClearedExecution } from '../../../schema/server/execution.ts';
import { type Clearance, createLookupQuota } from '../../../src/modules/access/index.ts';
import { graph, masks, policy, schema } from './hub.ts';
import { clock } from './sample-city.ts';

const cleared = createClearedSchemas(schema);
const netted = netSchema(schema);
/** What leaves as records. */
export const records = createRecordProjection(schema, createClearedExecution(schema));

export interface Running {
  readonly role: string;
  readonly purpose: string | null;
  readonly text: string;
  readonly net?: boolean;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Stands in for what the policy says. */
  readonly clearance?: Clearance;
}

/** What a subscription would be told: something of alert 1, household 1, case 1. */
const EVENT: RequestContext['event'] = {
  cursor: 'somewhere',
  change: {
    ...{ position: 1, type: 'ALERT', entityId: '1', householdId: 1, operation: 'UPSERT', kind: 'RAISED', version: 1 },
    ...{ changedAt: clock.now(), scopeBefore: [], scopeAfter: [] },
  },
};

export function contextFor({ role, purpose, clearance }: Omit<Running, 'text'>): RequestContext {
  const stated = { organisation: null, roles: null, divisions: null };
  const identity = { issuer: 'test', subject: role, clientId: null, issuedAt: clock.now(), stated };
  const caller = { subject: role, organisation: 'test', roles: [role], divisions: ['310105'], identity };
  return createRequestContext(
    { graph, masks, clock, lookups: createLookupQuota({ clock, ledger: graph.lookupLedger }), records },
    { caller, purpose, caseId: null, caseHousehold: null, clearance: clearance ?? policy.clear([role], purpose) },
    { event: EVENT },
  );
}

export async function run(running: Running): Promise<ExecutionResult> {
  const contextValue = contextFor(running);
  return execute({
    schema: running.net === true ? netted : cleared(contextValue.clearance),
    document: parse(running.text),
    contextValue,
    variableValues: running.variables ?? {},
  });
}

/** A clearance that opens everything, to know what there is to see. */
export const EVERYTHING: Clearance = {
  key: 'everything',
  rows: { households: true, referrals: false, alerts: true, alertRules: null, feeds: 'all' },
  lookups: { perHour: 1_000, missesPerHour: 1_000 },
  childrenUnder: 14,
  asks: new Set(['open-alert']),
  factorsOf: () => [],
  emergencyMinutes: 60,
  decide: () => ({ kind: 'allow' }),
  settled: () => ({ kind: 'allow' }),
  sectionOf: () => 'open',
  isPersonal: () => true,
};

/** All scalar values of an answer, `__typename` left out. */
export function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (value === null || typeof value !== 'object') return value === undefined ? [] : [value];
  return Object.entries(value).flatMap(([name, inner]) => (name === '__typename' ? ['…'] : leaves(inner)));
}
