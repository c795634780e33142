/** No way out of a whole hub lets a value of a person through that is not an answer to someone who may see it. */
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSchema } from '../../schema/index.ts';
import { createCity, writeDelivery } from '../../sim/index.ts';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import { SEALED_COLUMNS } from '../../src/app/sealed-columns.ts';
import { createLog } from '../../src/platform/log.ts';
import { number } from '../api/support/sample-city.ts';
import { SEED } from '../support/seed.ts';
import { serveHub } from '../support/served-hub.ts';
import { everyText } from './every-text.ts';
import { EXITS, senders } from './exits.ts';
import { OperationKit, renderer } from './random/random-operations.ts';

const DAY = '2026-10-31';
/** A correct number that nobody has. */
const NOBODY = number('19000101', '001');
const TEXTS = ['金丝雀走访所见', '金丝雀线索备注', '金丝雀紧急事由'] as const;

const lines: string[] = [];
const served = await serveHub({}, createLog('debug', { write: (line) => void lines.push(line) }));
const { hub, ask, url } = served;

/** Citizen numbers, telephones, addresses and names of three characters, as they stand in the delivery's files. */
async function valuesIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.csv'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name))));
  const ascii = texts.map((bytes) => bytes.toString('latin1')).join('\n');
  const roll = files.findIndex((name) => name.endsWith('居民家庭名册.csv'));
  const [, ...rows] = new TextDecoder('gb18030')
    .decode(texts[roll])
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const [names, addresses] = [rows.map((row) => row[6]), rows.map((row) => row[14])];
  const found = [...(ascii.match(/310199\d{11}[\dX]/g) ?? []), ...(ascii.match(/\b1[3-9]\d{9}\b/g) ?? [])];
  return [
    ...new Set([...found, ...names, ...addresses].flatMap((text) => (text && text.length > 2 ? text.trim() : []))),
  ];
}

let values: string[] = [];
beforeAll(async () => {
  const folder = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'delivery-'));
  await writeDelivery(folder, { city: createCity({ seed: 5, people: 60, startDay: DAY }), day: DAY, mode: 'full' });
  values = await valuesIn(folder);
  await ingestDirectory(hub, folder);
  const [home] = await hub.db.query<{ id: number }>('select household_id as id from household_fact limit 1');
  const H = `H${home?.id}`;
  const [visit, note, reason] = TEXTS;
  const said = await Promise.all(
    [
      `recordHouseholdVisit(householdId: "${H}", input: { visitedOn: "${DAY}", visitors: ["x"], purpose: FOLLOW_UP, findings: "${visit}" }, idempotencyKey: "1")`,
      `recordClue(input: { kind: HARDSHIP, channel: VISIT, householdId: "${H}", occurredOn: "${DAY}", source: "x", note: "${note}" }, idempotencyKey: "2")`,
    ].map((field) =>
      ask({ persona: 'district-officer', purpose: 'casework', query: `mutation { ${field} { __typename } }` }),
    ),
  );
  for (const { data } of said) expect(JSON.stringify(data)).not.toContain('Refused');
  const [{ id: own } = { id: 0 }] = await hub.db.query<{ id: number }>(
    `select household_id as id from household_fact where street_code = '310105001' limit 1`,
  );
  const query = `mutation { breakGlass(householdId: "H${own}", reason: "${reason}", minutes: 5, idempotencyKey: "3") { __typename } }`;
  await ask({ persona: 'adviser', purpose: 'casework', query });
  // A purpose that is not held is refused and logged.
  await ask({ persona: 'adviser', purpose: NOBODY, query });
});

const shownIn = (text: string, canaries: readonly string[]): string[] =>
  canaries.filter((value) => text.includes(value));

/** The first words of the lines that hold a canary, such as a table's name: the canary itself is not printed. */
const leaksIn = (text: string, canaries: readonly string[]): string[] => [
  ...new Set(text.split('\n').flatMap((line) => (shownIn(line, canaries).length > 0 ? line.slice(0, 24) : []))),
];

/** Errors, and what refusals say; the rest of an answer may well repeat what was stored. */
function saidIn({ errors, data }: { errors?: unknown; data?: unknown }): string {
  const refusals: unknown[] = [];
  JSON.stringify(data, (key, value: unknown) => {
    if (key.startsWith('Refused_')) refusals.push(value);
    return value;
  });
  return JSON.stringify([errors, refusals]);
}

/** Each mutation is somebody's: the first of these who may ask for it. */
const WORKERS = [
  ['adviser', 'casework'],
  ['adviser', 'discovery'],
  ['district-officer', 'casework'],
  ['district-officer', 'discovery'],
  ['district-officer', 'data-quality'],
  ['rule-releaser', 'discovery'],
  ['administrator', 'operations'],
  ['warehouse', 'operations'],
] as const;

