/** What a role with a purpose would see, coordinate by coordinate, and what a new version of the policy changes of it. */
import type { GraphQLSchema } from 'graphql';
import {
  type AccessPolicy,
  CIRCUMSTANCES,
  type Circumstances,
  type Clearance,
} from '../../src/modules/access/index.ts';
import { type Coordinate, listCoordinates, mayUse, rule } from './coordinates.ts';

/** How a coordinate comes out, in one kind of circumstances. */
export interface Outcome {
  readonly verb: 'ALLOW' | 'MASK' | 'WITHHOLD';
  readonly mask: string | null;
  readonly reason: string | null;
}

export interface Explanation {
  readonly coordinate: Coordinate;
  /** One outcome where circumstances do not matter, else one for each. */
  readonly cases: readonly { readonly given: Circumstances | null; readonly outcome: Outcome }[];
}

function outcomeOf(decision: ReturnType<Clearance['decide']>): Outcome {
  if (decision.kind === 'allow') return { verb: 'ALLOW', mask: null, reason: null };
  if (decision.kind === 'mask') return { verb: 'MASK', mask: decision.mask, reason: decision.reason };
  return { verb: 'WITHHOLD', mask: null, reason: decision.reason };
}

const REFUSED: Outcome = { verb: 'WITHHOLD', mask: null, reason: 'NOT_GRANTED' };

/** Explains one coordinate; arguments and input fields are open or refused. */
export function explain(coordinate: Coordinate, clearance: Clearance): Explanation {
  const { name, dataClass, kind } = coordinate;
  if (kind !== 'field') {
    const outcome = mayUse(clearance, dataClass) ? outcomeOf({ kind: 'allow' }) : REFUSED;
    return { coordinate, cases: [{ given: null, outcome }] };
  }
  const ruling = rule(clearance, name, dataClass);
  if (ruling.kind !== 'view') return { coordinate, cases: [{ given: null, outcome: outcomeOf(ruling) }] };
  const cases = CIRCUMSTANCES.map((given) => ({ given, outcome: outcomeOf(clearance.decide(dataClass, given)) }));
  return { coordinate, cases };
}

export interface PolicyChange {
  readonly role: string;
  readonly purpose: string | null;
  readonly coordinate: string;
  readonly given: Circumstances | null;
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

/** A coordinate that does not depend on circumstances comes out the same in all of them. */
function verbIn({ cases }: Explanation, given: Circumstances): Outcome['verb'] {
  const found = cases.find((one) => one.given === given) ?? cases[0];
  return found?.outcome.verb ?? 'WITHHOLD';
}

function changesOf(before: Explanation, after: Explanation): Omit<PolicyChange, 'role' | 'purpose'>[] {
  const dependent = before.cases.length > 1 || after.cases.length > 1;
  return (dependent ? CIRCUMSTANCES : CIRCUMSTANCES.slice(0, 1)).flatMap((given) => {
    const [was, is] = [verbIn(before, given), verbIn(after, given)];
    if (was === is) return [];
    const effect = RANK[is] > RANK[was] ? 'OPENS' : 'CLOSES';
    return { coordinate: before.coordinate.name, given: dependent ? given : null, before: was, after: is, effect };
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
