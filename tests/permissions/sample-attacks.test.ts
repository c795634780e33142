/** The sample delivery in a served hub, asked by those whom most of it is no business of. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import type { Caller } from '../../src/modules/access/index.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const SAMPLE = fileURLToPath(new URL('../fixtures/changning-3k', import.meta.url));
const { hub, ask } = await serveHub();
await ingestDirectory(hub, SAMPLE);

const PROFILE = await operation('HouseholdById');
const NUMBER = /310199\d{11}[\dX]/;
const TELEPHONE = /"1[3-9]\d{9}"/;
const SECTIONS = ['civilAffairs', 'healthInsurance', 'education', 'humanResources', 'disability'] as const;
type Section = (typeof SECTIONS)[number];

const DESKS: Readonly<Record<string, Section>> = {
  'health-insurance-desk': 'healthInsurance',
  'education-desk': 'education',
  'human-resources-desk': 'humanResources',
  'disability-desk': 'disability',
};

const idsIn = async (street: string, count: number): Promise<string[]> => {
  const rows = await hub.db.query<{ id: number }>(
    `SELECT household_id AS id FROM household_fact WHERE street_code LIKE $1 AND valid_to = 'infinity' ORDER BY 1 LIMIT $2`,
    [`${street}%`, count],
  );
  return rows.map(({ id }) => `H${id}`);
};

interface Profile {
  readonly household: {
    readonly address: string | null;
    readonly annualIncome: { readonly status: string };
    readonly members: { readonly person: Readonly<Record<Section | 'birthDate' | 'phone', unknown>> }[];
  } | null;
}

const read = (persona: string | Caller, purpose: string, id: string) =>
  ask<Profile>({ persona, purpose, query: PROFILE, variables: { id } });

/** Sections of a household that came out for somebody. */
async function sectionsShown(persona: string | Caller, purpose: string, ids: readonly string[]): Promise<Set<Section>> {
  const shown = new Set<Section>();
  for (const id of ids) {
    const { data } = await read(persona, purpose, id);
    const text = JSON.stringify(data);
    expect(text).not.toMatch(NUMBER);
    expect(text).not.toMatch(TELEPHONE);
    expect([data?.household?.address ?? null, data?.household?.annualIncome.status]).toEqual([null, 'WITHHELD']);
    for (const { person } of data?.household?.members ?? []) {
      expect([person.birthDate, person.phone]).toEqual([null, null]);
      for (const section of SECTIONS) if (person[section] !== null) shown.add(section);
    }
  }
  return shown;
}

describe('another agency', () => {
  it.each(Object.entries(DESKS))(
    '%s is shown its own section, and no number, telephone, address or income',
    async (desk, own) => {
      const ids = await idsIn('310105', 25);
      expect(ids).toHaveLength(25);
      for (const purpose of ['verification', 'service-delivery'])
        expect(await sectionsShown(desk, purpose, ids)).toEqual(new Set([own]));
    },
  );

  it('is refused a purpose it does not hold, whatever it asks', async () => {
    const [id = ''] = await idsIn('310105', 1);
    for (const desk of Object.keys(DESKS))
      for (const purpose of ['casework', 'operations', 'audit', 'discovery']) {
        const { data, errors } = await read(desk, purpose, id);
        expect([data ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
      }
  });

  it('that claims another desk’s role beside its own is shown its own section only: its body cannot hold the other', async () => {
    const both: Caller = {
      subject: 'both',
      organisation: 'changning-education',
      roles: ['health-insurance-desk', 'education-desk'],
      divisions: ['310105'],
    };
    const shown = await sectionsShown(both, 'verification', await idsIn('310105', 25));
    expect(shown).toEqual(new Set(['education']));
  });
});

describe('the adviser of another street', () => {
  it('reaches no household by id, on any day, nor a rule’s word, clues, consents or history of it', async () => {
    const ids = (await idsIn('310105', 400)).filter((id) => id !== '');
    const own = new Set(await idsIn('310105001', 4_000));
    const others = ids.filter((id) => !own.has(id)).slice(0, 12);
    expect(others).toHaveLength(12);
    for (const id of others)
      for (const purpose of ['casework', 'discovery']) {
        const query = `{ household(id: "${id}") { id } past: household(id: "${id}", asOf: "2026-10-31") { id }
          explainRule(householdId: "${id}", ruleId: "R01") { result } }`;
        const { data } = await ask({ persona: 'adviser', purpose, query });
        expect(data).toEqual({ household: null, past: null, explainRule: null });
      }
  });

  it('counts, lists and filters its own street only, whatever it filters by', async () => {
    const street = (
      await hub.db.query<{ code: string }>(
        `SELECT DISTINCT street_code AS code FROM household_fact WHERE street_code <> '310105001' LIMIT 3`,
      )
    ).map(({ code }) => code);
    for (const code of street) {
      const query = `{ households(filter: { streetCode: "${code}" }) { totalCount } alerts(filter: { streetCode: "${code}" }) { totalCount } }`;
      const { data } = await ask({ persona: 'adviser', purpose: 'casework', query });
      expect(data).toEqual({ households: { totalCount: 0 }, alerts: { totalCount: 0 } });
    }
  });

  it('works no alert of another street', async () => {
    const [alert] = await hub.db.query<{ id: number }>(`SELECT id FROM alert WHERE street_code <> '310105001' LIMIT 1`);
    expect(alert).toBeDefined();
    const work = [
      `assignAlert(id: "A${alert?.id}", assignee: "adviser", idempotencyKey: "a")`,
      `closeAlert(id: "A${alert?.id}", outcome: NOT_NEEDED, idempotencyKey: "b")`,
    ];
    for (const field of work) {
      const query = `mutation { done: ${field} { ... on Refused { code } } }`;
      const { data } = await ask({ persona: 'adviser', purpose: 'casework', query });
      expect(data).toEqual({ done: { code: 'NOT_FOUND' } });
    }
  });
});

describe('who reads no family', () => {
  it.each([
    ['auditor', 'audit'],
    ['administrator', 'operations'],
    ['grid-worker', 'discovery'],
    ['rule-releaser', 'discovery'],
    ['service-organisation', 'service-delivery'],
  ])('%s gets no household', async (persona, purpose) => {
    for (const id of await idsIn('310105001', 5)) {
      const { data } = await read(persona, purpose, id);
      expect(data?.household ?? null).toBeNull();
    }
  });
});
