import { beforeAll, describe, expect, it } from '@jest/globals';
import { serveFederation } from '../support/federation.ts';
import { askEntities, askPart } from '../support/hop.ts';

const federation = await serveFederation(300, ['education']);
const { ask, agencies } = federation;
const education = agencies.get('education')?.url ?? '';

const SECTION = 'education { status asOf enrolments { school grade } hardship { level } aid { term amount } }';
const LIST = 'households(first: 40) { edges { node { id members { person {';
const CLOSE = '} } } } }';
const ORIGINAL = `{ ${LIST} id ${SECTION} ${CLOSE} }`;
const PART = `{ ${LIST} id educationPass ${CLOSE} }`;

interface Person {
  readonly id: string;
  readonly residentId?: string;
  readonly education?: object | null;
  readonly educationPass?: string | null;
}
interface Households {
  readonly households: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly members: readonly { readonly person: Person }[] };
    }[];
  };
}

const personsOf = (data: Households | null): Person[] =>
  data?.households.edges.flatMap(({ node }) => node.members.map(({ person }) => person)) ?? [];

async function passesFor(persona: string, purpose: string, original = ORIGINAL) {
  const { data, extensions } = await askPart<Households>(federation, { persona, purpose, query: PART, original });
  return { errand: extensions?.errand, passes: personsOf(data).map(({ educationPass = null }) => educationPass) };
}

const about = { pass: 'educationPass', selection: SECTION };
let officer: Awaited<ReturnType<typeof passesFor>>;
beforeAll(async () => {
  officer = await passesFor('district-officer', 'casework');
});

describe('an agency’s own process', () => {
  it('shows the section that the merged graph shows, of everybody it holds a pass for', async () => {
    const merged = await ask<Households>({ persona: 'district-officer', purpose: 'casework', query: ORIGINAL });
    const answer = await askEntities<Person>(education, { ...about, ...officer });
    const shown = answer.data?._entities.map((entity) => entity?.education ?? null);
    expect(shown).toEqual(personsOf(merged.data).map(({ education: section }) => section));
    expect(JSON.stringify(shown)).toContain('school');
  });

  it('shows nothing without an errand, or with a token of a caller', async () => {
    expect((await askEntities(education, { ...about, ...officer, errand: undefined })).status).toBe(401);
    const headers = { 'wanjia-purpose': 'casework', 'x-wanjia-roles': 'district-officer' };
    const { token = '', passes: lists = {} } = officer.errand ?? {};
    const forged = { token: `${token.split('.').slice(0, 2).join('.')}.${'A'.repeat(86)}`, passes: lists };
    expect((await askEntities(education, { ...about, ...officer, errand: forged, headers })).status).toBe(401);
  });

  it('shows nobody by a pass of another request, another agency, or none', async () => {
    const other = await passesFor('district-officer', 'casework');
    const answer = await askEntities<Person>(education, { ...about, errand: other.errand, passes: officer.passes });
    expect(answer.data?._entities.every((entity) => entity === null)).toBe(true);
    const foreign = await askPart<Households>(federation, {
      persona: 'district-officer',
      purpose: 'casework',
      query: PART.replace('educationPass', 'educationPass: disabilityPass'),
      original: ORIGINAL.replace(SECTION, 'disability { status }'),
    });
    const passes = personsOf(foreign.data).map(({ educationPass = null }) => educationPass);
    expect(passes[0]).toEqual(expect.any(String));
    const mixed = await askEntities<Person>(education, {
      ...about,
      errand: foreign.extensions?.errand,
      passes: [...passes, null, 'x'],
    });
    expect(mixed.data?._entities.every((entity) => entity === null)).toBe(true);
  });

  it('shows nobody by a list of passes that is not the one the hub signed', async () => {
    const { token = '', passes: lists = {} } = officer.errand ?? {};
    const other = await passesFor('district-officer', 'casework');
    const shown = async (list: readonly string[]) => {
      const errand = { token, passes: { education: list } };
      const passes = [...officer.passes, ...other.passes];
      const answer = await askEntities<Person>(education, { ...about, errand, passes });
      return answer.data?._entities.filter((entity) => entity !== null).length;
    };
    const own = lists.education ?? [];
    expect(await shown(own)).toBe(own.length);
    expect(await shown([...own, ...(other.errand?.passes.education ?? [])])).toBe(0);
    expect(await shown(own.slice(1))).toBe(0);
    expect(await shown([])).toBe(0);
  });

  it('decides by the policy for the errand’s caller, whatever the passes', async () => {
    const disability = await passesFor('disability-desk', 'verification');
    expect(disability).toEqual({ errand: undefined, passes: officer.passes.map(() => null) });
  });

  it('logs in its own log whom it showed', async () => {
    const rows = await agencies
      .get('education')
      ?.db.query<{ persons: number[]; fields: string[] }>(
        'select d.persons, s.fields from disclosure d join disclosure_scope s on s.key = d.scope order by d.sequence limit 1',
      );
    expect(rows?.[0]?.persons.length).toBeGreaterThan(10);
    expect(rows?.[0]?.fields).toContain('Person.education');
  });
});

