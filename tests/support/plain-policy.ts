/**
 * The access policy read the slow and plain way, from its text alone, to compare with what was compiled from it. Nothing
 * here comes from the code it is compared with; a word of a policy that it does not know is an error.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CONNECTORS } from '../../connectors/index.ts';

type Words = readonly string[];
type Condition = string | { readonly consent: string };

export interface PlainGrant {
  readonly purposes: 'any' | Words;
  readonly when?: Condition | readonly Condition[];
  readonly children?: boolean;
  readonly allow?: Words;
  readonly mask?: Words;
  readonly withhold?: Words;
}

export interface PlainRole {
  readonly agency?: string;
  /** One such role for each agency. */
  readonly each?: 'agency';
  readonly purposes: Words;
  readonly rows: {
    readonly households: string;
    readonly alerts: string;
    readonly alertRules?: Words;
    readonly feeds: string;
  };
  readonly grants: readonly PlainGrant[];
}

export interface PlainPolicy {
  readonly classes: Readonly<
    Record<string, { readonly title: string; readonly mask?: string; readonly agency?: string; readonly level: string }>
  >;
  readonly groups: Readonly<Record<string, Words>>;
  readonly consents: Readonly<Record<string, unknown>>;
  readonly rowBound: Words;
  readonly children: { readonly under: number; readonly classes: Words };
  readonly obligors: { readonly consent: string; readonly classes: Words };
  readonly roles: Readonly<Record<string, PlainRole>>;
}

export const PACK_FILE = 'packs/shanghai/changning/access.yaml';

/** The classes of the agencies' sections, as their connectors state them. */
const SECTIONS = CONNECTORS.map(({ id, section }) => ({
  agency: id as string,
  title: section.title,
  ...section.dataClass,
}));

/** A pack as it is written, and what every pack says without saying it: the agencies' classes, and a role for each. */
function readPack(text: string): PlainPolicy {
  const written = parse(text) as PlainPolicy;
  const classes = { ...written.classes };
  for (const { name, title, agency, level } of SECTIONS) classes[name] = { title, agency, level };
  const roles: Record<string, PlainRole> = {};
  for (const [role, said] of Object.entries(written.roles)) {
    if (said.each === undefined) roles[role] = said;
    else for (const { name, agency } of SECTIONS) roles[`${name}-${role}`] = { ...said, agency };
  }
  return { ...written, classes, roles, groups: { ...written.groups, sections: SECTIONS.map(({ name }) => name) } };
}

export const PLAIN_PACK = readPack(readFileSync(PACK_FILE, 'utf8'));

/** Who asks, and why. */
export interface PlainCaller {
  readonly roles: Words;
  readonly purpose: string | null;
  /** The contract of the caller's organisation runs. */
  readonly contract?: boolean;
  /** Classes the administration has suspended for the caller. */
  readonly suspended?: Words;
}

/** What holds for a household and a person. */
export interface Given {
  readonly openAlert?: boolean;
  readonly openCase?: boolean;
  readonly emergency?: boolean;
  readonly secondPerson?: boolean;
  readonly child?: boolean;
  readonly obligor?: boolean;
  /** Kinds of consent in force for everything. */
  readonly consents?: Words;
}

export type Verb = 'allow' | 'mask' | 'withhold';
const ORDER: readonly Verb[] = ['withhold', 'mask', 'allow'];

/** Whether words of a policy stand for a class. */
export function covers(policy: PlainPolicy, words: Words | undefined, dataClass: string, agency?: string): boolean {
  for (const word of words ?? []) {
    if (word === dataClass) return true;
    if (word === 'own-section' && agency !== undefined && policy.classes[dataClass]?.agency === agency) return true;
    if (policy.groups[word] !== undefined && covers(policy, policy.groups[word], dataClass, agency)) return true;
  }
  return false;
}

const wordOf = (condition: Condition): string =>
  typeof condition === 'string' ? condition : `consent:${condition.consent}`;

function conditionsOf({ when = [] }: PlainGrant): string[] {
  return (Array.isArray(when) ? (when as readonly Condition[]) : [when as Condition]).map(wordOf);
}

