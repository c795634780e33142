import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/kernel/day.ts';
import { FIRST_DAY, serveFederation } from '../../tests/support/federation.ts';
import { operation, type Question } from '../../tests/support/served-hub.ts';
import { compareShapes } from './comparison.ts';
import { randomQuestions, SECTION_FIELDS } from './random-questions.ts';
import { serveGateway } from './served-gateway.ts';

const federation = await serveFederation(300);
const { hub, access, ask, agencies } = federation;
const gateway = await serveGateway(federation);
const shapes = { hub, merged: federation, federated: gateway };

const LONG = 300_000;
const SECOND_DAY = addDays(FIRST_DAY, 1);
const OFFICER = { persona: 'district-officer', purpose: 'casework' };

/** Every caller of the demo, without a purpose and for each it holds. */
const askers = [...access.policy.personas].flatMap(([persona, { roles }]) =>
  [undefined, ...access.policy.purposesOf(roles)].map((purpose) => ({ persona, ...(purpose && { purpose }) })),
);

interface Listed<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Found {
  readonly households: Listed<{
    readonly id: string;
    readonly members: readonly { readonly person: Readonly<Record<'id' | 'residentId', string>> }[];
  }>;
  readonly alerts: Listed<{ readonly id: string }>;
}

/** Callers who are shown some agency's section. */
const sighted: (typeof askers)[number][] = [];
const SHOWN = new RegExp(`"(${SECTION_FIELDS.join('|')})":\\{`);

let households: readonly string[] = [];
let persons: readonly string[] = [];
let numbers: readonly string[] = [];
let alerts: readonly string[] = [];
beforeAll(async () => {
  await federation.deliver(SECOND_DAY, 'increment');
  const query = `{ households(first: 200) { edges { node { id members { person { id residentId } } } } }
    alerts(first: 20) { edges { node { id } } } }`;
  const { data } = await ask<Found>({ persona: 'district-officer', purpose: 'verification', query });
  const nodes = data?.households.edges.map(({ node }) => node) ?? [];
  households = nodes.map(({ id }) => id);
  persons = nodes.flatMap(({ members }) => members.map(({ person }) => person.id));
  numbers = nodes.flatMap(({ members }) => members.flatMap(({ person }) => person.residentId ?? []));
  alerts = data?.alerts.edges.map(({ node }) => node.id) ?? [];
}, LONG);

type Asked = Readonly<Record<string, Question['variables']>>;

/** The partners' queries with values of this city, by name; that of the log itself would find what was just logged. */
const queriesOf = (place: number): Asked => ({
  HouseholdProfile: { residentId: numbers[place % numbers.length] },
  HouseholdById: { id: households[place % households.length], ...(place % 2 === 1 && { asOf: FIRST_DAY }) },
  FindHouseholds: { filter: {}, first: 20 },
  OpenAlerts: { filter: {}, first: 20 },
  Rules: {},
  TryRule: { rule: { id: 'R01' } },
  Changes: { first: 5 },
  Feeds: {},
  Quarantine: { first: 5 },
  ExportStatus: { id: 'E1' },
});

