/**
 * Compiles a selection to a function that writes an object's JSON, over the schema as one clearance sees it. It asks the
 * same resolvers and scalars as the execution of an operation does, so the bytes say what the operation would answer; what
 * it saves is the execution: no node is looked at twice, nothing waits, no tree is built to be written, and what is
 * answered as it is stored is copied. Answers, records of the feed, exports and messages are all written by it.
 *
 * It writes only what succeeds. Whatever fails is thrown, and left to the reference implementation to answer.
 */
import {
  type ASTNode,
  BREAK,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { copyObject } from './copy-object.ts';
import { JsonText } from './json-text.ts';
import { SharedSource } from './shared-source.ts';

/** What cannot be written, whatever the values: the selection has to be executed. */
export class Unwritable extends Error {}

/** What is written for one request, and where. */
export interface Writing {
  readonly context: RequestContext;
  readonly out: JsonBytes;
  /** As the operation's definitions read them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that take variables, once they were asked for. */
  readonly given: Map<FieldNode, Readonly<Record<string, unknown>>>;
}

/** Writes the JSON of a value. */
export type Writer = (value: unknown, writing: Writing) => void;

export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** A field as it is selected: under its name in the answer, with the selections that were merged. */
export interface CompiledField {
  /** What stands before the value: `{"name":` or `,"name":`. */
  readonly key: Uint8Array;
  /** Absent: `__typename`. */
  readonly field?: GraphQLField<unknown, unknown>;
  resolve(source: unknown, writing: Writing): unknown;
  readonly write: Writer;
}

const [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, CLOSE_OBJECT] = [0x22, 0x2c, 0x5b, 0x5d, 0x7d];

/** Their text holds nothing that JSON must escape. */
const PLAIN_SCALARS: ReadonlySet<string> = new Set(['Date', 'DateTime', 'Month', 'Money']);

/** An object that a resolver answered, if it is there: one that has yet to come cannot be written. */
function present(value: unknown): object {
  if (typeof value !== 'object' || value instanceof Error) throw new Error('not what was expected here');
  if (typeof (value as { then?: unknown }).then === 'function') throw new Unwritable('a value waits');
  return value as object;
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const NULL = bytesOf(null);

function put(bytes: Uint8Array, out: JsonBytes): void {
  out.copy(bytes, 0, bytes.length);
}

/** Values of an enum are known beforehand. */
function writeEnum(type: GraphQLEnumType): Writer {
  const texts = new Map<unknown, Uint8Array>(type.getValues().map(({ name, value }) => [value, bytesOf(name)]));
  return (value, { out }) => put(texts.get(value) ?? bytesOf(type.serialize(value)), out);
}

function writePlain(type: GraphQLScalarType): Writer {
  return (value, { out }) => {
    const serialized = type.serialize(typeof value === 'object' ? present(value) : value);
    out.byte(QUOTE);
    out.text(String(serialized));
    out.byte(QUOTE);
  };
}

function writeScalar(type: GraphQLScalarType): Writer {
  if (PLAIN_SCALARS.has(type.name)) return writePlain(type);
  return (value, { out }) => {
    const serialized = type.serialize(typeof value === 'object' ? present(value) : value);
    if (serialized instanceof JsonText) {
      put(serialized.bytes, out);
      return;
    }
    const text = JSON.stringify(serialized);
    if (text === undefined || text === 'null') throw new Error(`${type.name} has no text`);
    out.text(text);
  };
}

function writeList(item: Writer): Writer {
  return (values, writing) => {
    const { out } = writing;
    const list = Array.isArray(values) ? values : [...(present(values) as Iterable<unknown>)];
    if (list.length === 0) out.byte(OPEN_LIST);
    for (let place = 0; place < list.length; place += 1) {
      out.byte(place === 0 ? OPEN_LIST : COMMA);
      item(list[place], writing);
    }
    out.byte(CLOSE_LIST);
  };
}

function writeLeaf(type: GraphQLLeafType): Writer {
  return isEnumType(type) ? writeEnum(type) : writeScalar(type);
}

/** Whichever member of a union or interface a value is, as its type says at once. */
function writeMember(type: GraphQLAbstractType, sets: readonly SelectionSetNode[], given: Compiling): Writer {
  const { resolveType } = type;
  if (resolveType == null) throw new Unwritable(`${type.name} does not say what its members are`);
  const writers = new Map(
    given.schema.getPossibleTypes(type).map(({ name }) => [name, writeObject(name, sets, given)] as const),
  );
  const info = infoOf(type.name);
  return (value, writing) => {
    const write = writers.get(resolveType(present(value), writing.context, info, type) as string);
    if (write === undefined) throw new Unwritable(`a member of ${type.name} is found otherwise`);
    write(value, writing);
  };
}

function writeValue(type: GraphQLOutputType, sets: readonly SelectionSetNode[], given: Compiling): Writer {
  if (isNonNullType(type)) {
    const write = writeValue(type.ofType, sets, given);
    return (value, writing) => {
      if (value === null || value === undefined) throw new Error('null where there must be a value');
      write(value, writing);
    };
  }
  const write = isListType(type)
    ? writeList(writeValue(type.ofType, sets, given))
    : isLeafType(type)
      ? writeLeaf(type)
      : isAbstractType(type)
        ? writeMember(type, sets, given)
        : writeObject(type.name, sets, given);
  return (value, writing) => {
    if (value === null || value === undefined) put(NULL, writing.out);
    else write(value, writing);
  };
}

/** As graphql-js collects fields: a fragment counts once, fields of one name are merged. */
function collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[], given: Compiling) {
  const fields = new Map<string, FieldNode[]>();
  const passed = new Set<string>();
  const applies = (name: string | undefined): boolean => {
    const condition = name === undefined ? type : given.schema.getType(name);
    return condition === type || (isAbstractType(condition) && given.schema.isSubType(condition, type));
  };
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        fields.set(name, [...(fields.get(name) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition?.name.value)) walk(node.selectionSet);
      } else if (!passed.has(node.name.value)) {
        passed.add(node.name.value);
        const fragment = given.fragments.get(node.name.value);
        if (fragment !== undefined && applies(fragment.typeCondition.name.value)) walk(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) walk(set);
  return fields;
}

function takesVariables(node: FieldNode): boolean {
  const { selectionSet: _below, ...own } = node;
  return namesVariables(own, new Map());
}

/** Whether a variable stands anywhere in what is selected. */
function namesVariables(node: ASTNode, fragments: Compiling['fragments']): boolean {
  let names = false;
  visit(node, {
    Variable: () => {
      names = true;
      return BREAK;
    },
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment === undefined || !namesVariables(fragment, fragments)) return undefined;
      names = true;
      return BREAK;
    },
  });
  return names;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode) {
  if (!takesVariables(node)) {
    const args = getArgumentValues(field, node);
    return () => args;
  }
  return ({ given, variables }: Writing) => {
    const args = given.get(node) ?? getArgumentValues(field, node, variables);
    given.set(node, args);
    return args;
  };
}

