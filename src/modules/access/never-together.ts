/** A clear value that would undo a mask beside it is withheld there: several roles may grant what none of them grants alone. */
import { type Circumstances, circumstancesWith, type Factor, NOTHING_HOLDS, subsetsOf } from './circumstances.ts';
import type { Clearance, Decision } from './clearance.ts';

export interface TellingPair {
  readonly clear: string;
  readonly masked: string;
}

const APART: Decision = { kind: 'withhold', reason: 'UNDOES_A_MASK' };

const isConsent = (factor: Factor): boolean => factor.startsWith('consent:');

/** Every way in which what two classes turn on may hold; a consent may name one of them and not the other. */
function everyCase(clearance: Clearance, { clear, masked }: TellingPair): Circumstances[] {
  const factors = [...new Set([...clearance.factorsOf(clear), ...clearance.factorsOf(masked)])];
  const consents = factors.filter(isConsent);
  return subsetsOf(factors.filter((factor) => !isConsent(factor))).flatMap((held) =>
    subsetsOf(consents).flatMap((ofClear) =>
      subsetsOf(consents).map((ofMasked) => ({
        ...circumstancesWith(held, []),
        consented: new Set([
          ...circumstancesWith(ofClear, [clear]).consented,
          ...circumstancesWith(ofMasked, [masked]).consented,
        ]),
      })),
    ),
  );
}

const tells = (clearance: Clearance, { clear, masked }: TellingPair, given: Circumstances): boolean =>
  clearance.decide(clear, given).kind === 'allow' && clearance.decide(masked, given).kind === 'mask';

/** Whether in some circumstances one class would be clear while the other is masked. */
export function telling(clearance: Clearance, pair: TellingPair): boolean {
  return everyCase(clearance, pair).some((given) => tells(clearance, pair, given));
}

function apart(clearance: Clearance, pair: TellingPair): Clearance {
  const cases = everyCase(clearance, pair);
  if (!cases.some((given) => tells(clearance, pair, given))) return clearance;
  const { clear, masked } = pair;
  const decide: Clearance['decide'] = (name, given) =>
    name === clear && tells(clearance, pair, given) ? APART : clearance.decide(name, given);
  const isClosed = cases.every((given) => decide(clear, given).kind !== 'allow');
  const factors = [...new Set([...clearance.factorsOf(clear), ...clearance.factorsOf(masked)])];
  const settled = isClosed ? decide(clear, NOTHING_HOLDS) : null;
  return {
    ...clearance,
    decide,
    settled: (name) => (name === clear ? settled : clearance.settled(name)),
    factorsOf: (name) => (name === clear ? factors : clearance.factorsOf(name)),
  };
}

/** The clearance in which none of the pairs stands together. */
export function keepApart(clearance: Clearance, pairs: readonly TellingPair[]): Clearance {
  return pairs.reduce(apart, clearance);
}
