import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createSchema } from '../../schema/index.ts';
import { accessTable } from '../../schema/permissions/access-table.ts';
import { loadPolicy, parsePolicy } from '../../src/modules/access/index.ts';
import { snapshotOf, tableOf } from './access-snapshot.ts';
import { type Contract, compareContracts, type Promised, readPromised } from './contract.ts';
import { mayBreak } from './versions.ts';

const FILE = 'packs/shanghai/changning/access.yaml';
const schema = createSchema();
const graph = {
  api: readFileSync('schema/generated/schema.graphql', 'utf8'),
  supergraph: readFileSync('schema/generated/supergraph.graphql', 'utf8'),
};
const current: Contract = { graph, access: accessTable(schema, await loadPolicy(FILE)) };
/** A release that was made of the hub as it stands. */
const promised: Promised = { ...current, operations: readPromised().operations, accepted: '' };

/** The API with another name for a field that partners ask for. */
const renamed = graph.api.replace('\n  sex: String', '\n  gender: String');

const policyWith = (from: string, to: string): Contract => {
  const text = readFileSync(FILE, 'utf8').replace(from, to);
  return { graph, access: accessTable(schema, parsePolicy(text, FILE)) };
};

describe('what the last release promised', () => {
  it('is kept by the hub it was made of', async () => {
    expect(await compareContracts(promised, current)).toEqual({ breaking: [], operations: [], openings: [] });
  });

  it('is broken by a field that is gone, and so are the partners’ operations that ask for it', async () => {
    const { breaking, operations } = await compareContracts(promised, {
      ...current,
      graph: { ...graph, api: renamed },
    });
    expect(breaking).toEqual(["Field 'sex' was removed from object type 'Person'"]);
    expect(operations.length).toBeGreaterThan(1);
    expect(operations[0]).toMatch(/^changning-partners\.json: \w+ \([0-9a-f]{12}\): Cannot query field "sex"/);
  });

  it('is broken in the supergraph alone, and by a key that partners refer to entities by', async () => {
    const supergraph = graph.supergraph.replace(' @join__type(graph: HUB, key: "id")', '');
    const { breaking } = await compareContracts(promised, { ...current, graph: { ...graph, supergraph } });
    expect(breaking).toEqual(['Person by id: the key is gone']);
    const hidden = graph.supergraph.replace('\n  name: String', '\n  name: String @inaccessible');
    const { breaking: gone } = await compareContracts(promised, {
      ...current,
      graph: { ...graph, supergraph: hidden },
    });
    expect(gone).toHaveLength(1);
  });

  it('lets go what it had deprecated', async () => {
    const old = graph.api.replace('\n  sex: String', '\n  sex: String @deprecated(reason: "asked by nobody")');
    const { breaking } = await compareContracts(
      { ...promised, graph: { ...graph, api: old } },
      { ...current, graph: { ...graph, api: renamed } },
    );
    expect(breaking).toEqual([]);
  });

  it('knows a manifest whose hashes are not those of its documents, or that is none', async () => {
    const wrong = { ['0'.repeat(64)]: 'query A { feeds { agency } }' };
    const operations = new Map<string, unknown>([
      ['a.json', wrong],
      ['b.json', { x: 1 }],
    ]);
    const found = await compareContracts({ ...promised, operations }, current);
    expect(found.operations[0]).toBe('a.json: A (000000000000): the document is not that of the hash');
    expect(found.operations[1]).toMatch(/^b\.json: not a manifest/);
  });
});

describe('an opening', () => {
  const opened = policyWith('mask: [name, resident-id]', 'mask: [name, resident-id, phone]');
  const note = (coordinate: string, roles = 'education-desk'): string =>
    `- { coordinates: ['${coordinate}'], roles: [${roles}], reason: shown masked to who answers, acceptedBy: 张三, acceptedOn: 2026-11-22 }`;
  const DESKS = 'education-desk, health-insurance-desk, human-resources-desk, disability-desk, housing-desk';

  it('is told for each role and purpose, until people have accepted it', async () => {
    const { openings } = await compareContracts(promised, opened);
    expect(openings).toContain('Person.phone opens to education-desk/verification: WITHHOLD → MASK');
    expect(openings.some((line) => !line.startsWith('Person.phone opens to '))).toBe(false);
    const some = await compareContracts({ ...promised, accepted: note('Person.phone') }, opened);
    expect(some.openings).toEqual(openings.filter((line) => !line.includes(' opens to education-desk/')));
    const all = await compareContracts({ ...promised, accepted: note('Person.*', DESKS) }, opened);
    expect(all.openings).toEqual([]);
  });

  it('is a coordinate that the release did not have, a role it did not have, and a condition that fell away', async () => {
    const { access } = promised;
    const before = new Map([...access].filter(([asker]) => !asker.startsWith('warehouse/')));
    const role = await compareContracts({ ...promised, access: before }, current);
    expect(role.openings.every((line) => line.includes(' opens to warehouse/'))).toBe(true);
    const snapshot = snapshotOf(access);
    const { 'Household.id': _new, ...coordinates } = snapshot.coordinates;
    const field = await compareContracts({ ...promised, access: tableOf({ ...snapshot, coordinates }) }, current);
    expect(field.openings).toContain('Household.id opens to adviser/casework: WITHHOLD → ALLOW');
    const condition = await compareContracts(
      promised,
      policyWith('when: [contract, { consent: service }]', 'when: [{ consent: service }]'),
    );
    expect(condition.openings).toContain(
      'Person.name opens to service-organisation/service-delivery with consent:service: MASK → ALLOW',
    );
    expect(condition.openings.some((line) => line.includes('/contract'))).toBe(false);
  });

  it('is no closing, and a note that accepts nothing is told', async () => {
    const closed = policyWith('mask: [name, resident-id]', 'mask: [name]');
    expect((await compareContracts(promised, closed)).openings).toEqual([]);
    const idle = await compareContracts({ ...promised, accepted: note('Person.phone') }, current);
    expect(idle.openings).toEqual(['the note on Person.phone accepts nothing: remove it']);
  });

  it('is not accepted without a reason, a name and a day', async () => {
    const accepted = "- { coordinates: ['Person.phone'] }";
    await expect(compareContracts({ ...promised, accepted }, opened)).rejects.toThrow(/reason/);
  });
});

describe('a release', () => {
  it('keeps who sees what as it was compiled', () => {
    expect(tableOf(JSON.parse(JSON.stringify(snapshotOf(current.access))))).toEqual(
      new Map([...current.access].filter(([, { sights }]) => sights.size > 0)),
    );
  });

  it('may break what was promised only where its version says so', () => {
    const versions = [
      ['0.1.0', '0.1.1'],
      ['0.1.0', '0.2.0'],
      ['1.4.0', '1.5.0'],
      ['1.4.0', '2.0.0'],
    ] as const;
    expect(versions.map(([before, after]) => mayBreak(before, after))).toEqual([false, true, false, true]);
  });
});