/** Conditions as a set of words: what holds now. */
function holding(caller: PlainCaller, given: Given): Set<string> {
  const held = new Set((given.consents ?? []).map((kind) => `consent:${kind}`));
  if (given.openAlert === true) held.add('open-alert');
  if (given.openCase === true) held.add('open-case');
  if (given.emergency === true) held.add('emergency');
  if (given.secondPerson === true) held.add('second-person');
  if (caller.contract === true) held.add('contract');
  return held;
}

const KNOWN = /^(open-alert|open-case|emergency|second-person|contract|consent:.+)$/;

function holds(word: string, held: ReadonlySet<string>): boolean {
  if (!KNOWN.test(word)) throw new Error(`the plain policy does not know the condition ${word}`);
  return held.has(word);
}

/** Roles that act: all where no purpose is stated, else those that hold it. */
export function acting(policy: PlainPolicy, { roles, purpose }: PlainCaller): PlainRole[] {
  return roles.flatMap((name) => {
    const role = policy.roles[name];
    return role !== undefined && (purpose === null || role.purposes.includes(purpose)) ? role : [];
  });
}

const speaksTo = (grant: PlainGrant, purpose: string | null): boolean =>
  grant.purposes === 'any' || grant.purposes.includes(purpose ?? 'unstated');

interface Asking {
  readonly policy: PlainPolicy;
  readonly caller: PlainCaller;
  readonly dataClass: string;
  readonly given: Given;
  readonly held: ReadonlySet<string>;
}

/** An obligor's value without an authorisation of their own. */
function isShelteredObligor({ policy, dataClass, given }: Asking): boolean {
  if (given.obligor !== true || !covers(policy, policy.obligors.classes, dataClass)) return false;
  return given.consents?.includes(policy.obligors.consent) !== true;
}

function verbOfRoles(asking: Asking, roles: readonly PlainRole[]): Verb {
  const { policy, caller, dataClass, given, held } = asking;
  const ofChild = given.child === true && covers(policy, policy.children.classes, dataClass);
  let best: Verb = 'withhold';
  for (const { grants, agency } of roles)
    for (const grant of grants) {
      if (!speaksTo(grant, caller.purpose) || !conditionsOf(grant).every((word) => holds(word, held))) continue;
      const allows = covers(policy, grant.allow, dataClass, agency);
      const cut = (ofChild && grant.children !== true) || isShelteredObligor(asking);
      if (allows && !cut) best = 'allow';
      const masks = allows || covers(policy, grant.mask, dataClass, agency);
      if (masks && best === 'withhold' && policy.classes[dataClass]?.mask !== undefined) best = 'mask';
    }
  return best;
}

function verbHolding(asking: Asking): Verb {
  const { policy, caller, dataClass, held } = asking;
  const roles = acting(policy, caller);
  for (const { grants, agency } of roles)
    for (const grant of grants)
      if (speaksTo(grant, caller.purpose) && conditionsOf(grant).every((word) => holds(word, held)))
        if (covers(policy, grant.withhold, dataClass, agency)) return 'withhold';
  const reaches = new Set(roles.map(({ rows }) => rows.households).filter((reach) => reach !== 'none'));
  if (!covers(policy, policy.rowBound, dataClass) || reaches.size === 0) return verbOfRoles(asking, roles);
  const each = [...reaches].map((reach) =>
    verbOfRoles(
      asking,
      roles.filter(({ rows }) => rows.households === reach),
    ),
  );
  return ORDER.find((verb) => each.includes(verb)) ?? 'withhold';
}

/** What the policy says of a class. */
export function plainVerb(policy: PlainPolicy, caller: PlainCaller, dataClass: string, given: Given): Verb {
  if (policy.classes[dataClass] === undefined || caller.suspended?.includes(dataClass) === true) return 'withhold';
  return verbHolding({ policy, caller, dataClass, given, held: holding(caller, given) });
}

export interface Why {
  readonly reason: string;
  /** Sorted, and the parts of each sorted. */
  readonly needed: readonly string[];
}

