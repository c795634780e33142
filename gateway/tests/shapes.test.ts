import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSchema } from '../../schema/index.ts';
import { addDays } from '../../src/kernel/day.ts';
import { OperationKit, renderer } from '../../tests/permissions/random/random-operations.ts';
import { FIRST_DAY, serveFederation } from '../../tests/support/federation.ts';
import { operation, type Question } from '../../tests/support/served-hub.ts';
import { compareShapes } from './comparison.ts';
import { serveGateway } from './served-gateway.ts';

const federation = await serveFederation(300);
const { hub, access, ask, agencies } = federation;
const gateway = await serveGateway(federation);
const shapes = { hub, merged: federation, federated: gateway };

const LONG = 300_000;
const SECOND_DAY = addDays(FIRST_DAY, 1);

/** Every caller of the demo, without a purpose and for each it holds. */
const askers = [...access.policy.personas].flatMap(([persona, { roles }]) =>
  [undefined, ...access.policy.purposesOf(roles)].map((purpose) => ({ persona, ...(purpose && { purpose }) })),
);

interface Found {
  readonly households: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly members: readonly { readonly person: Readonly<Record<'id' | 'residentId', string>> }[];
      };
    }[];
  };
}

let households: readonly string[] = [];
let persons: readonly string[] = [];
let numbers: readonly string[] = [];
beforeAll(async () => {
  await federation.deliver(SECOND_DAY, 'increment');
  const query = '{ households(first: 200) { edges { node { id members { person { id residentId } } } } } }';
  const { data } = await ask<Found>({ persona: 'district-officer', purpose: 'verification', query });
  const nodes = data?.households.edges.map(({ node }) => node) ?? [];
  households = nodes.map(({ id }) => id);
  persons = nodes.flatMap(({ members }) => members.map(({ person }) => person.id));
  numbers = nodes.flatMap(({ members }) => members.flatMap(({ person }) => person.residentId ?? []));
}, LONG);

/** The partners' queries with values of this city, by name; that of the log itself would find what was just logged. */
const variablesOf = (place: number): Readonly<Record<string, Question['variables']>> => ({
  HouseholdProfile: { residentId: numbers[place % numbers.length] },
  HouseholdById: { id: households[place % households.length], ...(place % 2 === 1 && { asOf: FIRST_DAY }) },
  FindHouseholds: { filter: {}, first: 20 },
  OpenAlerts: { filter: {}, first: 20 },
  Rules: {},
  Changes: { first: 5 },
  Feeds: {},
  Quarantine: { first: 5 },
});

/** Answers that agencies gave: each has its row in the agency's own log. */
async function entityAnswers(): Promise<number> {
  let answers = 0;
  for (const { db } of agencies.values()) {
    const [row] = await db.query<{ rows: number }>('select count(*)::int as rows from disclosure');
    answers += row?.rows ?? 0;
  }
  return answers;
}

describe('the two shapes of the graph', () => {
  it(
    'give every caller of the demo the same answers to the partners’ operations, and log the same',
    async () => {
      expect(numbers.length).toBeGreaterThan(100);
      let shown = 0;
      for (const [place, asker] of askers.entries())
        for (const [name, variables] of Object.entries(variablesOf(place * 7))) {
          const query = await operation(name);
          const { data, status } = await compareShapes(shapes, { ...asker, query, variables: variables ?? {} });
          if (status === 200 && JSON.stringify(data).includes('"education":{')) shown += 1;
        }
      expect(shown).toBeGreaterThan(5);
    },
    LONG,
  );

  it(
    'give the same answers to 300 random operations that ask for sections',
    async () => {
      const schema = createSchema();
      const words = {
        ID: [...households.slice(0, 12), ...persons.slice(0, 6), 'A1', 'A2', 'R01', 'x'],
        Date: [FIRST_DAY, SECOND_DAY, '2026-09-01', '2027-01-01'],
        ResidentId: numbers.slice(0, 12),
      };
      const render = renderer(schema);
      const sections = /\b(civilAffairs|healthInsurance|education|humanResources|disability)\b[^{}]*\{/;
      const operations = new OperationKit(schema, words)
        .operation()
        .filter(({ kind }) => kind === 'query')
        .map(render)
        .filter(({ text }) => sections.test(text) && !/\bdisclosures\b/.test(text));
      const before = await entityAnswers();
      for (const [place, { text, variables }] of fc.sample(operations, { numRuns: 300, seed: 6 }).entries()) {
        const asker = askers[place % askers.length];
        if (asker === undefined) continue;
        await compareShapes(shapes, { ...asker, query: text, variables });
      }
      // Few random operations reach a person; those of the partners, above, all do.
      expect((await entityAnswers()) - before).toBeGreaterThan(0);
    },
    LONG,
  );
});