/** The partners' mutations, each done once: whoever asks again with the same key is told what was done. */
const mutationsOf = (id: string | undefined, key: string): Asked => ({
  AssignAlert: { id, assignee: '顾问', key: `assign ${key}` },
  RecordVisit: {
    id,
    input: { visitedOn: SECOND_DAY, visitors: ['顾问'], purpose: 'FOLLOW_UP' },
    key: `visit ${key}`,
  },
  CloseAlert: { id, outcome: 'NOT_NEEDED', note: null, key: `close ${key}` },
  StartExport: { input: { types: ['ALERT'], format: 'NDJSON' }, key: `export ${key}` },
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
    'give every caller of the demo the same answers to the partners’ queries, and log the same',
    async () => {
      expect(numbers.length).toBeGreaterThan(100);
      for (const [place, asker] of askers.entries())
        for (const [name, variables] of Object.entries(queriesOf(place * 7))) {
          const query = await operation(name);
          const { data, status } = await compareShapes(shapes, { ...asker, query, variables: variables ?? {} });
          if (status === 200 && !sighted.includes(asker) && SHOWN.test(JSON.stringify(data))) sighted.push(asker);
        }
      expect(sighted.length).toBeGreaterThan(5);
    },
    LONG,
  );

  it('tell an auditor the same of the log', async () => {
    const auditor = { persona: 'auditor', purpose: 'audit', query: await operation('DisclosureLog') };
    const asked = { personId: persons[0], first: 5 };
    const { data } = await ask<{ disclosures: { pageInfo: { endCursor: string } } }>({ ...auditor, variables: asked });
    const after = data?.disclosures.pageInfo.endCursor;
    const told = await compareShapes(shapes, { ...auditor, variables: { ...asked, after } });
    expect(told.data).toMatchObject({ disclosures: { edges: expect.arrayContaining([expect.anything()]) } });
  });

  it(
    'give the same answers to 300 random queries that ask for sections',
    async () => {
      const words = {
        ID: [...households.slice(0, 12), ...persons.slice(0, 6), 'A1', 'A2', 'R01', 'x'],
        Date: [FIRST_DAY, SECOND_DAY, '2026-09-01', '2027-01-01'],
        ResidentId: numbers.slice(0, 12),
      };
      const wide = sighted.filter(({ persona }) => persona === 'district-officer' || persona === 'warehouse');
      let reached = 0;
      let answered = await entityAnswers();
      const questions = randomQuestions(households.slice(0, 60), words).queries(260, 40);
      for (const [place, { text, variables }] of questions.entries()) {
        // Every caller puts some; most are put by those who are shown sections all over the district.
        const among = place % 6 === 0 ? askers : place % 6 === 1 ? sighted : wide;
        const asker = among[place % among.length];
        if (asker === undefined) continue;
        await compareShapes(shapes, { ...asker, query: text, variables });
        const now = await entityAnswers();
        if (now > answered) reached += 1;
        answered = now;
      }
      expect(reached).toBeGreaterThan(150);
    },
    LONG,
  );

  it(
    'do the same when something is done, whichever is asked first',
    async () => {
      const [other, ...own] = alerts;
      let done = 0;
      for (const [place, asker] of [...askers, { ...OFFICER }].entries()) {
        const id = asker.persona === OFFICER.persona ? own[place % own.length] : other;
        for (const [name, variables] of Object.entries(mutationsOf(id, String(place)))) {
          const [first, second] = place % 2 === 0 ? [federation, gateway] : [gateway, federation];
          const question = { ...asker, query: await operation(name), variables: variables ?? {} };
          const { data } = await compareShapes({ hub, merged: first, federated: second }, question);
          if (JSON.stringify(data).includes('AlertChanged')) done += 1;
        }
      }
      expect(done).toBeGreaterThan(5);
    },
    LONG,
  );

  it('show the same sections with what was done', async () => {
    const query = `mutation Assign($id: ID!, $key: ID!) {
      assignAlert(id: $id, assignee: "顾问", idempotencyKey: $key) { ... on Refused { code } ... on AlertChanged {
        alert { state household { members { person { id ${SECTION_FIELDS.map((field) => `${field} { status asOf }`).join(' ')} } } } }
      } }
    }`;
    const [unworked] = alerts;
    const before = await entityAnswers();
    const asked = { ...OFFICER, query, variables: { id: unworked, key: 'with sections' } };
    const { data } = await compareShapes({ hub, merged: gateway, federated: federation }, asked);
    expect(JSON.stringify(data)).toContain('"KNOWN"');
    expect(await entityAnswers()).toBe(before + agencies.size);
  });

  it(
    'refuse the same random mutations that would show sections',
    async () => {
      const words = { ID: ['x', 'H0', 'A0'], ResidentId: numbers.slice(0, 2) };
      for (const [place, { text, variables }] of randomQuestions(households, words).mutations(60).entries()) {
        const asker = askers[place % askers.length];
        if (asker !== undefined) await compareShapes(shapes, { ...asker, query: text, variables });
      }
    },
    LONG,
  );
});
