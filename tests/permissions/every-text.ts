/** For every text that a mutation takes, however deep in its input, an operation that puts one value there. */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';
import { storedText } from '../../schema/stored-text-plugin.ts';
import { SAMPLES } from '../api/support/paths.ts';

export interface TextPut {
  readonly mutation: string;
  /** Such as `input.goal`. */
  readonly place: string;
  /** Columns it is sealed in; null: it is kept readable. */
  readonly sealed: readonly string[] | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  readonly sealed: readonly string[] | null;
}

/** Keys of idempotency are kept as digests, whoever takes them. */
const KEY = 'idempotencyKey';

function placesIn(element: GraphQLArgument | GraphQLInputField, before: readonly string[] = []): Place[] {
  const named = getNamedType(element.type);
  const path = [...before, element.name];
  if (isInputObjectType(named)) return Object.values(named.getFields()).flatMap((field) => placesIn(field, path));
  if (named.name !== 'String') return [];
  return [{ path, type: element.type, sealed: storedText(element).sealedIn ?? null }];
}

function isList(type: GraphQLInputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** What is required of an input beside the place itself. */
function completed(type: GraphQLInputType, value: unknown): unknown {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return value;
  const [first = value] = Array.isArray(value) ? value : [];
  const given = (typeof first === 'object' && first !== null && !Array.isArray(first) ? first : {}) as Record<
    string,
    unknown
  >;
  const missing = Object.values(named.getFields()).filter(
    (field) => isNonNullType(field.type) && !(field.name in given),
  );
  const whole = {
    ...Object.fromEntries(missing.map((field) => [field.name, isList(field.type) ? [] : 'x'])),
    ...given,
  };
  return isList(type) ? [whole] : whole;
}

/** The value with `put` at the path, all else as it was. */
function putAt(type: GraphQLInputType, value: unknown, path: readonly string[], put: string): unknown {
  const [next, ...rest] = path;
  const named = getNamedType(type);
  if (next === undefined || !isInputObjectType(named)) return isList(type) ? [put] : put;
  const whole = completed(type, value);
  const inside = (Array.isArray(whole) ? whole[0] : whole) as Record<string, unknown>;
  const field = named.getFields()[next];
  if (field === undefined) throw new Error(`no field ${next}`);
  const changed = { ...inside, [next]: putAt(field.type, inside[next], rest, put) };
  return isList(type) ? [changed] : changed;
}

/** `ids` take the place of sample ids, by their first letter. */
export function everyText(schema: GraphQLSchema, put: string, ids: Readonly<Record<string, string>>): TextPut[] {
  const real = (text: string): string =>
    text.replace(/"([A-Z])1"/g, (whole, kind: string) => (ids[kind] === undefined ? whole : `"${ids[kind]}"`));
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const sampleOf = (name: string): unknown =>
      valueFromASTUntyped(parseValue(real(SAMPLES[`Mutation.${field.name}.${name}`] ?? '"x"')));
    const required = field.args.filter(({ type }) => isNonNullType(type));
    return field.args.flatMap((arg) =>
      placesIn(arg).map(({ path, sealed }): TextPut => {
        const [, ...rest] = path;
        const place = path.join('.');
        const given: Record<string, unknown> = {
          ...Object.fromEntries(required.map(({ name }) => [name, sampleOf(name)])),
          [arg.name]: putAt(arg.type, sampleOf(arg.name), rest, put),
        };
        if (KEY in given) given[KEY] = `${place} ${field.name}`;
        const args = field.args.filter(({ name }) => name in given);
        const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
        const called = args.map(({ name }) => `${name}: $${name}`).join(', ');
        // A mutation whose answer has no place for a refusal refuses by an error.
        const refusal = isUnionType(getNamedType(field.type)) ? '... on Refused { code message }' : '';
        const query = `mutation Put(${declared}) { ${field.name}(${called}) { __typename ${refusal} } }`;
        return { mutation: field.name, place, sealed, query, variables: given };
      }),
    );
  });
}
