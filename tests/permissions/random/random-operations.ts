/** Random operations over the schema: fragments, aliases, variables with and without defaults, @skip and @include. */
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { SAMPLES } from '../../api/support/paths.ts';
import { HEAD, OTHER } from '../../api/support/sample-city.ts';

type How = 'literal' | 'variable' | 'default' | 'overridden';

interface Given {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly how: How;
  readonly value: unknown;
}

interface Condition {
  readonly directive: 'skip' | 'include';
  readonly how: How;
  readonly holds: boolean;
}

export type Selection = { readonly condition: Condition | null; readonly sub: readonly Selection[] } & (
  | {
      readonly kind: 'field';
      readonly of: string;
      readonly name: string;
      readonly alias: boolean;
      readonly given: readonly Given[];
    }
  | { readonly kind: 'inline' | 'named' | 'twice'; readonly on: string | null }
);

export interface RandomOperation {
  readonly kind: 'query' | 'mutation';
  readonly set: readonly Selection[];
}

const HOWS = fc.constantFrom<How>('literal', 'variable', 'default', 'overridden');
/** Records in the feed are JSON: `records.test.ts` holds them to what the graph answers to the same random callers. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Query.changes']);

/** Mostly left out. */
function rarely<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const CONDITION = rarely(
  9,
  fc.record({ directive: fc.constantFrom('skip' as const, 'include' as const), how: HOWS, holds: fc.boolean() }),
);

const WORDS: Words = {
  ID: ['H1', 'H2', 'H3', 'H4', 'H9', 'P1', 'P2', 'P4', 'A1', 'A2', 'R1', 'Q1', 'C1', 'S1', 'R01', 'R04', 'R08', 'x'],
  String: ['310105001', '310105009', '310105001001', 'civil-affairs', 'education', 'adviser', 'Person', 'DB', 'x'],
  Int: [0, 1, 2, 5, 30],
  Float: [0.5],
  Boolean: [true, false],
  Date: ['2026-10-31', '2026-10-15', '2026-09-01', '2027-01-01'],
  DateTime: ['2026-10-31T08:00:00'],
  Month: ['2026-10'],
  Money: ['12.50'],
  ResidentId: [HEAD.residentId, OTHER.residentId],
  JSON: ['x'],
  Sha256: ['a'.repeat(64)],
  OperationManifest: [{}],
};

export type Words = Readonly<Record<string, readonly unknown[]>>;

function randomValue(type: GraphQLInputType, given: Words): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return randomValue(type.ofType, given);
  if (isListType(type)) return fc.array(randomValue(type.ofType, given), { maxLength: 2 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const requiredKeys = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, given)])), {
      requiredKeys,
    });
  }
  const words = given[type.name] ?? WORDS[type.name];
  if (words === undefined) throw new Error(`no values are known for ${type.name}`);
  return fc.constantFrom(...words);
}

/** Required arguments have a sample beside random values, so that something is found. */
function givenFor(coordinate: string, arg: GraphQLArgument, words: Words): fc.Arbitrary<Given | null> {
  const value = fc.record({
    name: fc.constant(arg.name),
    type: fc.constant(arg.type),
    how: HOWS,
    value: isNonNullType(arg.type)
      ? randomValue(arg.type, words)
      : fc.oneof({ weight: 8, arbitrary: randomValue(arg.type, words) }, fc.constant(null)),
  });
  if (!isNonNullType(arg.type)) return rarely(3, value);
  return SAMPLES[`${coordinate}.${arg.name}`] === undefined ? value : rarely(1, value);
}

/** A field on the way to what is reached, with its arguments. */
export interface Step {
  readonly of: string;
  readonly name: string;
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Arbitraries of selections by type and depth left, made when first needed. */
export class OperationKit {
  readonly #schema: GraphQLSchema;
  readonly #made = new Map<string, fc.Arbitrary<readonly Selection[]>>();

  readonly #words: Words;

  /** `words` are values to give instead, by type. */
  constructor(schema: GraphQLSchema, words: Words = {}) {
    this.#schema = schema;
    this.#words = words;
  }