/** A resolver of what is written is told the name of its field; one that asks for more has to be executed. */
function infoOf(fieldName: string): GraphQLResolveInfo {
  const about = { fieldName } as GraphQLResolveInfo;
  return new Proxy(about, {
    get(target, name) {
      if (name === 'fieldName') return target.fieldName;
      throw new Unwritable(`${fieldName} asks for more than its name`);
    },
  });
}

function writeConstant(value: string): Writer {
  const bytes = bytesOf(value);
  return (_value, { out }) => put(bytes, out);
}

interface Selected {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly key: Uint8Array;
}

function compileField(type: GraphQLObjectType, { name, nodes, key }: Selected, given: Compiling): CompiledField {
  const [node] = nodes;
  if (node === undefined) throw new Unwritable(`${name} is not selected`);
  if (node.name.value === '__typename') return { key, resolve: () => type.name, write: writeConstant(type.name) };
  const field = type.getFields()[node.name.value];
  if (field === undefined) throw new Unwritable(`${type.name} has no field ${node.name.value}`);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const write = writeValue(field.type, sets, given);
  const { resolve, name: property } = field;
  if (resolve === undefined)
    return { key, field, resolve: (source) => (source as Record<string, unknown>)[property], write };
  const [args, info] = [argumentsOf(field, node), infoOf(property)];
  return { key, field, resolve: (source, writing) => resolve(source, args(writing), writing.context, info), write };
}

/** The fields of an object in the order in which they are answered. */
export function compileFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  given: Compiling,
): readonly CompiledField[] {
  return [...collect(type, sets, given)].map(([name, nodes], place) => {
    const key = Buffer.from(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    return compileField(type, { name, nodes, key }, given);
  });
}

/** Writes values of the fields, one after the other, and ends their object. */
export function writeFields(
  fields: readonly CompiledField[],
  value: (field: CompiledField, place: number) => unknown,
  writing: Writing,
): void {
  const { out } = writing;
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place] as CompiledField;
    put(field.key, out);
    field.write(value(field, place), writing);
  }
  out.byte(CLOSE_OBJECT);
}

/** What is written of a shared source is kept with it. */
function writeOnce(write: (source: object, writing: Writing) => void) {
  const kept = new WeakMap<SharedSource, Uint8Array>();
  return (source: object, writing: Writing): void => {
    if (!(source instanceof SharedSource)) {
      write(source, writing);
      return;
    }
    const { out } = writing;
    const known = kept.get(source);
    if (known !== undefined) {
      put(known, out);
      return;
    }
    const { length } = out;
    write(source, writing);
    kept.set(source, out.since(length));
  };
}

/** Writes objects of a type. Throws Unwritable for what can only be executed. */
export function writeObject(typeName: string, sets: readonly SelectionSetNode[], given: Compiling): Writer {
  const type = given.schema.getType(typeName);
  if (!isObjectType(type) || type.isTypeOf != null) throw new Unwritable(`${typeName} has to be executed`);
  const fields = compileFields(type, sets, given);
  const copy = copyObject(fields);
  const resolved = (source: object, writing: Writing): void =>
    writeFields(fields, ({ resolve }) => resolve(source, writing), writing);
  const write = sets.some((set) => namesVariables(set, given.fragments)) ? resolved : writeOnce(resolved);
  return (source, writing) => {
    if (copy?.(source, writing.out)) return;
    write(present(source), writing);
  };
}
