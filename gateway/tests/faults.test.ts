/** Agencies that fail while many ask: each of them, in every way. States are waited for, not times. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGENCIES, type AgencyId } from '../../src/kernel/agency.ts';
import { serveFederation } from '../../tests/support/federation.ts';
import { type Fault, standBefore } from './faulty-agency.ts';
import { type OwnProcess, startAgencyProcess } from './own-process.ts';
import { SECTION_FIELDS } from './random-questions.ts';
import { type ServedGateway, serveGateway, subgraphVariable } from './served-gateway.ts';
import { askAtOnce, type Expected } from './under-load.ts';

const federation = await serveFederation(120);
const agencies = [...federation.agencies];

const PATIENCE = {
  WANJIA_SUBGRAPH_TIMEOUT_MS: '4000',
  WANJIA_SUBGRAPH_FAILURES: '3',
  WANJIA_SUBGRAPH_REST_MS: '200',
};
const addresses = (urls: ReadonlyMap<AgencyId, { readonly url: string }>): Readonly<Record<string, string>> =>
  Object.fromEntries([...urls].map(([agency, { url }]) => [subgraphVariable(agency), url]));

/** A gateway whose agencies are made to answer rubbish, and one whose agencies are processes that are killed. */
const fronts = new Map(
  await Promise.all(agencies.map(async ([agency, { url }]) => [agency, await standBefore(url)] as const)),
);
const gateway = await serveGateway(federation, { ...addresses(fronts), ...PATIENCE });
const processes = new Map<AgencyId, OwnProcess>();
for (const [agency, served] of agencies) processes.set(agency, await startAgencyProcess(served, federation.url));
afterAll(async () => {
  await Promise.all([...processes.values()].map((one) => one.kill()));
});
const direct = await serveGateway(federation, {
  ...addresses(
    new Map([...processes].map(([agency, { port }]) => [agency, { url: `http://127.0.0.1:${port}/graphql` }])),
  ),
  ...PATIENCE,
});

const LONG = 120_000;
const PERSON = `name ${SECTION_FIELDS.map((field) => `${field} { status asOf }`).join(' ')}`;
const query = `{ households(first: 4) { edges { node { id annualIncome { value status } members { person { ${PERSON} } } } } } }`;

/** Who is shown all sections, who is shown them under pseudonyms, whom of one street, and who sees one agency's only. */
const CALLERS = [
  { persona: 'district-officer', purpose: 'casework' },
  { persona: 'warehouse', purpose: 'operations' },
  { persona: 'adviser', purpose: 'casework' },
  { persona: 'education-desk', purpose: 'verification' },
];
const expected: Expected[] = [];
beforeAll(async () => {
  for (const caller of CALLERS) {
    const question = { ...caller, query };
    const merged = await federation.ask(question);
    expected.push({ question, merged }, { question, merged });
  }
});

function found<T>(of: ReadonlyMap<AgencyId, T>, agency: AgencyId): T {
  const one = of.get(agency);
  if (one === undefined) throw new Error(`nobody stands for ${agency}`);
  return one;
}

/** Asks on until the agency is missed for a reason, or for none; every answer on the way is looked at. */
async function until(shape: ServedGateway, agency: AgencyId, reason: string | null): Promise<Set<string>> {
  const seen = new Set<string>();
  for (;;) {
    const reasons = await askAtOnce(shape, expected, agency);
    for (const one of reasons) seen.add(one);
    if (reason === null ? reasons.size === 0 : reasons.has(reason)) return seen;
  }
}

/** The agency is missed for the reason, is left alone, and comes back once it is well. */
async function failsAndReturns(
  shape: ServedGateway,
  agency: AgencyId,
  { reason, heal }: { readonly reason: string; heal(): Promise<void> | void },
): Promise<void> {
  const seen = [...(await until(shape, agency, reason)), ...(await until(shape, agency, 'CIRCUIT_OPEN'))];
  await heal();
  seen.push(...(await until(shape, agency, null)));
  expect(new Set(seen)).toEqual(new Set([reason, 'CIRCUIT_OPEN']));
}

