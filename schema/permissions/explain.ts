/** What a role with a purpose would see, coordinate by coordinate, and what a new version of the policy changes of it. */
import type { GraphQLSchema } from 'graphql';
import {
  type AccessPolicy,
  type Clearance,
  circumstancesWith,
  type Factor,
  subsetsOf,
} from '../../src/modules/access/index.ts';
import { type Coordinate, listCoordinates, mayUse, rule } from './coordinates.ts';

/** How a coordinate comes out, in one kind of circumstances. */
export interface Outcome {
  readonly verb: 'ALLOW' | 'MASK' | 'WITHHOLD';
  readonly mask: string | null;
  readonly reason: string | null;
  /** Conditions that would show more. */
  readonly needed: readonly string[];
}

/** For everything a decision turns on, whether it holds. */
export type Given = Readonly<Partial<Record<Factor, boolean>>>;

export interface Explanation {
  readonly coordinate: Coordinate;
  /** One outcome where circumstances do not matter, else one for each set of what matters. */
  readonly cases: readonly { readonly given: Given; readonly outcome: Outcome }[];
}

function outcomeOf(decision: ReturnType<Clearance['decide']>): Outcome {
  if (decision.kind === 'allow') return { verb: 'ALLOW', mask: null, reason: null, needed: [] };
  const { reason, needed = [] } = decision;
  if (decision.kind === 'mask') return { verb: 'MASK', mask: decision.mask, reason, needed };
  return { verb: 'WITHHOLD', mask: null, reason, needed };
}

const REFUSED = outcomeOf({ kind: 'withhold', reason: 'NOT_GRANTED' });

/** Explains one coordinate; arguments and input fields are open or refused. */
export function explain(coordinate: Coordinate, clearance: Clearance): Explanation {
  const { name, dataClass, kind } = coordinate;
  if (kind !== 'field') {
    const outcome = mayUse(clearance, dataClass) ? outcomeOf({ kind: 'allow' }) : REFUSED;
    return { coordinate, cases: [{ given: {}, outcome }] };
  }
  const ruling = rule(clearance, name, dataClass);
  if (ruling.kind !== 'view') return { coordinate, cases: [{ given: {}, outcome: outcomeOf(ruling) }] };
  const factors = clearance.factorsOf(dataClass);
  const cases = subsetsOf(factors).map((held) => ({
    given: Object.fromEntries(factors.map((factor) => [factor, held.has(factor)])),
    outcome: outcomeOf(clearance.decide(dataClass, circumstancesWith(held, [dataClass]))),
  }));
  return { coordinate, cases };
}

export interface PolicyChange {
  readonly role: string;
  readonly purpose: string | null;
  readonly coordinate: string;
  readonly given: Given;
  readonly before: Outcome['verb'];
  readonly after: Outcome['verb'];
  readonly effect: 'OPENS' | 'CLOSES';
}

const RANK: Readonly<Record<Outcome['verb'], number>> = { WITHHOLD: 0, MASK: 1, ALLOW: 2 };

/** A purpose a role does not hold opens nothing. */
function clearanceOf(policy: AccessPolicy, role: string, purpose: string | null): Clearance {
  const held = purpose === null || policy.purposesOf([role]).has(purpose);
  return held ? policy.clear([role], purpose) : policy.clear([], null);
}

/** The outcome where these hold and nothing else does; what does not matter to a coordinate is not asked. */
function verbIn({ cases }: Explanation, held: ReadonlySet<Factor>): Outcome['verb'] {
  const fits = (given: Given): boolean =>
    (Object.keys(given) as Factor[]).every((factor) => given[factor] === held.has(factor));
  return cases.find(({ given }) => fits(given))?.outcome.verb ?? 'WITHHOLD';
}

function factorsOf(...explanations: readonly Explanation[]): Factor[] {
  return [...new Set(explanations.flatMap(({ cases }) => Object.keys(cases[0]?.given ?? {}) as Factor[]))];
}

function changesOf(before: Explanation, after: Explanation): Omit<PolicyChange, 'role' | 'purpose'>[] {
  const factors = factorsOf(before, after);
  return subsetsOf(factors).flatMap((held) => {
    const [was, is] = [verbIn(before, held), verbIn(after, held)];
    if (was === is) return [];
    const effect = RANK[is] > RANK[was] ? 'OPENS' : 'CLOSES';
    const given = Object.fromEntries(factors.map((factor) => [factor, held.has(factor)]));
    return { coordinate: before.coordinate.name, given, before: was, after: is, effect };
  });
}

/** Which coordinate opens or closes for whom between two versions of a policy. */
export function diffPolicies(schema: GraphQLSchema, before: AccessPolicy, after: AccessPolicy): PolicyChange[] {
  const coordinates = listCoordinates(schema);
  const roles = [...new Set([...before.roles, ...after.roles])];
  const purposes = [null, ...new Set([...before.purposes, ...after.purposes])];
  return roles.flatMap((role) =>
    purposes.flatMap((purpose) => {
      const [old, now] = [clearanceOf(before, role, purpose), clearanceOf(after, role, purpose)];
      return coordinates.flatMap((coordinate) =>
        changesOf(explain(coordinate, old), explain(coordinate, now)).map((change) => ({ role, purpose, ...change })),
      );
    }),
  );
}