describe('the hub as a subgraph', () => {
  it('hands out no pass that the original operation does not ask for, and nothing beyond it', async () => {
    const unasked = await passesFor('district-officer', 'casework', `{ ${LIST} id ${CLOSE} }`);
    expect(unasked).toEqual({ errand: undefined, passes: officer.passes.map(() => null) });
    const beyond = await askPart(federation, {
      persona: 'district-officer',
      purpose: 'casework',
      query: PART.replace('educationPass', 'residentId educationPass'),
      original: ORIGINAL,
    });
    expect(beyond.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // The same part again, once for an original that asks as much, then for one that does not.
    const query = PART.replace('educationPass', 'residentId educationPass');
    const asked = { persona: 'district-officer', purpose: 'verification', query };
    const wider = ORIGINAL.replace(' id education', ' id residentId education');
    for (const original of [wider, wider])
      expect((await askPart(federation, { ...asked, original })).errors).toBe(undefined);
    const narrower = await askPart(federation, { ...asked, original: ORIGINAL });
    expect(narrower.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const bare = await askPart<Households>(federation, {
      persona: 'district-officer',
      purpose: 'casework',
      query: PART,
    });
    expect(personsOf(bare.data).every(({ educationPass }) => educationPass === null)).toBe(true);
  });

  it('resolves its entities as its root fields do: within rows, and by number for a purpose that covers it', async () => {
    const found = await ask<Households>({
      persona: 'district-officer',
      purpose: 'verification',
      query: '{ households(first: 1) { edges { node { id members { person { id residentId } } } } } }',
    });
    const [head] = personsOf(found.data);
    const residentId = head?.residentId;
    const household = found.data?.households.edges[0]?.node.id;
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id } ... on Household { household: id } } }';
    const r = [
      { __typename: 'Person', residentId },
      { __typename: 'Household', id: household },
    ];
    const entities = async (persona: string, purpose: string) =>
      (await askPart<{ _entities: unknown[] }>(federation, { persona, purpose, query, variables: { r } })).data
        ?._entities;
    expect(await entities('district-officer', 'verification')).toEqual([{ id: head?.id }, { household }]);
    expect(await entities('warehouse', 'operations')).toEqual([null, { household }]);
    expect(await entities('grid-worker', 'discovery')).toEqual([null, null]);
  });

  it('tells an agency’s client which of its own records are whose, and no other’s', async () => {
    const query = '{ agencyRecords(personIds: ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]) { recordType } }';
    const types = async (persona: string) => {
      const { data } = await ask<{ agencyRecords: { recordType: string }[] }>({ persona, purpose: 'linking', query });
      return [...new Set(data?.agencyRecords.map(({ recordType }) => recordType.slice(0, 2)))];
    };
    expect(await types('human-resources-subgraph')).toEqual(['HR']);
    expect(await types('health-insurance-subgraph')).toEqual(['HI']);
    const { errors } = await ask({ persona: 'district-officer', purpose: 'casework', query });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
