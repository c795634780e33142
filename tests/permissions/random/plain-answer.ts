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
import type { RequestContext } from '../../../schema/index.ts';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import type { Masks } from '../../../src/modules/access/index.ts';
import type { Member, PersonDocument } from '../../../src/modules/household/index.ts';
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
]);

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
  /** Comes out the same for everybody who does not live apart. */
  readonly verb: Verb | null;
}

function settle({ policy, caller }: PlainCase, dataClass: string): Settled {
  const kept = settledKept.get(policy) ?? new Map<string, Settled>();
  settledKept.set(policy, kept);
  const key = JSON.stringify([caller, dataClass]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const [of, ofOthers] = [new Set<Verb>(), new Set<Verb>()];
  const givens = everything.get(policy) ?? everyGiven(policy);
  everything.set(policy, givens);
  for (const given of givens) {
    const verb = plainVerb(policy, caller, dataClass, given);
    of.add(verb);
    if (given.obligor !== true) ofOthers.add(verb);
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

/** The feeds behind a value, and whether the caller may read all of them. */
function mayRead(plain: PlainCase, sources: string): boolean {
  const AGENCY: Readonly<Record<string, string>> = {
    CA: 'civil-affairs',
    HI: 'health-insurance',
    ED: 'education',
    HR: 'human-resources',
    DF: 'disability',
  };
  const named = [...sources.matchAll(/(CA|HI|ED|HR|DF)\d\d/g)].map(([, agency = '']) => AGENCY[agency] ?? '');
  const sections = named.length === 0 ? Object.values(AGENCY) : named;
  return sections.every((section) => isOpen(plain, section));
}

interface Told {
  readonly sources: readonly string[];
}
const told = ({ sources }: Told, plain: PlainCase): boolean =>
  sources.length === 0 || mayRead(plain, sources.join(' '));

type ByValue = (value: unknown, parent: never, plain: PlainCase, context: RequestContext) => unknown;

const evidence =
  (closed: unknown): ByValue =>
  (value, parent: { source: string | null }, plain) =>
    mayRead(plain, parent.source ?? '') ? value : closed;
const ofStep: ByValue = (value, parent: Told, plain) => (told(parent, plain) ? value : null);

/** Fields whose value rests on more than the field's own class says. */
const BY_VALUE: Readonly<Record<string, ByValue>> = {
  'AlertEvidence.value': evidence(null),
  'AlertEvidence.status': evidence('WITHHELD'),
  'AlertEvidence.asOf': evidence(null),
  'TraceStep.result': ofStep,
  'TraceStep.left': ofStep,
  'TraceStep.right': ofStep,
  'RuleExplanation.result': (value, parent: { explanation: { trace: Told } }, plain) =>
    told(parent.explanation.trace, plain) ? value : null,
  'RuleExplanation.nearest': (value, _parent, plain) => (value !== null && told(value as Told, plain) ? value : null),
  'RuleExplanation.missing': (value, _parent, plain) => (value as Told[]).filter((fact) => told(fact, plain)),
  'RuleTrialHousehold.reason': (value, parent: { explanation: { trace: Told } }, plain) =>
    told(parent.explanation.trace, plain) ? value : '…',
  'Clue.conflicts': (value, _parent, plain) =>
    (value as { agency: string }[]).filter(({ agency }) => isOpen(plain, agency.replace('-federation', ''))),
  'Query.tryRule': (value, _parent, plain, { clearance }) => {
    const closed = (value as Told).sources.find((source) => !mayRead(plain, source));
    if (closed !== undefined || clearance.rows.alertRules !== null)
      throw new WanjiaError('FORBIDDEN', { what: closed ?? 'tryRule' });
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
  const child = member !== null && isChild(member.person, day, policy.children.under);
  const given: Given = {
    ...plain.standing(household, member && { member, child }),
    child,
    obligor: member?.notCounted === 'NOT_CO_LIVING',
  };
  const verb = plainVerb(policy, caller, dataClass, given);
  if (verb === 'allow' || value === null) return value;
  const why = plainReason(policy, caller, dataClass, given);
  const mask = policy.classes[dataClass]?.mask as keyof Masks | undefined;
  if (!settle(plain, dataClass).forAll) {
    const key = [coordinate, verb, why.reason, ...why.needed].join(' ');
    const note = notes.get(key) ?? { ...why, coordinate, verb, subjects: new Set<string>() };
    notes.set(key, note);
    const named = member === null ? `H${household}` : nameOf(plain, member.person.id, given);
    if (named !== null) note.subjects?.add(named);
  }
  return verb === 'mask' && mask !== undefined ? masks[mask](String(value)) : null;
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
