/** One random operation, answered by the hub and by the plain reading of the policy; whatever differs is an error. */
import { deepStrictEqual } from 'node:assert';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLError,
  getNamedType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { turnsOnPerson } from '../../../schema/alerts/evidence.ts';
import { dataClassOf } from '../../../schema/data-class-plugin.ts';
import type { GraphDependencies, RequestContext } from '../../../schema/index.ts';
import type { AccessReport } from '../../../schema/permissions/disclosures.ts';
import { JsonText } from '../../../schema/records/json-text.ts';
import { createRequestContext } from '../../../schema/request-context.ts';
import { createClearedExecution, createNettedExecution } from '../../../schema/server/execution.ts';
import { createExecutor } from '../../../schema/server/executor.ts';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import type { AccessPolicy, Clearance, LookupQuota } from '../../../src/modules/access/index.ts';
import type { Disclosure } from '../../../src/modules/audit/index.ts';
import { keepingLog } from '../../api/support/fake-audit.ts';
import { createFakeReader } from '../../api/support/fake-households.ts';
import { graph, masks, schema } from '../../api/support/hub.ts';
import { EVERYTHING, records } from '../../api/support/run.ts';
import { ASSISTED, CHILD, clock, HEAD, OTHER, QUIET, ROLL } from '../../api/support/sample-city.ts';
import { acting, PLAIN_PACK, type PlainCaller, type PlainPolicy, type Why } from '../../support/plain-policy.ts';
import { type PlainCase, type PlainContext, plainSchema, rulingOf } from './plain-answer.ts';
import type { Rendered } from './random-operations.ts';

// Most cases have errors; where they were thrown is not looked at.
Error.stackTraceLimit = 0;

const member = (place: (typeof ASSISTED.members)[number] | undefined, changes: object) =>
  ({ ...place, ...changes }) as (typeof ASSISTED.members)[number];
const [first, second] = ASSISTED.members;

/** The sample city, and a household of people without birth date or telephone, and of some who live apart. */
const POPULATION = new Map([
  [1, ASSISTED],
  [2, ROLL],
  [3, QUIET],
  [
    4,
    {
      ...ASSISTED,
      members: [
        member(first, { person: { ...HEAD, id: 41, birthDate: null, phone: null } }),
        member(second, { person: { ...CHILD, id: 42, phone: null }, notCounted: 'NOT_CO_LIVING' }),
        member(first, { person: { ...OTHER, id: 43 }, notCounted: 'NOT_CO_LIVING' }),
      ],
    },
  ],
]);

/** Who asks, and how the households stand. */
export interface Situation {
  readonly caller: PlainCaller;
  readonly divisions: readonly string[];
  readonly openAlerts: readonly number[];
  readonly openCases: readonly number[];
  readonly emergencies: readonly number[];
  /** Referred to the caller's organisation. */
  readonly referred: readonly number[];
  readonly secondPersons: readonly number[];
  /** Kinds of consent in force, of which households, and of which persons for themselves. */
  readonly consents: readonly string[];
  readonly consenting: readonly number[];
  readonly authorising: readonly number[];
}

const CLASSES = Object.keys(PLAIN_PACK.classes);

/** Nothing is counted: quotas are tested elsewhere. */
const UNCOUNTED: LookupQuota = { lookUp: (_asked, find) => find() };

const reader = createFakeReader(POPULATION);

function worldOf(situation: Situation): GraphDependencies {
  const { openAlerts, emergencies, secondPersons, consents, consenting, authorising } = situation;
  const among = (ids: readonly number[], wanted: readonly number[]) => new Set(ids.filter((id) => wanted.includes(id)));
  const keys = new Set(consents.flatMap((kind) => CLASSES.map((dataClass) => `${kind} ${dataClass}`)));
  const none = new Set<string>();
  const given = { persons: new Map(authorising.map((person) => [person, keys])) };
  return {
    ...graph,
    households: reader,
    householdsWithOpenAlert: async (ids) => among(ids, openAlerts),
    householdsWithOpenCase: async (ids) => among(ids, situation.openCases),
    householdsReferredTo: async () => new Set(situation.referred),
    openings: {
      ...graph.openings,
      openTo: async (_caller, _purpose, ids) => ({
        emergency: among(ids, emergencies),
        secondPerson: among(ids, secondPersons),
      }),
    },
    consents: {
      ...graph.consents,
      inForce: async (ids) =>
        new Map(ids.map((id) => [id, { ...given, household: consenting.includes(id) ? keys : none }])),
    },
  };
}