/** Conditions that are missing and would show more, alone or else in pairs. */
function missing(asking: Asking): string[] {
  const { policy, caller, dataClass, held } = asking;
  const words = new Set<string>();
  for (const { grants, agency } of acting(policy, caller))
    for (const grant of grants)
      if (speaksTo(grant, caller.purpose))
        if ([grant.allow, grant.mask, grant.withhold].some((list) => covers(policy, list, dataClass, agency)))
          for (const word of conditionsOf(grant)) if (!held.has(word)) words.add(word);
  const now = ORDER.indexOf(verbHolding(asking));
  const better = (more: Words): boolean =>
    ORDER.indexOf(verbHolding({ ...asking, held: new Set([...held, ...more]) })) > now;
  const alone = [...words].filter((word) => better([word]));
  const others = [...words].filter((word) => !alone.includes(word)).sort();
  const pairs = others.flatMap((one, place) =>
    others.slice(place + 1).flatMap((other) => (better([one, other]) ? `${one} + ${other}` : [])),
  );
  return [...alone, ...pairs].sort();
}

/** Conditions of a household that some grant names for the class. */
function namedConditions({ policy, caller, dataClass }: Asking): string[] {
  const words = new Set<string>();
  for (const { grants, agency } of acting(policy, caller))
    for (const grant of grants)
      if (speaksTo(grant, caller.purpose))
        if ([grant.allow, grant.mask, grant.withhold].some((list) => covers(policy, list, dataClass, agency)))
          for (const word of conditionsOf(grant)) if (word !== 'contract') words.add(word);
  return [...words];
}

/** What can change nothing is not looked up: it is told as needed, whether it holds or not. */
function askedOf(asking: Asking): Asking {
  const words = namedConditions(asking);
  const contract = asking.held.has('contract') ? ['contract'] : [];
  const verbs = (more: Words): string =>
    [false, true]
      .flatMap((child) => [false, true].map((obligor) => ({ ...asking.given, child, obligor })))
      .map((given) => verbHolding({ ...asking, given, held: new Set([...contract, ...more]) }))
      .join();
  const subsets = ([word, ...rest]: Words): string[][] =>
    word === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [...set, word]]);
  const matters = (word: string): boolean =>
    subsets(words.filter((other) => other !== word)).some((set) => verbs(set) !== verbs([...set, word]));
  return { ...asking, held: new Set([...contract, ...words.filter((word) => asking.held.has(word) && matters(word))]) };
}

const REASONS: readonly (readonly [string, string])[] = [
  ['open-alert', 'NO_OPEN_ALERT'],
  ['consent:', 'NO_CONSENT'],
  ['contract', 'NO_CONTRACT'],
  ['second-person', 'NOT_CONFIRMED'],
];

/** Why a class is masked or withheld. */
export function plainReason(policy: PlainPolicy, caller: PlainCaller, dataClass: string, given: Given): Why {
  if (policy.classes[dataClass] === undefined) return { reason: 'NOT_GRANTED', needed: [] };
  if (caller.suspended?.includes(dataClass) === true) return { reason: 'SUSPENDED', needed: [] };
  const asking = askedOf({ policy, caller, dataClass, given, held: holding(caller, given) });
  const now = ORDER.indexOf(verbHolding(asking));
  const otherwise = (changed: Given): boolean => ORDER.indexOf(verbHolding({ ...asking, given: changed })) > now;
  const { consent } = policy.obligors;
  if (given.obligor === true && otherwise({ ...given, obligor: false }))
    return { reason: 'NO_OWN_AUTHORISATION', needed: [`consent:${consent}`] };
  const needed = missing(asking);
  if (given.child === true && otherwise({ ...given, child: false })) return { reason: 'CHILD_UNDER_14', needed };
  const found = REASONS.find(([word]) => needed.some((way) => way.includes(word)));
  if (found !== undefined) return { reason: found[1], needed };
  return { reason: caller.purpose === null ? 'PURPOSE_NOT_STATED' : 'NOT_GRANTED', needed };
}