/** On the port it had: should another process hold that for a moment, it is tried again. */
async function startAgain(agency: AgencyId, port: number): Promise<OwnProcess> {
  const start = () => startAgencyProcess(found(federation.agencies, agency), federation.url, port);
  return start().catch(start).catch(start);
}

const CORRUPT: Readonly<Record<Exclude<Fault, 'none'>, string>> = {
  cut: 'UNREACHABLE',
  truncated: 'UNREADABLE',
  rubbish: 'UNREADABLE',
  'not an object': 'UNREADABLE',
  'too few': 'UNREADABLE',
  'wrong types': 'UNREADABLE',
  'unheard of': 'UNREADABLE',
  nothing: 'UNREADABLE',
  broken: 'REFUSED',
  'empty handed': 'REFUSED',
  failed: 'REFUSED',
};

describe.each(AGENCIES)('while many ask and %s fails, all else is answered and nothing that is withheld', (agency) => {
  it(
    'in every way an answer can be wrong',
    async () => {
      const one = found(fronts, agency);
      for (const [fault, reason] of Object.entries(CORRUPT)) {
        one.fault = fault as Fault;
        await until(gateway, agency, reason);
      }
      one.fault = 'none';
      await until(gateway, agency, null);
    },
    LONG,
  );

  it(
    'by standing still',
    async () => {
      const part = found(processes, agency);
      part.signal('SIGSTOP');
      await failsAndReturns(direct, agency, { reason: 'TIMEOUT', heal: () => part.signal('SIGCONT') });
    },
    LONG,
  );

  it(
    'by being killed',
    async () => {
      const part = found(processes, agency);
      const asked = askAtOnce(direct, expected, agency);
      await part.kill();
      await asked;
      await failsAndReturns(direct, agency, {
        reason: 'UNREACHABLE',
        heal: async () => {
          processes.set(agency, await startAgain(agency, part.port));
        },
      });
    },
    LONG,
  );
});

describe('an agency behind the gateway', () => {
  const LIST =
    '{ households(first: 30) { edges { node { id members { person { name education { status enrolments { school } } } } } } } }';
  const question = { persona: 'district-officer', purpose: 'casework', query: LIST };

  it('is asked once for a whole list of households, whatever their size', async () => {
    const education = found(fronts, 'education');
    education.requests = 0;
    const merged = await federation.ask(question);
    expect(await gateway.ask(question)).toEqual(merged);
    expect(education.requests).toBe(1);
    const twice = LIST.replace(
      '{',
      '{ again: households(first: 5) { edges { node { members { person { education { asOf } } } } } }',
    );
    await gateway.ask({ ...question, query: twice });
    expect(education.requests).toBe(2);
  });

  it('is not asked any more while it is left alone', async () => {
    const education = found(fronts, 'education');
    education.fault = 'cut';
    await until(gateway, 'education', 'CIRCUIT_OPEN');
    for (let asked = -1; asked !== education.requests; ) {
      asked = education.requests;
      await gateway.ask(question);
    }
    education.fault = 'none';
    await until(gateway, 'education', null);
  });

  it('costs nothing where its section is withheld: nobody asks it', async () => {
    const education = found(fronts, 'education');
    education.requests = 0;
    const desk = { ...question, persona: 'disability-desk', purpose: 'verification' };
    const [{ data, extensions }, merged] = [await gateway.ask(desk), await federation.ask(desk)];
    expect({ data, extensions }).toEqual({ data: merged.data, extensions: merged.extensions });
    expect(education.requests).toBe(0);
  });

  it('leaves refusals to the hub: who is not known, what is not valid, what is too much', async () => {
    const faulty = [
      { ...question, token: 'x' },
      { ...question, purpose: 'statistics' },
      { ...question, query: LIST.replace('name', 'names') },
      {
        ...question,
        query: LIST.replace('first: 30', 'first: 1000').replaceAll(
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
