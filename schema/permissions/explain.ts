/** What a role with a purpose would see, coordinate by coordinate. */
import { type Clearance, circumstancesWith, type Factor, subsetsOf } from '../../src/modules/access/index.ts';
import { type Coordinate, mayUse, rule } from './coordinates.ts';

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
