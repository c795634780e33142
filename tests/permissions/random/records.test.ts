/**
 * Random policies, for random callers who follow the feed: each record says what the graph answers to them, and an entity
 * that is not theirs to see is told as no longer theirs.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, getOperationAST, Kind, parse } from 'graphql';
import { JsonText } from '../../../schema/records/json-text.ts';
import { PROFILE_RECORDS } from '../../../schema/records/record-fields.ts';
import { SEED } from '../../support/seed.ts';
import { type Asking, clearanceOf, contextOf, WAYS } from './comparison.ts';
import { followedPolicy, RANDOM_ROLES } from './random-policies.ts';
import { circumstances } from './random-situations.ts';

const CALLERS = 50;
const FEED = parse(`query Random {
  changes(first: 100, types: [HOUSEHOLD, PERSON]) { edges { type operation id record } } }`);

/** Everybody a household lists, those who do not count as its members among them. */
const LISTED: DocumentNode = {
  kind: Kind.DOCUMENT,
  definitions: [
    ...parse(`query Listed($id: ID!) { household(id: $id) {
      members { person { ...PersonRecord } } otherListings { person { ...PersonRecord } } } }`).definitions,
    ...PROFILE_RECORDS.PERSON.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  ],
};

interface Edge {
  readonly type: 'HOUSEHOLD' | 'PERSON';
  readonly operation: string;
  readonly id: string;
  readonly record: object | null;
}
type Listed = readonly { readonly person: object }[] | null;
interface Answered {
  readonly changes?: { readonly edges: readonly Edge[] } | null;
  readonly household?: { readonly members?: Listed; readonly otherListings?: Listed } | null;
}

/** What the hub answers; null: it refuses. */
async function answered(asking: Asking, document: DocumentNode, variables = {}): Promise<Answered | null> {
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('no operation');
  const context = contextOf(asking.situation, clearanceOf(asking));
  const operationName = operation.name?.value ?? null;
  const { data, errors } = await WAYS.cleared({ document, operation, operationName, variables, context });
  if (errors !== undefined) return null;
  return JSON.parse((data as unknown) instanceof JsonText ? String(data?.text) : JSON.stringify(data)) as Answered;
}

const texts = (records: readonly object[]): string[] => [...new Set(records.map((one) => JSON.stringify(one)))].sort();

/** Compares what a caller is told; how many records it was told. */
async function compareRecords(asking: Asking): Promise<number> {
  const edges = (await answered(asking, FEED))?.changes?.edges ?? [];
  const [households, persons] = ['HOUSEHOLD', 'PERSON'].map((type) => edges.filter((edge) => edge.type === type));
  const inGraph: object[] = [];
  for (const { id, operation, record } of households ?? []) {
    const whole = await answered(asking, PROFILE_RECORDS.HOUSEHOLD.document, { id });
    expect([operation, record]).toEqual(whole?.household == null ? ['REVOKED', null] : ['UPSERT', whole.household]);
    const { members, otherListings } = (await answered(asking, LISTED, { id }))?.household ?? {};
    inGraph.push(...[...(members ?? []), ...(otherListings ?? [])].map(({ person }) => person));
  }
  const told = (persons ?? []).flatMap(({ record }) => record ?? []);
  if ((households ?? []).length > 0 && (persons ?? []).length > 0) expect(texts(told)).toEqual(texts(inGraph));
  return edges.filter(({ record }) => record !== null).length;
}

describe('a record of the feed', () => {
  it('says what the graph says to the same random caller of a random policy', async () => {
    const callers = fc
      .tuple(followedPolicy, fc.boolean(), fc.nat(), circumstances)
      .map(([policy, every, which, given]) => {
        const roles = every ? RANDOM_ROLES : RANDOM_ROLES.slice(0, 1);
        const purposes = [...policy.compiled.purposesOf(roles)];
        const caller = { roles, purpose: purposes[which % purposes.length] ?? null };
        return { ...policy, situation: { caller, ...given } };
      });
    let told = 0;
    for (const asking of fc.sample(callers, { numRuns: CALLERS, seed: SEED })) told += await compareRecords(asking);
    expect(told).toBeGreaterThan(CALLERS);
  });
});
