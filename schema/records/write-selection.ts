/**
 * Compiles a selection to a function that writes an object's JSON, over the schema as one clearance sees it. It asks the
 * same resolvers and scalars as the execution of an operation does, so the bytes say what the operation would answer; what
 * it saves is the execution: no node is looked at twice, nothing waits, no tree is built to be written, and what is
 * answered as it is stored is copied. Answers, records of the feed, exports and messages are all written by it.
 *
 * It writes only what succeeds. Whatever fails is thrown, and left to the reference implementation to answer.
 */
import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { copyObject } from './copy-object.ts';
import { argumentsOf, collectFields, namesVariables } from './selected-fields.ts';
import { SharedSource } from './shared-source.ts';
import { writeLeaf } from './write-leaf.ts';
import { bytesOf, type Compiling, NULL, present, put, Unwritable, type Writer, type Writing } from './writing.ts';

/** A field as it is selected: under its name in the answer, with the selections that were merged. */
export interface CompiledField {
  /** What stands before the value: `{"name":` or `,"name":`. */
  readonly key: Uint8Array;
  /** Absent: `__typename`. */
  readonly field?: GraphQLField<unknown, unknown>;
  resolve(source: unknown, writing: Writing): unknown;
  readonly write: Writer;
}

const [COMMA, OPEN_LIST, CLOSE_LIST] = [0x2c, 0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];

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

function writeNamed(type: GraphQLOutputType, sets: readonly SelectionSetNode[], given: Compiling): Writer {
  if (isListType(type)) return writeList(writeValue(type.ofType, sets, given));
  if (isLeafType(type)) return writeLeaf(type);
  if (isAbstractType(type)) return writeMember(type, sets, given);
  return writeObject(getNamedType(type).name, sets, given);
}

function writeValue(type: GraphQLOutputType, sets: readonly SelectionSetNode[], given: Compiling): Writer {
  const nullable = getNullableType(type);
  const needed = nullable !== type;
  const write = writeNamed(nullable, sets, given);
  return (value, writing) => {
    if (value !== null && value !== undefined) write(value, writing);
    else if (needed) throw new Error('null where there must be a value');
    else put(NULL, writing.out);
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
  if (typeof args === 'function')
    return { key, field, resolve: (source, writing) => resolve(source, args(writing), writing.context, info), write };
  return { key, field, resolve: (source, writing) => resolve(source, args, writing.context, info), write };
}

/** The fields of an object in the order in which they are answered. */
export function compileFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  given: Compiling,
): readonly CompiledField[] {
  return [...collectFields(type, sets, given)].map(([name, nodes], place) => {
    const key = Buffer.from(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    return compileField(type, { name, nodes, key }, given);
  });
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
  const resolved = (source: object, writing: Writing): void => {
    // Of a member of a union nothing may be selected.
    if (fields.length === 0) writing.out.byte(OPEN_OBJECT);
    for (const { key, resolve, write } of fields) {
      put(key, writing.out);
      write(resolve(source, writing), writing);
    }
    writing.out.byte(CLOSE_OBJECT);
  };
  const write = sets.some((set) => namesVariables(set, given.fragments)) ? resolved : writeOnce(resolved);
  return (source, writing) => {
    if (copy?.(source, writing.out)) return;
    write(present(source), writing);
  };
}
