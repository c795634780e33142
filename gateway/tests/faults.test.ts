import { describe, expect, it } from '@jest/globals';
import { serveFederation } from '../../tests/support/federation.ts';
import { type Fault, standBefore } from './faulty-agency.ts';
import { serveGateway } from './served-gateway.ts';

const federation = await serveFederation(120, ['education', 'disability-federation']);
const education = await standBefore(federation.agencies.get('education')?.url ?? '');
const gateway = await serveGateway(federation, {
  WANJIA_SUBGRAPH_EDUCATION_URL: education.url,
  WANJIA_SUBGRAPH_TIMEOUT_MS: '1500',
  WANJIA_SUBGRAPH_FAILURES: '3',
  WANJIA_SUBGRAPH_REST_MS: '2000',
});

interface Person {
  readonly name: string;
  readonly education: { readonly status: string; readonly enrolments: readonly object[] | null } | null;
}
interface Found {
  readonly households: {
    readonly edges: readonly { readonly node: { readonly members: readonly { readonly person: Person }[] } }[];
  };
}

const QUERY =
  '{ households(first: 30) { edges { node { id members { person { name education { status enrolments { school } } } } } } } }';
const question = { persona: 'district-officer', purpose: 'casework', query: QUERY };

async function ask(shape: Pick<typeof gateway, 'ask'>, query = QUERY) {
  const { status, data, errors, extensions } = await shape.ask<Found>({ ...question, query });
  const persons = data?.households.edges.flatMap(({ node }) => node.members.map(({ person }) => person)) ?? [];
  const { unavailable } = (extensions ?? {}) as { readonly unavailable?: unknown };
  return { status, errors, persons, unavailable };
}

const rested = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_100));

describe('an agency that fails behind the gateway', () => {
  it('is asked once for a whole list of households, whatever their size', async () => {
    education.requests = 0;
    const merged = await ask(federation);
    expect(await ask(gateway)).toEqual(merged);
    expect(merged.persons.length).toBeGreaterThan(30);
    expect(education.requests).toBe(1);
    const twice = QUERY.replace(
      '{',
      '{ again: households(first: 5) { edges { node { members { person { education { asOf } } } } } }',
    );
    await ask(gateway, twice);
    expect(education.requests).toBe(2);
  });

  it.each<[Fault, string]>([
    ['cut', 'UNREACHABLE'],
    ['silent', 'TIMEOUT'],
    ['rubbish', 'UNREADABLE'],
    ['too few', 'UNREADABLE'],
    ['not a list', 'UNREADABLE'],
    ['broken', 'REFUSED'],
  ])('has its section unknown when it is %s, and the households stay', async (fault, reason) => {
    await rested();
    const merged = await ask(federation);
    education.fault = fault;
    const { status, errors, persons, unavailable } = await ask(gateway);
    education.fault = 'none';
    expect([status, errors]).toEqual([200, undefined]);
    expect(persons).toEqual(
      merged.persons.map((person) => ({
        ...person,
        education: person.education && { status: 'UNKNOWN', enrolments: null },
      })),
    );
    expect(unavailable).toEqual([{ agency: 'education', status: 'UNKNOWN', reason }]);
    await ask(gateway);
  });

  it('is left alone for a while after it failed several times, and asked again then', async () => {
    await rested();
    await ask(gateway);
    education.fault = 'cut';
    for (let failures = 0; failures < 3; failures += 1) await ask(gateway);
    const asked = education.requests;
    expect((await ask(gateway)).unavailable).toEqual([
      { agency: 'education', status: 'UNKNOWN', reason: 'CIRCUIT_OPEN' },
    ]);
    expect(education.requests).toBe(asked);
    education.fault = 'none';
    await rested();
    expect((await ask(gateway)).unavailable).toBeUndefined();
  });

  it('costs nothing where its section is withheld: nobody asks it', async () => {
    education.requests = 0;
    const desk = { persona: 'disability-desk', purpose: 'verification', query: QUERY };
    const { data, extensions } = await gateway.ask<Found>(desk);
    expect({ data, extensions }).toEqual(
      await federation.ask<Found>(desk).then((one) => ({ data: one.data, extensions: one.extensions })),
    );
    expect(education.requests).toBe(0);
  });

  it('refuses as the hub does: who is not known, what is not valid, what is too much', async () => {
    const faulty = [
      { ...question, token: 'x' },
      { ...question, purpose: 'statistics' },
      { ...question, query: QUERY.replace('name', 'names') },
      {
        ...question,
        query: QUERY.replace('first: 30', 'first: 1000').replaceAll(
          'enrolments',
          'enrolments { school } e2: enrolments',
        ),
      },
      {
        ...question,
        query: `{ ${Array.from({ length: 45 }, (_, n) => `h${n}: household(id: "H1") { members { person { education { status } } } }`).join(' ')} }`,
      },
    ];
    for (const asked of faulty) expect(await gateway.ask(asked)).toEqual(await federation.ask(asked));
  });
});
