/**
 * What an operation should answer, found the slow way: every field asks the plain policy when it is resolved, value by
 * value. The resolvers are the hub's own, run for someone who may see everything; what is shown of their values is decided
 * here.
 */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLFieldConfig,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { dataClassOf } from '../../../schema/data-class-plugin.ts';
import type { HouseholdView } from '../../../schema/household/view.ts';
import type { RequestContext } from '../../../schema/index.ts';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import type { Masks } from '../../../src/modules/access/index.ts';
import type { Member, PersonDocument, ProfileOnDay } from '../../../src/modules/household/index.ts';
import { TODAY } from '../../api/support/sample-city.ts';
import {
  type Given,
  type PlainCaller,
  type PlainPolicy,
  plainReason,
  plainVerb,
  type Verb,
  type Why,
} from '../../support/plain-policy.ts';

/** A field that is decided by the person or household it is of, and the value in it. */
const BY_SUBJECT = new Map([
  ['Person.id', 'subject-key'],
  ['Person.name', 'name'],
  ['Person.residentId', 'resident-id'],
  ['Person.phone', 'phone'],
  ['Person.birthDate', 'birth-date'],
  ['Household.address', 'address'],
  ['Person.civilAffairs', 'civil-affairs'],
  ['Person.healthInsurance', 'health-insurance'],
  ['Person.education', 'education'],
  ['Person.humanResources', 'human-resources'],
  ['Person.disability', 'disability'],
  ['Person.housing', 'housing'],
  ['Person.age', 'age'],
]);

const SPENT = 'Household.outOfPocket12Months';

export interface Note extends Why {
  readonly coordinate: string;
  readonly verb: 'mask' | 'withhold';
  readonly subjects: Set<string> | null;
}

/** One question put to the plain policy. */
export interface PlainCase {
  readonly policy: PlainPolicy;
  readonly caller: PlainCaller;
  readonly masks: Masks;
  /** What holds for a household, or for someone in it. */
  standing(household: number, whose: { readonly member: Member; readonly child: boolean } | null): Given;
  readonly notes: Map<string, Note>;
}

export type PlainContext = RequestContext & { readonly plain: PlainCase };

const FLAGS = ['openAlert', 'openCase', 'emergency', 'secondPerson', 'child', 'obligor'] as const;

/** Every combination of what could hold. */
function everyGiven(policy: PlainPolicy): Given[] {
  let all: Given[] = [{}];
  for (const flag of FLAGS) all = all.flatMap((given) => [given, { ...given, [flag]: true }]);
  for (const kind of Object.keys(policy.consents))
    all = all.flatMap((given) => [given, { ...given, consents: [...(given.consents ?? []), kind] }]);
  return all;
}

const everything = new WeakMap<PlainPolicy, Given[]>();
const settledKept = new WeakMap<PlainPolicy, Map<string, Settled>>();

interface Settled {
  /** Comes out the same for everybody and everything. */
  readonly forAll: boolean;
  /** Comes out the same for everybody who does not live apart; of an agency's section, for everybody who is grown. */
  readonly verb: Verb | null;
}