/** Codes of errors and refusals; none where it was done. */
async function codesFor(query: string, variables: Readonly<Record<string, unknown>>): Promise<string[]> {
  for (const [persona, purpose] of WORKERS) {
    const { data, errors = [] } = await ask<Record<string, { code?: string } | null>>({
      persona,
      purpose,
      query,
      variables,
    });
    const codes = [
      ...errors.map(({ extensions }) => extensions.code),
      ...Object.values(data ?? {}).flatMap((value) => value?.code ?? []),
    ];
    if (!codes.includes('FORBIDDEN')) return codes;
  }
  return ['FORBIDDEN'];
}

describe('what leaves a whole hub', () => {
  it('there is something to find', async () => {
    expect(values.length).toBeGreaterThan(150);
    const { data } = await ask({
      persona: 'district-officer',
      purpose: 'casework',
      query: '{ households(first: 100) { edges { node { address members { person { name residentId phone } } } } } }',
    });
    expect(shownIn(JSON.stringify(data), values).length).toBeGreaterThan(100);
  });

  it('errors, refusals and log lines repeat no value that was sent', async () => {
    const schema = createSchema();
    const words = { ID: [NOBODY], String: [NOBODY], ResidentId: [NOBODY], JSON: [NOBODY] };
    const [kit, render] = [new OperationKit(schema, words), renderer(schema)];
    const echoed: string[] = [];
    for (const { text, variables } of fc.sample(kit.operation(), { numRuns: 120, seed: SEED }).map(render)) {
      const answer = await ask({ persona: 'district-officer', purpose: 'casework', query: text, variables });
      if (saidIn(answer).includes(NOBODY)) echoed.push(text.replaceAll(NOBODY, '…'));
    }
    expect(echoed).toEqual([]);
    expect(shownIn(lines.join('\n'), [NOBODY])).toEqual([]);
  });

  it('every text of every mutation is refused where it holds a number and would be kept readable', async () => {
    const [{ id } = { id: 0 }] = await hub.db.query<{ id: number }>(
      `select household_id as id from household_fact where street_code = '310105001' limit 1`,
    );
    const texts = everyText(createSchema(), NOBODY, { H: `H${id}` });
    expect(texts.length).toBeGreaterThan(50);
    const answers = await Promise.all(
      texts.map(async (put) => ({ ...put, codes: await codesFor(put.query, put.variables) })),
    );
    const [kept, sealed] = [false, true].map((isSealed) =>
      answers
        .filter((put) => (put.sealed !== null) === isSealed)
        .map(({ mutation, place, codes }) => ({ mutation, place, codes })),
    );
    expect(kept?.filter(({ codes }) => codes.join() !== 'BAD_USER_INPUT')).toEqual([]);
    const columns = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect(columns).toEqual(expect.arrayContaining(texts.flatMap((put) => put.sealed ?? [])));
    // Some were written down: the search below would find them.
    expect(sealed?.filter(({ codes }) => codes.length === 0).length).toBeGreaterThan(5);
  });

  it('nor do requests that are not understood', async () => {
    const bearer = { authorization: `Bearer ${NOBODY}` };
    const json = { 'content-type': 'application/json' };
    const sent: [string, RequestInit][] = [
      [url, { method: 'POST', headers: json, body: NOBODY }],
      [url, { method: 'POST', headers: { ...json, ...bearer }, body: JSON.stringify({ query: NOBODY }) }],
      [`${url}?query=${NOBODY}`, { headers: bearer }],
      [new URL(`/${NOBODY}`, url).href, {}],
    ];
    for (const [address, init] of sent) expect(await (await fetch(address, init)).text()).not.toContain(NOBODY);
    for (const query of [
      `{ ${NOBODY} }`,
      `{ x${NOBODY} }`,
      `{ household(id: ${NOBODY}n) { id } }`,
      `{ household(id: "H1") { members(first: "${NOBODY}") { person } } }`,
      `query ($x: Int = "${NOBODY}") { household(id: $x) { id } }`,
      `{ alerts(filter: { states: [X${NOBODY}] }) { totalCount } }`,
      `{ ...F${NOBODY} }`,
      `subscription { x(id: "${NOBODY}") }`,
    ])
      for (const variables of [{}, { x: NOBODY }])
        expect(JSON.stringify(await ask({ persona: 'adviser', purpose: 'casework', query, variables }))).not.toContain(
          NOBODY,
        );
    expect(shownIn(lines.join('\n'), [NOBODY])).toEqual([]);
  });

  it('every module that sends by itself is searched', async () => {
    expect(await senders()).toEqual(EXITS.flatMap(({ sender }) => sender ?? []).sort());
  });

  it.each(EXITS.map(({ name, read }) => ({ name, read })))(
    'no value of a person, nor a word about one, by $name',
    async ({ read }) => {
      const text = await read({ ...served, lines, values });
      expect(text.length).toBeGreaterThan(0);
      expect(leaksIn(text, [...values, ...TEXTS, NOBODY])).toEqual([]);
    },
  );
});
