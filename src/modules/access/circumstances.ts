/** What besides role and purpose a decision may depend on, and the words a policy has for it. */

/** How a household and a person stand at the moment of an answer. */
export interface Circumstances {
  /** The household has an open alert within the caller's rows. */
  readonly openAlert: boolean;
  /** The household has an open case within the caller's rows; where the request states a case, that one. */
  readonly openCase: boolean;
  /** The caller has opened an emergency access to the household. */
  readonly emergency: boolean;
  /** Another person has confirmed the caller's request to open the household. */
  readonly secondPerson: boolean;
  /** Under the age of protection, or of unknown age. */
  readonly child: boolean;
  /** Lives apart and is listed as someone obliged to support the household (赡养、抚养、扶养义务人). */
  readonly obligor: boolean;
  /** Consents in force for this caller and purpose, as `<kind> <data class>`. */
  readonly consented: ReadonlySet<string>;
}

/** A household nothing is known of that would open or close anything. */
export const NOTHING_HOLDS: Circumstances = {
  openAlert: false,
  openCase: false,
  emergency: false,
  secondPerson: false,
  child: false,
  obligor: false,
  consented: new Set(),
};

/** The word of a consent of one kind. */
export type ConsentWord = `consent:${string}`;

/** What a decision can turn on. `obligor` is one without an authorisation of their own. */
export type Factor = 'open-alert' | 'open-case' | 'emergency' | 'second-person' | 'child' | 'obligor' | ConsentWord;

export const consentWord = (kind: string): ConsentWord => `consent:${kind}`;

/** How a consent stands in {@link Circumstances.consented}. */
export const consentedKey = (kind: string, dataClass: string): string => `${kind} ${dataClass}`;

const PLAIN: Readonly<Record<string, (given: Circumstances) => boolean>> = {
  'open-alert': ({ openAlert }) => openAlert,
  'open-case': ({ openCase }) => openCase,
  emergency: ({ emergency }) => emergency,
  'second-person': ({ secondPerson }) => secondPerson,
  child: ({ child }) => child,
};

/** Asks the circumstances for a factor, as it bears on one data class. */
export function testOf(factor: Factor, dataClass: string, ownAuthorisation: string): (given: Circumstances) => boolean {
  const plain = PLAIN[factor];
  if (plain !== undefined) return plain;
  if (factor === 'obligor') {
    const key = consentedKey(ownAuthorisation, dataClass);
    return ({ obligor, consented }) => obligor && !consented.has(key);
  }
  const key = consentedKey(factor.slice('consent:'.length), dataClass);
  return ({ consented }) => consented.has(key);
}

/** Circumstances in which exactly these factors hold for these classes. */
export function circumstancesWith(factors: ReadonlySet<Factor>, dataClasses: readonly string[]): Circumstances {
  const kinds = [...factors].flatMap((factor) =>
    factor.startsWith('consent:') ? factor.slice('consent:'.length) : [],
  );
  return {
    openAlert: factors.has('open-alert'),
    openCase: factors.has('open-case'),
    emergency: factors.has('emergency'),
    secondPerson: factors.has('second-person'),
    child: factors.has('child'),
    obligor: factors.has('obligor'),
    consented: new Set(kinds.flatMap((kind) => dataClasses.map((dataClass) => consentedKey(kind, dataClass)))),
  };
}

/** Every set of some of the factors, the empty one first. */
export function subsetsOf<T>(factors: readonly T[]): readonly ReadonlySet<T>[] {
  return Array.from(
    { length: 2 ** factors.length },
    (_, bits) => new Set(factors.filter((_factor, place) => (bits >> place) % 2 === 1)),
  );
}