/** A caller's request, in the circumstances of its situation. */
export function contextOf(situation: Situation, clearance: Clearance): RequestContext {
  const { caller, divisions } = situation;
  return createRequestContext(
    { graph: worldOf(situation), masks, clock, lookups: UNCOUNTED, records },
    {
      caller: { subject: 'random', organisation: 'test', roles: [...caller.roles], divisions },
      purpose: caller.purpose,
      caseId: null,
      caseHousehold: null,
      clearance,
    },
  );
}

/** How a household stands, and someone in it: a household's consent speaks for the grown who count as its members. */
function standingIn(situation: Situation, rows: Clearance['rows']): PlainCase['standing'] {
  const { openAlerts, emergencies, secondPersons, consents, consenting, authorising } = situation;
  // Cases are worked by those who work with alerts of every rule.
  const worksCases = rows.alerts && rows.alertRules === null && situation.divisions.length > 0;
  return (household, whose) => {
    const spokenFor = whose === null || (!whose.child && whose.member.notCounted === null);
    const own = whose !== null && authorising.includes(whose.member.person.id);
    return {
      openAlert: openAlerts.includes(household),
      openCase: worksCases && situation.openCases.includes(household),
      emergency: emergencies.includes(household),
      secondPerson: secondPersons.includes(household),
      consents: own || (spokenFor && consenting.includes(household)) ? consents : [],
    };
  };
}

const disclosed: Disclosure[] = [];
const run = (execution: Parameters<typeof createExecutor>[0]['execution'], asText = false) =>
  createExecutor({ schema, execution, disclosureLog: keepingLog(disclosed), asText });
/** The ways in which the hub executes: interpreted, compiled, written as text, and over the net. */
export const WAYS = {
  cleared: run(createClearedExecution(schema, Number.POSITIVE_INFINITY)),
  compiled: run(createClearedExecution(schema, 1)),
  written: run(createClearedExecution(schema, 1), true),
  netted: run(createNettedExecution(schema)),
} as const;

interface Outcome {
  readonly data: unknown;
  readonly errors: readonly string[];
  readonly access: readonly string[];
  readonly log: object | null;
}

const sorted = (words: Iterable<string>): string[] => [...words].sort();
const needed = (ways: readonly string[] = []): string =>
  sorted(ways.map((way) => sorted(way.split(' + ')).join(' + '))).join(', ');

function codeOf(error: GraphQLError): string {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as GraphQLError).originalError)
    if (cause instanceof WanjiaError) return cause.code;
  return error.message;
}

const errorsOf = ({ errors = [] }: ExecutionResult): string[] =>
  sorted(errors.map((error) => `${error.path?.join('.')}: ${codeOf(error)}`));

function entry(verb: string, coordinate: string, mask: string, why: Partial<Why>, subjects?: Iterable<string>): string {
  return [verb, coordinate, mask, why.reason, needed(why.needed), subjects === undefined ? '' : sorted(subjects)].join(
    ' | ',
  );
}

async function answerOfHub(way: keyof typeof WAYS, asked: Asked): Promise<Outcome> {
  const { situation, clearance, document, operation, variables } = asked;
  const context = contextOf(situation, clearance);
  disclosed.length = 0;
  const result = await WAYS[way]({ document, operation, operationName: 'Random', variables, context });
  const { withheld, masked } = (result.extensions?.access ?? { withheld: [], masked: [] }) as AccessReport;
  const [row] = disclosed;
  const data: unknown = result.data;
  return {
    data: data instanceof JsonText ? JSON.parse(data.text) : data,
    errors: errorsOf(result),
    access: sorted([
      ...withheld.map((one) => entry('withhold', one.coordinate, '', one, one.subjects)),
      ...masked.map((one) => entry('mask', one.coordinate, one.mask, one, one.subjects)),
    ]),
    log:
      row === undefined
        ? null
        : {
            fields: sorted(row.scope.fields),
            masked: sorted(row.scope.masked),
            withheld: sorted(row.scope.withheld),
            decision: row.decision,
            persons: [...row.persons].sort((a, b) => a - b),
            households: [...row.households].sort((a, b) => a - b),
          },
  };
}