function settle({ policy, caller }: PlainCase, dataClass: string): Settled {
  const kept = settledKept.get(policy) ?? new Map<string, Settled>();
  settledKept.set(policy, kept);
  const key = JSON.stringify([caller, dataClass]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const [of, ofOthers] = [new Set<Verb>(), new Set<Verb>()];
  const section = policy.classes[dataClass]?.agency !== undefined;
  const givens = everything.get(policy) ?? everyGiven(policy);
  everything.set(policy, givens);
  for (const given of givens) {
    const verb = plainVerb(policy, caller, dataClass, given);
    of.add(verb);
    if (given.obligor !== true && !(section && given.child === true)) ofOthers.add(verb);
  }
  const [first = null] = ofOthers;
  const settled = { forAll: of.size === 1, verb: ofOthers.size === 1 ? first : null };
  kept.set(key, settled);
  return settled;
}

export type PlainRuling = { readonly kind: 'open' | 'by subject' } | ({ readonly kind: 'mask' | 'withhold' } & Why);

/** What holds for a coordinate whomever it is of. */
export function rulingOf(plain: PlainCase, coordinate: string, dataClass: string): PlainRuling {
  const { forAll, verb } = settle(plain, dataClass);
  const bySubject = BY_SUBJECT.get(coordinate) === dataClass;
  if (bySubject && !forAll) return { kind: 'by subject' };
  // Of a chosen day an age tells the day of birth.
  const birth = settle(plain, 'birth-date');
  if (coordinate === 'Person.age' && verb === 'allow' && !(birth.forAll && birth.verb === 'allow'))
    return { kind: 'by subject' };
  if (coordinate === SPENT && !forAll) return { kind: 'by subject' };
  if (verb === null) return { kind: 'withhold', reason: 'NOT_GRANTED', needed: [] };
  if (verb === 'allow') return { kind: 'open' };
  const why = plainReason(plain.policy, plain.caller, dataClass, {});
  return { kind: verb === 'mask' && bySubject ? 'mask' : 'withhold', ...why };
}

const isOpen = (plain: PlainCase, dataClass: string): boolean => settle(plain, dataClass).verb === 'allow';

/** An argument or input field that is given must be open, and so must what is in it. */
function refuseClosed(
  plain: PlainCase,
  element: GraphQLArgument | GraphQLInputField,
  place: string,
  value: unknown,
): void {
  if (!isOpen(plain, dataClassOf(element))) throw new WanjiaError('FORBIDDEN', { what: place });
  const type = getNamedType(element.type);
  if (!isInputObjectType(type)) return;
  for (const item of Array.isArray(value) ? value : [value])
    for (const [name, inner] of Object.entries(item ?? {})) {
      const field = type.getFields()[name];
      if (field !== undefined) refuseClosed(plain, field, `${type.name}.${name}`, inner);
    }
}

/** The sections behind a value. */
function sectionsOf(sources: string): string[] {
  const AGENCY: Readonly<Record<string, string>> = {
    CA: 'civil-affairs',
    HI: 'health-insurance',
    ED: 'education',
    HR: 'human-resources',
    DF: 'disability',
    HO: 'housing',
  };
  const named = [...sources.matchAll(/(CA|HI|ED|HR|DF|HO)\d\d/g)].map(([, agency = '']) => AGENCY[agency] ?? '');
  return named.length === 0 ? Object.values(AGENCY) : named;
}

/** Whether the caller may read all of them. */
const mayRead = (plain: PlainCase, sources: string): boolean =>
  sectionsOf(sources).every((section) => isOpen(plain, section));

interface Fact {
  readonly kind: string;
  readonly name: string;
  readonly feeds: readonly string[];
}
interface Told {
  readonly personId: number | null;
  readonly facts: readonly Fact[];
}
interface Reader {
  readonly household: HouseholdView;
  readonly dated: boolean;
}

/** What is known of one listed person, for the plain policy. */
function givenOf(plain: PlainCase, household: HouseholdView, member: Member): Given {
  const child = isChild(member.person, TODAY, plain.policy.children.under);
  const standing = plain.standing(Number(household.id.slice(1)), { member, child });
  return { ...standing, child, obligor: member.notCounted === 'NOT_CO_LIVING' };
}

/** Whether the sections behind some feeds are open of every one of these persons. */
function openOf(plain: PlainCase, household: HouseholdView, members: readonly Member[], feeds: string): boolean {
  return members.every((member) =>
    sectionsOf(feeds).every(
      (section) => plainVerb(plain.policy, plain.caller, section, givenOf(plain, household, member)) === 'allow',
    ),
  );
}

/** The facts the stand-ins of the rules name. */
function factOpen(plain: PlainCase, { name, feeds }: Fact, dated: boolean): boolean {
  const classes = name === 'annualIncome' ? ['income'] : dated ? ['age', 'birth-date'] : ['age'];
  return mayRead(plain, feeds.join(' ')) && classes.every((dataClass) => isOpen(plain, dataClass));
}

function told({ personId, facts }: Told, { household, dated }: Reader, plain: PlainCase): boolean {
  const listed = household.listed.map(({ member }) => member);
  const ofAll = personId === null || facts.some(({ kind }) => kind !== 'member');
  const whose = listed.filter((member) =>
    ofAll ? member.notCounted !== 'NOT_CO_LIVING' : member.person.id === personId,
  );
  return facts.every((fact) => factOpen(plain, fact, dated) && openOf(plain, household, whose, fact.feeds.join(' ')));
}

type ByValue = (value: unknown, parent: never, plain: PlainCase, context: RequestContext) => unknown;

const ofStep: ByValue = (value, parent: Told & { reader: Reader }, plain) =>
  told(parent, parent.reader, plain) ? value : null;

async function householdSeen(id: number, { views }: RequestContext): Promise<HouseholdView | undefined> {
  return (await Promise.all(views.values())).find((household) => household.id === `H${id}`);
}

interface Hit {
  readonly members: readonly bigint[];
  readonly alert: { readonly householdId: bigint };
}
interface Evidence {
  readonly source: string | null;
}

/** Evidence is open where its sources are, of everybody the hit is about; of nobody one can ask of, as of a child. */
const evidence: ByValue = async (value, { members, alert }: Hit, plain, context) => {
  const household = await householdSeen(Number(alert.householdId), context);
  const named = (household?.listed ?? []).filter(({ person }) => members.includes(BigInt(person.person.id)));
  const whose = (members.length > 0 ? named : (household?.members ?? [])).map(({ member }) => member);
  return (value as Evidence[]).map((item) => {
    const open =
      mayRead(plain, item.source ?? '') &&
      (household === undefined
        ? sectionsOf(item.source ?? '').every(
            (section) => plainVerb(plain.policy, plain.caller, section, { child: true }) === 'allow',
          )
        : openOf(plain, household, whose, item.source ?? ''));
    return open ? item : { ...item, value: null, status: 'WITHHELD', asOf: null };
  });
};

interface Explained {
  readonly explanation: { readonly trace: Told };
  readonly reader: Reader;
}
interface Sampled {
  readonly profile: ProfileOnDay;
  readonly explanation: { readonly trace: Told };
}
interface ClueSeen {
  readonly clue: { readonly personId: bigint | null };
  readonly household: HouseholdView;
}

/** Fields whose value rests on more than the field's own class says. */
const BY_VALUE: Readonly<Record<string, ByValue>> = {
  'AlertHit.evidence': evidence,
  'TraceStep.result': ofStep,
  'TraceStep.left': ofStep,
  'TraceStep.right': ofStep,
  'RuleExplanation.result': (value, { explanation, reader }: Explained, plain) =>
    told(explanation.trace, reader, plain) ? value : null,
  'RuleExplanation.nearest': (value, { reader }: Explained, plain) =>
    value !== null && told(value as Told, reader, plain) ? value : null,
  'RuleExplanation.missing': (value, { explanation, reader }: Explained, plain) =>
    told(explanation.trace, reader, plain) ? value : [],
  'RuleTrialHousehold.reason': async (value, { profile, explanation }: Sampled, plain, { views }) => {
    const household = await views.get(profile);
    if (household === undefined) throw new Error('the sampled household was not seen');
    return told(explanation.trace, { household, dated: profile.day !== TODAY }, plain) ? value : '…';
  },
  'Clue.conflicts': (value, { clue, household }: ClueSeen, plain) => {
    const about = household.listed.filter(
      ({ person }) => clue.personId === null || BigInt(person.person.id) === clue.personId,
    );
    const members = about.map(({ member }) => member);
    const FEEDS: Readonly<Record<string, string>> = {
      'civil-affairs': 'CA01',
      'health-insurance': 'HI01',
      education: 'ED01',
      'human-resources': 'HR01',
      'disability-federation': 'DF01',
      housing: 'HO01',
    };
    return (value as { agency: string }[]).filter(({ agency }) => {
      const feed = FEEDS[agency] ?? '';
      return mayRead(plain, feed) && openOf(plain, household, members, feed);
    });
  },
  'Query.tryRule': (value, _parent, plain, { clearance }) => {
    const { facts, day } = value as { facts: readonly Fact[]; day: string };
    const closed = facts.find(
      (fact) =>
        !factOpen(plain, fact, day !== TODAY) ||
        !sectionsOf(fact.feeds.join(' ')).every(
          (section) => plainVerb(plain.policy, plain.caller, section, { child: true }) === 'allow',
        ),
    );
    if (closed !== undefined || clearance.rows.alertRules !== null)
      throw new WanjiaError('FORBIDDEN', { what: closed?.name ?? 'tryRule' });
    return value;
  },
};

/** The household, and the person in it, that a value is of. */
async function subjectOf(
  parent: unknown,
  { views }: RequestContext,
): Promise<{ household: number; member: Member | null }> {
  for (const seen of views.values()) {
    const household = await seen;
    const id = Number(household.id.slice(1));
    if (household === parent) return { household: id, member: null };
    const listed = household.listed.find(({ person }) => person === parent);
    if (listed !== undefined) return { household: id, member: listed.member };
  }
  throw new Error('a value of nobody was shown');
}

function isChild({ birthDate }: PersonDocument, day: string, under: number): boolean {
  if (birthDate === null) return true;
  const birthday = `${Number(birthDate.slice(0, 4)) + under}${birthDate.slice(4)}`;
  return day < birthday;
}

async function bySubject(value: unknown, coordinate: string, parent: unknown, context: PlainContext): Promise<unknown> {
  const { plain } = context;
  const { policy, caller, masks, notes } = plain;
  const dataClass = BY_SUBJECT.get(coordinate) ?? '';
  const { household, member } = await subjectOf(parent, context);
  const { day } = parent as { day: string };
  const child = member !== null && isChild(member.person, TODAY, policy.children.under);
  const given: Given = {
    ...plain.standing(household, member && { member, child }),
    child,
    obligor: member?.notCounted === 'NOT_CO_LIVING',
  };
  const alone = plainVerb(policy, caller, dataClass, given);
  const told = coordinate === 'Person.age' && alone === 'allow' && day !== TODAY ? 'birth-date' : dataClass;
  const verb = told === dataClass ? alone : plainVerb(policy, caller, told, given);
  if (verb === 'allow' || value === null) return value;
  const why = plainReason(policy, caller, told, given);
  const mask = policy.classes[dataClass]?.mask as keyof Masks | undefined;
  if (told !== dataClass || !settle(plain, dataClass).forAll) {
    const key = [coordinate, verb, why.reason, ...why.needed].join(' ');
    const note = notes.get(key) ?? { ...why, coordinate, verb, subjects: new Set<string>() };
    notes.set(key, note);
    const named = member === null ? `H${household}` : nameOf(plain, member.person.id, given);
    if (named !== null) note.subjects?.add(named);
  }
  return verb === 'mask' && mask !== undefined ? masks[mask](String(value)) : null;
}

/** What a household spent on treatment is the sum over its members: of one it is closed of, of none. */
function spent(value: unknown, household: HouseholdView, plain: PlainCase): unknown {
  const { policy, caller, notes } = plain;
  let closed = false;
  for (const { member } of household.members) {
    const given = givenOf(plain, household, member);
    if (plainVerb(policy, caller, 'health-insurance', given) === 'allow') continue;
    closed = true;
    const why = plainReason(policy, caller, 'health-insurance', given);
    const key = [SPENT, why.reason, ...why.needed].join(' ');
    const note = notes.get(key) ?? {
      ...why,
      coordinate: SPENT,
      verb: 'withhold' as const,
      subjects: new Set<string>(),
    };
    notes.set(key, note);
    const named = nameOf(plain, member.person.id, given);
    if (named !== null) note.subjects?.add(named);
  }
  return closed ? { value: null, status: 'WITHHELD', sources: [], asOf: null } : value;
}

/** A person by the id that this caller sees. */
function nameOf({ policy, caller, masks }: PlainCase, id: number, given: Given): string | null {
  const verb = plainVerb(policy, caller, 'subject-key', given);
  if (verb === 'withhold') return null;
  return verb === 'allow' ? `P${id}` : masks.pseudonym(`P${id}`);
}

type FieldConfig = GraphQLFieldConfig<unknown, PlainContext>;

function plainResolver(schema: GraphQLSchema, coordinate: string, config: FieldConfig): FieldConfig {
  const inner = config.resolve ?? defaultFieldResolver;
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const isRoot = ['Query', 'Mutation'].includes(typeName);
  const money = getNamedType(config.type).name === 'MoneyFact';
  const type = schema.getType(typeName);
  const args = isObjectType(type) ? (type.getFields()[fieldName]?.args ?? []) : [];
  return {
    ...config,
    resolve: async (parent, given, context, info) => {
      const { plain } = context;
      const ruling = rulingOf(plain, coordinate, dataClassOf(config));
      if (ruling.kind === 'withhold') {
        if (isRoot) throw new WanjiaError('FORBIDDEN', { what: coordinate });
        return money ? { value: null, status: 'WITHHELD', sources: [], asOf: null } : null;
      }
      for (const arg of args)
        if (given[arg.name] !== undefined && given[arg.name] !== arg.defaultValue)
          refuseClosed(plain, arg, `${coordinate}(${arg.name}:)`, given[arg.name]);
      const value: unknown = await inner(parent, given, context, info);
      if (coordinate === SPENT && ruling.kind === 'by subject') return spent(value, parent as HouseholdView, plain);
      if (BY_SUBJECT.has(coordinate)) return bySubject(value, coordinate, parent, context);
      const change = BY_VALUE[coordinate];
      return change === undefined ? value : change(value, parent as never, plain, context);
    },
  };
}

/** The schema in which every field asks. */
export function plainSchema(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig, fieldName, typeName) =>
      plainResolver(schema, `${typeName}.${fieldName}`, config),
  });
}
