import { describe, expect, it } from '@jest/globals';
import { STRUCTURE } from '../../schema/data-class-plugin.ts';
import { listCoordinates } from '../../schema/permissions/coordinates.ts';
import { VIEWED } from '../../schema/permissions/view-classes.ts';
import { createMasks } from '../../src/modules/access/index.ts';
import { PLAIN_PACK } from '../support/plain-policy.ts';
import { schema } from './support/hub.ts';
import { operation } from './support/operations.ts';
import { CALLERS, type Case, type Verdict, verdict } from './support/oracle.ts';
import { type Way, waysToFields } from './support/paths.ts';
import { EVERYTHING, leaves, run } from './support/run.ts';
import { HEAD } from './support/sample-city.ts';

const classes = new Map(listCoordinates(schema).map(({ name, dataClass }) => [name, dataClass]));
const ways = waysToFields(schema);
const masks = createMasks(Buffer.alloc(32, 7));
const MASK_OF = new Map([
  ['subject-key', masks.pseudonym],
  ['name', masks.name],
  ['resident-id', masks['resident-id']],
  ['phone', masks.phone],
  ['address', masks.address],
]);

/** Made of many classes: what may stand in them is compared with the graph in tests/delivery and by the canaries. */
const RECORDS: ReadonlySet<string> = new Set(['ChangeEdge.record', 'ChangeEdge.id']);

const CIRCUMSTANCES = [true, false].flatMap((openAlert) => [true, false].map((child) => ({ openAlert, child })));

type Asker = Omit<Case, 'openAlert' | 'child'>;

/** In all circumstances; what stands in a section is reached through the person, where the child decides. */
function verdictsOf(coordinate: string, caller: Asker): Verdict[] {
  const dataClass = classes.get(coordinate) ?? '';
  const grown = !VIEWED.has(coordinate) && PLAIN_PACK.classes[dataClass]?.agency !== undefined;
  return CIRCUMSTANCES.flatMap((given) => (grown && given.child ? [] : verdict(dataClass, { ...caller, ...given })));
}

/** Whether some circumstance would show the class at all. */
function everShown(coordinate: string, caller: Asker): boolean {
  const verdicts = verdictsOf(coordinate, caller);
  if (VIEWED.has(coordinate)) return verdicts.some((one) => one !== 'withhold');
  return verdicts.every((one) => one === 'allow');
}

/** What may come out at a coordinate: the clear values where some case allows them, the masked ones elsewhere. */
function permitted(coordinate: string, caller: Asker, clear: readonly unknown[]): Set<unknown> {
  if (!everShown(coordinate, caller)) return new Set([null, 'WITHHELD']);
  const dataClass = classes.get(coordinate) ?? '';
  const verdicts = verdictsOf(coordinate, caller);
  const shown = verdicts.includes('allow') ? clear : [];
  const mask = MASK_OF.get(dataClass);
  const masked =
    verdicts.includes('mask') && mask ? clear.map((value) => (value === null ? null : mask(String(value)))) : [];
  return new Set([null, 'WITHHELD', ...shown, ...masked]);
}

const clearValues = new Map<string, unknown[]>();
async function clearOf(way: Way): Promise<unknown[]> {
  const known = clearValues.get(way.coordinate);
  if (known !== undefined) return known;
  const { data } = await run({ role: 'adviser', purpose: null, text: way.text, clearance: EVERYTHING });
  const values = leaves(data);
  clearValues.set(way.coordinate, values);
  return values;
}

describe('who sees what, for every persona, purpose and coordinate', () => {
  it('there is a way to every field of the schema', () => {
    const fields = listCoordinates(schema).filter(({ kind }) => kind === 'field');
    expect(ways.map(({ coordinate }) => coordinate).sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it.each(CALLERS)('$role for $purpose sees at each coordinate only what the policy grants', async (caller) => {
    for (const way of ways) {
      const { data, errors } = await run({ ...caller, text: way.text });
      const reached = way.passed.slice(0, -1).every((coordinate) => everShown(coordinate, caller));
      const allowed = reached ? permitted(way.coordinate, caller, await clearOf(way)) : new Set([null, 'WITHHELD']);
      // Counts and cursors are those of the caller's own rows.
      if (reached && (classes.get(way.coordinate) === STRUCTURE || RECORDS.has(way.coordinate))) continue;
      const leaked = leaves(data).filter((value) => !allowed.has(value));
      expect({ coordinate: way.coordinate, leaked }).toEqual({ coordinate: way.coordinate, leaked: [] });
      const root = way.passed[0] ?? '';
      const denied = (errors ?? []).some((error) => error.message.includes(root));
      expect({ root, denied }).toEqual({ root, denied: !everShown(root, caller) });
    }
  });

  it.each(CALLERS)('$role for $purpose gets the same answers over the net', async (caller) => {
    const texts = [...ways.map(({ text }) => text).filter((text) => !text.startsWith('mutation'))];
    for (const text of texts) {
      const [direct, net] = [await run({ ...caller, text }), await run({ ...caller, text, net: true })];
      expect(net.data).toEqual(direct.data);
      expect(net.errors?.map(({ message }) => message)).toEqual(direct.errors?.map(({ message }) => message));
    }
    const text = operation('HouseholdProfile');
    const variables = { residentId: HEAD.residentId };
    expect((await run({ ...caller, text, variables, net: true })).data).toEqual(
      (await run({ ...caller, text, variables })).data,
    );
  });
});

const SAMPLE_INPUTS: Readonly<Record<string, string>> = {
  'HouseholdFilter.kind': 'ROLL',
  'HouseholdFilter.registeredClass': '["DB"]',
  'HouseholdFilter.withoutClass': 'true',
  'HouseholdFilter.hasOpenAlert': 'true',
  'HouseholdFilter.ruleIds': '["R01"]',
  'HouseholdFilter.minMembers': '2',
  'AlertFilter.states': '[OPEN]',
  'AlertFilter.severities': '[RED]',
  'AlertFilter.ruleIds': '["R01"]',
  'AlertFilter.overdue': 'true',
  'AlertFilter.ids': '["A1"]',
};
const FILTERED: Readonly<Record<string, string>> = { HouseholdFilter: 'households', AlertFilter: 'alerts' };

describe('filters on what a caller may not see', () => {
  const inputs = [...classes].filter(([name]) => Object.keys(FILTERED).includes(name.split('.')[0] ?? ''));

  it.each(CALLERS)('$role for $purpose may filter by open classes only', async (caller) => {
    for (const [coordinate, dataClass] of inputs) {
      const [type = '', field = ''] = coordinate.split('.');
      const root = FILTERED[type] ?? '';
      const value = SAMPLE_INPUTS[coordinate] ?? '"310105001"';
      const { errors } = await run({ ...caller, text: `{ ${root}(filter: { ${field}: ${value} }) { totalCount } }` });
      const open = [classes.get(`Query.${root}`) ?? '', dataClass].every((needed) =>
        CIRCUMSTANCES.every((given) => verdict(needed, { ...caller, ...given }) === 'allow'),
      );
      expect({ coordinate, refused: errors !== undefined }).toEqual({ coordinate, refused: !open });
    }
  });
});
