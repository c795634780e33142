/** What an export writes out of stored JSON is what the graph answers, for every caller and whatever is stored. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, Kind, print } from 'graphql';
import { PROFILE_RECORDS } from '../../schema/records/record-fields.ts';
import { createRequestContext } from '../../schema/request-context.ts';
import { demoToken } from '../../src/app/access.ts';
import { clearCaller } from '../../src/modules/access/index.ts';
import type { HouseholdDocument, ProfileOnDay } from '../../src/modules/household/index.ts';
import { PURPOSES_OF } from '../api/support/oracle.ts';
import { chronic, contributions, DAY, household, member, schooling } from '../support/documents.ts';
import { randomHousehold } from '../support/random-documents.ts';
import { SEED } from '../support/seed.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

const { hub, face, live, access, ask } = await serveWorkedHub();

/** What JSON escapes, what takes several bytes, and what looks like JSON. */
const ODD = '"引号" \\反斜杠\\ \n换行\t😀 },{"source":[';
const odd = household(
  [
    member({
      name: `张${ODD}`,
      chronic: [{ ...chronic('M01', DAY), diseaseName: ODD }],
      schooling: [{ ...schooling('21'), school: ODD, grade: '' }],
      contributions: contributions(3, 0).map((paid) => ({ ...paid, employer: ODD })),
    }),
  ],
  { address: ODD },
);
const apart = household([member(), member({ deaths: [] }, { notCounted: 'NOT_CO_LIVING', relationshipToHead: '20' })]);
const documents: readonly HouseholdDocument[] = [
  odd,
  apart,
  household([], { streetCode: '310105002', committeeCode: null }),
  ...fc.sample(randomHousehold, { numRuns: 30, seed: SEED }),
];
const IDS = documents.map((_one, index) => index + 1);
/** Asked of the graph for every caller. */
const ASKED = IDS.slice(0, 5);

beforeAll(() => live(DAY, ...documents));

/** Each role once, and the one that exports for each of its purposes. */
const CALLERS = [...access.policy.personas].flatMap(([persona, { roles }]) => {
  const purposes = [...new Set(roles.flatMap(PURPOSES_OF))];
  return (persona === 'warehouse' ? purposes : purposes.slice(0, 1)).map((purpose) => ({ persona, purpose }));
});

async function contextOf({ persona, purpose }: (typeof CALLERS)[number]) {
  const caller = await access.tokens.verify(await demoToken(hub, persona));
  const clearance = clearCaller({ policy: access.policy, caller, purpose }, hub.clock.now());
  return createRequestContext(face.standing, { caller, purpose, caseId: null, caseHousehold: null, clearance });
}

/** The document's fragments, and one field for each of some households. */
function manyOf({ definitions }: DocumentNode): string {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(print);
  const fields = ASKED.map((id) => `H${id}: household(id: "H${id}") { ...HouseholdRecord }`);
  return [`{ ${fields.join(' ')} }`, ...fragments].join('\n');
}

const linesIn = (lines: Buffer | undefined): string[] => (lines ?? '').toString().split('\n').filter(Boolean).sort();

describe('an exported record', () => {
  it.each(CALLERS)('of what $persona sees for $purpose is the feed’s, byte by byte', async (caller) => {
    for (const type of ['HOUSEHOLD', 'PERSON'] as const) {
      const [read, looked] = [await contextOf(caller), await contextOf(caller)];
      const told =
        type === 'HOUSEHOLD'
          ? await read.records.project(type, IDS.map(String))
          : await read.records.personsOf(IDS.map(String));
      const profiles: ProfileOnDay[] = [];
      for await (const some of hub.households.readMany(IDS, await looked.householdScope())) profiles.push(...some);
      const [page] = await looked.records.write([type], profiles);
      expect(linesIn(page?.lines)).toEqual([...told.values()].map(({ record }) => record.text).sort());
      expect(page?.rows).toBe(told.size);
      expect(new Set(looked.subjects.persons())).toEqual(new Set(read.subjects.persons()));
    }
  });

  it.each(CALLERS)('of what $persona sees for $purpose is what the graph answers', async (caller) => {
    const context = await contextOf(caller);
    const query = manyOf(PROFILE_RECORDS.HOUSEHOLD.document);
    const { data } = await ask<Record<string, object | null>>({ ...caller, query });
    const found = new Map<string, unknown>();
    for await (const some of hub.households.readMany(ASKED, await context.householdScope())) {
      const [page] = await context.records.write(['HOUSEHOLD'], some);
      for (const line of linesIn(page?.lines)) {
        const record = JSON.parse(line) as { id: string };
        found.set(record.id, record);
      }
    }
    // Who may not follow households is told of none by the graph either.
    const follows = context.records.mayFollow('HOUSEHOLD');
    for (const [id, answered] of Object.entries(data ?? {}))
      expect(follows ? (found.get(id) ?? null) : null).toEqual(answered);
  });
});
