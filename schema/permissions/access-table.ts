/**
 * What every role sees for every purpose it holds, coordinate by coordinate, under the compiled policy: what two versions
 * of the hub are compared by, and what a release keeps.
 */
import type { GraphQLSchema } from 'graphql';
import { type AccessPolicy, type Clearance, type Factor, subsetsOf } from '../../src/modules/access/index.ts';
import { listCoordinates } from './coordinates.ts';
import { explain, type Given, type Outcome } from './explain.ts';

export type Verb = Outcome['verb'];

/** How a coordinate comes out: one verb for each set of what it turns on, in the order of their sets. */
export interface Sight {
  readonly factors: readonly Factor[];
  readonly verbs: readonly Verb[];
}

export interface Asker {
  readonly role: string;
  /** null: none is stated. */
  readonly purpose: string | null;
  /** Whether the organisation's contract runs. */
  readonly contract: boolean;
}

/** Sights that show anything at all, by asker and coordinate. */
export type AccessTable = ReadonlyMap<string, { readonly asker: Asker; readonly sights: ReadonlyMap<string, Sight> }>;

const NOTHING: Sight = { factors: [], verbs: ['WITHHOLD'] };

function sightsOf(schema: GraphQLSchema, clearance: Clearance): ReadonlyMap<string, Sight> {
  return new Map(
    listCoordinates(schema).flatMap((coordinate) => {
      const { cases } = explain(coordinate, clearance);
      const verbs = cases.map(({ outcome }) => outcome.verb);
      if (verbs.every((verb) => verb === 'WITHHOLD')) return [];
      return [[coordinate.name, { factors: Object.keys(cases[0]?.given ?? {}) as Factor[], verbs }]];
    }),
  );
}

export function askerName({ role, purpose, contract }: Asker): string {
  return `${role}/${purpose ?? 'unstated'}${contract ? '/contract' : ''}`;
}

/** The table of a policy over a schema. */
export function accessTable(schema: GraphQLSchema, policy: AccessPolicy): AccessTable {
  const askers = [...policy.roles].flatMap((role) =>
    [null, ...policy.purposesOf([role])].flatMap((purpose) =>
      [false, true].map((contract): Asker => ({ role, purpose, contract })),
    ),
  );
  return new Map(
    askers.map((asker) => {
      const clearance = policy.clear([asker.role], asker.purpose, { contract: asker.contract });
      return [askerName(asker), { asker, sights: sightsOf(schema, clearance) }];
    }),
  );
}

export interface AccessChange extends Asker {
  readonly coordinate: string;
  readonly given: Given;
  readonly before: Verb;
  readonly after: Verb;
  readonly effect: 'OPENS' | 'CLOSES';
}

const RANK: Readonly<Record<Verb, number>> = { WITHHOLD: 0, MASK: 1, ALLOW: 2 };

/** The verb where these factors hold and nothing else does; what does not matter to a coordinate is not asked. */
function verbIn({ factors, verbs }: Sight, held: ReadonlySet<Factor>): Verb {
  const place = subsetsOf(factors).findIndex((set) => factors.every((factor) => set.has(factor) === held.has(factor)));
  return verbs[place] ?? 'WITHHOLD';
}

const textOf = ({ factors, verbs }: Sight): string => `${factors.join()}:${verbs.join()}`;

function changesOf(was: Sight, is: Sight): Pick<AccessChange, 'given' | 'before' | 'after' | 'effect'>[] {
  if (textOf(was) === textOf(is)) return [];
  const factors = [...new Set([...was.factors, ...is.factors])];
  return subsetsOf(factors).flatMap((held) => {
    const [before, after] = [verbIn(was, held), verbIn(is, held)];
    if (before === after) return [];
    const given = Object.fromEntries(factors.map((factor) => [factor, held.has(factor)]));
    return { given, before, after, effect: RANK[after] > RANK[before] ? 'OPENS' : 'CLOSES' };
  });
}

/** Which coordinate opens or closes for whom between two tables; what one of them does not know, it shows nobody. */
export function diffAccess(before: AccessTable, after: AccessTable): AccessChange[] {
  return [...new Map([...before, ...after])].flatMap(([name, { asker }]) => {
    const [was, is] = [before.get(name)?.sights, after.get(name)?.sights];
    const coordinates = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
    return [...coordinates].flatMap((coordinate) =>
      changesOf(was?.get(coordinate) ?? NOTHING, is?.get(coordinate) ?? NOTHING).map((change) => ({
        ...asker,
        coordinate,
        ...change,
      })),
    );
  });
}