  /** Of one kind, or mostly queries. */
  operation(kind?: RandomOperation['kind']): fc.Arbitrary<RandomOperation> {
    if (kind === undefined)
      return fc.oneof(
        { weight: 6, arbitrary: this.operation('query') },
        { weight: 1, arbitrary: this.operation('mutation') },
      );
    const root = kind === 'query' ? this.#schema.getQueryType() : this.#schema.getMutationType();
    return fc.record({ kind: fc.constant(kind), set: this.#set(root?.name ?? '', 7, 2) });
  }

  /** Queries that reach a field of a type by a way of fields, each of the type that the one before leads to. */
  reaching(
    way: readonly Step[],
    target: { readonly type: string; readonly field: string },
  ): fc.Arbitrary<RandomOperation> {
    const type = this.#schema.getType(target.type);
    if (!isObjectType(type)) throw new Error(`no type ${target.type}`);
    const reached = fc
      .tuple(this.#field(type, target.field, 4), this.#set(target.type, 3, 3))
      .map(([first, others]): readonly Selection[] => [first, ...others]);
    return reached.map((set) => ({
      kind: 'query' as const,
      set: way.reduceRight<readonly Selection[]>(
        (sub, { of, name, given }) => [
          { kind: 'field', of, name, alias: false, condition: null, given: this.#values(of, name, given), sub },
        ],
        set,
      ),
    }));
  }

  #values(of: string, name: string, given: Readonly<Record<string, unknown>> = {}): readonly Given[] {
    const type = this.#schema.getType(of);
    const args = isObjectType(type) ? (type.getFields()[name]?.args ?? []) : [];
    return args
      .filter((arg) => arg.name in given)
      .map((arg) => ({ name: arg.name, type: arg.type, how: 'variable', value: given[arg.name] }));
  }

  #set(typeName: string, depth: number, most = 3): fc.Arbitrary<readonly Selection[]> {
    const key = `${typeName} ${depth} ${most}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = fc.array(this.#selection(typeName, depth), { minLength: 1, maxLength: most });
    this.#made.set(key, made);
    return made;
  }

  #selection(typeName: string, depth: number): fc.Arbitrary<Selection> {
    const type = this.#schema.getType(typeName);
    const members = isUnionType(type) ? type.getTypes() : [];
    if (members.length > 0) return fc.oneof(...members.map(({ name }) => this.#fragment(name, depth)));
    if (!isObjectType(type)) throw new Error(`${typeName} has no fields`);
    const fields = Object.values(type.getFields())
      .filter(
        ({ name, type: of }) => !LEFT_OUT.has(`${typeName}.${name}`) && (depth > 0 || isLeafType(getNamedType(of))),
      )
      .map((field) => ({
        weight: this.#weight(getNamedType(field.type).name),
        arbitrary: this.#field(type, field.name, depth),
      }));
    const typename = { weight: 1, arbitrary: fc.constant(TYPENAME) };
    return fields.length === 0 || depth === 0
      ? fc.oneof(typename, ...fields)
      : fc.oneof(typename, ...fields, {
          weight: Math.ceil(fields.length / 3),
          arbitrary: this.#fragment(typeName, depth),
        });
  }

  /** Ways to persons are taken more often: there decisions are made by person. */
  #weight(typeName: string): number {
    if (this.#leadsTo(typeName, 'Person', new Set())) return 6;
    return isLeafType(this.#schema.getType(typeName)) ? 2 : 3;
  }

  #leadsTo(typeName: string, wanted: string, passed: Set<string>): boolean {
    if (typeName === wanted) return true;
    const type = this.#schema.getType(typeName);
    if (passed.has(typeName) || !isObjectType(type)) return false;
    passed.add(typeName);
    return Object.values(type.getFields()).some((field) =>
      this.#leadsTo(getNamedType(field.type).name, wanted, passed),
    );
  }

  #fragment(typeName: string, depth: number): fc.Arbitrary<Selection> {
    const sub = fc.constant(null).chain(() => this.#set(typeName, depth - 1, 2));
    const kind = fc.constantFrom('inline' as const, 'named' as const, 'twice' as const);
    return fc.record({ kind, on: fc.constant(typeName), condition: CONDITION, sub });
  }

  #field(type: GraphQLObjectType, name: string, depth: number): fc.Arbitrary<Selection> {
    const field = type.getFields()[name];
    if (field === undefined) throw new Error(`no field ${name}`);
    const inner = getNamedType(field.type);
    const given = fc
      .tuple(...field.args.map((arg) => givenFor(`${type.name}.${name}`, arg, this.#words)))
      .map((list) => list.filter((one) => one !== null));
    return fc.record({
      kind: fc.constant('field' as const),
      of: fc.constant(type.name),
      name: fc.constant(name),
      alias: fc.boolean(),
      condition: CONDITION,
      given,
      sub: isLeafType(inner) ? fc.constant([]) : fc.constant(null).chain(() => this.#set(inner.name, depth - 1)),
    });
  }
}

const TYPENAME: Selection = {
  kind: 'field',
  of: '',
  name: '__typename',
  alias: false,
  condition: null,
  given: [],
  sub: [],
};

/** A value as the text of an operation has it. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNonNullType(type)) return literal(type.ofType, value);
  if (isListType(type) && Array.isArray(value)) return `[${value.map((one) => literal(type.ofType, one)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(([name, one]) => {
    const field = type.getFields()[name];
    return field === undefined ? '' : `${name}: ${literal(field.type, one)}`;
  });
  return `{ ${fields.join(', ')} }`;
}

export interface Rendered {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Writes an operation down. */
class Writer {
  readonly #schema: GraphQLSchema;
  readonly #fragments: string[] = [];
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #inUnions: ReadonlySet<string>;
  #named = 0;

  constructor(schema: GraphQLSchema, inUnions: ReadonlySet<string>) {
    this.#schema = schema;
    this.#inUnions = inUnions;
  }

  write({ kind, set }: RandomOperation): Rendered {
    const body = this.#set(set);
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    return { text: [`${kind} Random${declared} ${body}`, ...this.#fragments].join('\n'), variables: this.#variables };
  }

  #name(prefix: string): string {
    this.#named += 1;
    return `${prefix}${this.#named}`;
  }

  /** A value in the text, or by a variable: given, by default, or over another default. */
  #value(type: GraphQLInputType, how: How, value: unknown): string {
    if (how === 'literal') return literal(type, value);
    const name = this.#name('v');
    // A variable that may be null does not fit where a value is required.
    const fallback = how === 'default' ? literal(type, value) : how === 'overridden' ? this.#other(type, value) : null;
    this.#declared.push(`$${name}: ${String(type)}${fallback === null ? '' : ` = ${fallback}`}`);
    if (how !== 'default') this.#variables[name] = value;
    return `$${name}`;
  }

  #other(type: GraphQLInputType, value: unknown): string {
    return typeof value === 'boolean' ? String(!value) : literal(type, value);
  }

  #condition(condition: Condition | null): string {
    if (condition === null) return '';
    const type = this.#schema.getType('Boolean') as GraphQLInputType;
    const { directive, how, holds } = condition;
    const value = this.#value(type, how, holds);
    if (value.startsWith('$')) {
      const last = this.#declared.length - 1;
      this.#declared[last] = (this.#declared[last] ?? '').replace(/: Boolean/, ': Boolean!');
    }
    return ` @${directive}(if: ${value})`;
  }

  #set(selections: readonly Selection[]): string {
    return `{ ${selections.map((one) => this.#selection(one)).join(' ')} }`;
  }

  #selection(one: Selection): string {
    if (one.kind === 'field') return this.#field(one);
    const condition = this.#condition(one.condition);
    const on = one.on === null ? '' : ` on ${one.on}`;
    if (one.kind === 'inline') return `...${on}${condition} ${this.#set(one.sub)}`;
    const name = this.#name('F');
    this.#fragments.push(`fragment ${name}${on} ${this.#set(one.sub)}`);
    return one.kind === 'named' ? `...${name}${condition}` : `...${name}${condition} ...${name}`;
  }

  /** Without an alias of its own a field has the same arguments wherever it stands, so that it merges. */
  #field(field: Extract<Selection, { kind: 'field' }>): string {
    const { of, name, alias, given, sub } = field;
    const condition = this.#condition(field.condition);
    const inner = sub.length === 0 ? '' : ` ${this.#set(sub)}`;
    if (of === '') return name;
    const own = alias || given.length > 0 ? `${this.#name('f')}: ` : this.#inUnions.has(of) ? `${of}_${name}: ` : '';
    const type = this.#schema.getType(of);
    const required = isObjectType(type) ? (type.getFields()[name]?.args ?? []) : [];
    const samples = required
      .filter((arg) => isNonNullType(arg.type) && !given.some((one) => one.name === arg.name))
      .map((arg) => `${arg.name}: ${SAMPLES[`${of}.${name}.${arg.name}`] ?? '"x"'}`);
    const values = given.map((one) => `${one.name}: ${this.#value(one.type, one.how, one.value)}`);
    const args = [...samples, ...values].length === 0 ? '' : `(${[...samples, ...values].join(', ')})`;
    return `${own}${name}${args}${condition}${inner}`;
  }
}

/** Writes operations over a schema. */
export function renderer(schema: GraphQLSchema): (operation: RandomOperation) => Rendered {
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
  const inUnions = new Set(unions.flatMap((union) => union.getTypes().map(({ name }) => name)));
  return (operation) => new Writer(schema, inUnions).write(operation);
}