/** Coordinates the operation selects, and those of them that stand under nothing that is closed. */
function selected(asked: Asked, plain: PlainCase): { all: Map<string, string>; reached: Set<string> } {
  const { document, operation, variables } = asked;
  const all = new Map<string, string>();
  const reached = new Set<string>();
  const stated = (name: string): unknown => {
    if (variables[name] !== undefined) return variables[name];
    const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return declared?.kind === Kind.BOOLEAN ? declared.value : undefined;
  };
  const taken = (node: SelectionNode): boolean =>
    (node.directives ?? []).every(({ name, arguments: [argument] = [] }) => {
      const value = argument?.value;
      const holds =
        value?.kind === Kind.VARIABLE ? stated(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
      return name.value === 'skip' ? holds !== true : holds === true;
    });
  const fragment = (name: string): FragmentDefinitionNode | undefined =>
    document.definitions.find(
      (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
    );
  const walk = (typeName: string, set: SelectionSetNode | undefined, open: boolean): void => {
    const type = schema.getType(typeName);
    for (const node of set?.selections ?? []) {
      if (!taken(node)) continue;
      if (node.kind === Kind.INLINE_FRAGMENT) walk(node.typeCondition?.name.value ?? typeName, node.selectionSet, open);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const named = fragment(node.name.value);
        walk(named?.typeCondition.name.value ?? '', named?.selectionSet, open);
      } else if (isObjectType(type) && !node.name.value.startsWith('__')) {
        const field = type.getFields()[node.name.value];
        if (field === undefined) throw new Error(`no field ${typeName}.${node.name.value}`);
        const coordinate = `${typeName}.${field.name}`;
        all.set(coordinate, dataClassOf(field));
        const stays = open && rulingOf(plain, coordinate, dataClassOf(field)).kind !== 'withhold';
        if (stays) reached.add(coordinate);
        walk(getNamedType(field.type).name, node.selectionSet, stays);
      } else if (!isUnionType(type) && !node.name.value.startsWith('__')) throw new Error(`fields of ${typeName}`);
    }
  };
  walk(operation.operation === 'query' ? 'Query' : 'Mutation', operation.selectionSet, true);
  return { all, reached };
}

function rowsOf(policy: PlainPolicy, caller: PlainCaller): Clearance['rows'] {
  const roles = acting(policy, caller);
  const ofAlerts = roles.filter(({ rows }) => rows.alerts === 'divisions');
  const everyRule = ofAlerts.some(({ rows }) => rows.alertRules === undefined);
  const own = roles.filter(({ rows }) => rows.feeds === 'own').flatMap(({ agency }) => agency ?? []);
  return {
    households: roles.some(({ rows }) => rows.households === 'divisions'),
    referrals: roles.some(({ rows }) => rows.households === 'referrals'),
    alerts: ofAlerts.length > 0,
    alertRules: everyRule ? null : sorted(new Set(ofAlerts.flatMap(({ rows }) => rows.alertRules ?? []))),
    feeds: roles.some(({ rows }) => rows.feeds === 'all') ? 'all' : own.length === 0 ? 'none' : (own as never),
  };
}

const slow = plainSchema(schema);

async function plainAnswer(asked: Asked): Promise<Outcome> {
  const { situation, plain: policy, document, variables } = asked;
  const { caller } = situation;
  const clearance: Clearance = {
    ...EVERYTHING,
    rows: rowsOf(policy, caller),
    emergencyMinutes: asked.clearance.emergencyMinutes,
    // Where evidence turns on whom it is about, they are looked at, and the log says so.
    factorsOf: () => (turnsOnPerson(asked.clearance) ? ['child'] : []),
  };
  const plain: PlainCase = { policy, caller, masks, standing: standingIn(situation, clearance.rows), notes: new Map() };
  const context: PlainContext = Object.assign(contextOf(situation, clearance), { plain });
  const result = await execute({ schema: slow, document, contextValue: context, variableValues: variables });
  const { all, reached } = selected(asked, plain);
  const isRoot = (coordinate: string): boolean => /^(Query|Mutation)\./.test(coordinate);
  const rulings = [...all].map(([coordinate, dataClass]) => ({
    coordinate,
    dataClass,
    ruling: rulingOf(plain, coordinate, dataClass),
  }));
  const fixed = rulings.flatMap(({ coordinate, dataClass, ruling }) =>
    ruling.kind === 'mask' || ruling.kind === 'withhold' ? [{ ...ruling, coordinate, dataClass }] : [],
  );
  const notes = [...plain.notes.values()];
  const maskOf = (coordinate: string): string => policy.classes[all.get(coordinate) ?? '']?.mask ?? '';
  const access = [
    ...fixed.filter(({ coordinate }) => !isRoot(coordinate)).map((one) => ({ ...one, verb: one.kind, subjects: null })),
    ...notes,
  ].map(({ verb, coordinate, subjects, ...why }) =>
    entry(verb, coordinate, verb === 'mask' ? maskOf(coordinate) : '', why, subjects ?? undefined),
  );
  const personal = sorted(all.keys()).filter((coordinate) => policy.classes[all.get(coordinate) ?? '']?.level !== 'L1');
  const held = (verb: string) => [
    ...fixed.filter(({ kind }) => kind === verb).map(({ coordinate }) => coordinate),
    ...notes.filter((note) => note.verb === verb).map(({ coordinate }) => coordinate),
  ];
  const [masked, withheld] = [sorted(new Set(held('mask'))), sorted(new Set(held('withhold')))];
  const errors = errorsOf(result);
  const refused = errors.some((error) => /: (FORBIDDEN|LOOKUPS_EXHAUSTED)$/.test(error));
  const gravest = withheld.length > 0 ? 'WITHHELD' : masked.length > 0 ? 'MASKED' : 'ALLOWED';
  return {
    data: result.data,
    errors,
    access: sorted(access),
    log:
      personal.length === 0
        ? null
        : {
            fields: personal.filter((coordinate) => reached.has(coordinate)),
            masked,
            withheld,
            decision: refused ? 'REFUSED' : gravest,
            persons: [...context.subjects.persons()].sort((a, b) => a - b),
            households: [...context.subjects.households()].sort((a, b) => a - b),
          },
  };
}

interface Asked {
  readonly situation: Situation;
  readonly plain: PlainPolicy;
  readonly clearance: Clearance;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where two values differ first: the way there and what kind of thing stands there, never the thing itself. */
function difference(hub: unknown, plain: unknown, path = ''): string | null {
  if (typeof hub !== 'object' || typeof plain !== 'object' || hub === null || plain === null) {
    if (Object.is(hub, plain)) return null;
    const kind = (value: unknown): string => (value === null ? 'null' : value === undefined ? 'absent' : typeof value);
    return `${path}: the hub has ${kind(hub)}, the policy says ${kind(plain)}`;
  }
  for (const key of new Set([...Object.keys(hub), ...Object.keys(plain)])) {
    const found = difference(
      (hub as Record<string, unknown>)[key],
      (plain as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (found !== null) return found;
  }
  return null;
}

const unnamed = (text: string): string => text.replaceAll(/\d{6,}/g, '…');

/** Who asks, and the policy they meet. */
export interface Asking {
  readonly situation: Situation;
  readonly compiled: AccessPolicy;
  readonly plain: PlainPolicy;
}

export function clearanceOf({ situation, compiled }: Asking): Clearance {
  const { roles, purpose, contract = false, suspended = [] } = situation.caller;
  return compiled.clear(roles, purpose, { contract, closedClasses: suspended });
}

/** Throws where the hub's answer, what it tells was held back, or its row in the log is not what the policy says. */
export async function compare(way: keyof typeof WAYS, asking: Asking, { text, variables }: Rendered): Promise<void> {
  const { situation, plain: policy } = asking;
  const clearance = clearanceOf(asking);
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation was made');
  const asked = { situation, plain: policy, clearance, document, operation, variables };
  const [hub, plain] = [await answerOfHub(way, asked), await plainAnswer(asked)];
  const told = difference(JSON.parse(JSON.stringify(hub.data ?? null)), JSON.parse(JSON.stringify(plain.data ?? null)));
  const { roles: made, rowBound, children, obligors } = policy;
  const grants = policy === PLAIN_PACK ? 'of the pack' : { made, rowBound, children, obligors };
  const context = (): string => unnamed(JSON.stringify({ way, situation, text, variables, policy: grants }, null, 1));
  if (told !== null) throw new Error(`${told}\n${context()}`);
  for (const part of ['errors', 'access', 'log'] as const)
    try {
      deepStrictEqual(hub[part], plain[part]);
    } catch (error) {
      throw new Error(`${part}: ${unnamed(String((error as Error).message))}\n${context()}`);
    }
}
