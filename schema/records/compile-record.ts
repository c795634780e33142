/**
 * Compiles a selection to a function that writes an object's JSON, over the schema as one clearance sees it. It asks
 * the same resolvers and scalars as the execution of an operation does, so the text says what the operation would
 * answer; what it saves is the execution: no node is looked at twice, nothing waits, no tree is built to be written.
 */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { fragmentsOf } from '../server/limits.ts';
import { copyObject } from './copy-object.ts';
import { type Compiling, PLAIN_SCALARS } from './write-selection.ts';

/** What a record is written for, and where. */
export interface RecordTarget {
  readonly context: RequestContext;
  readonly out: JsonBytes;
}

/** Writes the JSON of a source object. */
export type RecordWriter = (source: unknown, target: RecordTarget) => void;

const [COMMA, OPEN_LIST, CLOSE_LIST, CLOSE_OBJECT] = [0x2c, 0x5b, 0x5d, 0x7d];

function writeList(item: RecordWriter): RecordWriter {
  return (values, target) => {
    const { out } = target;
    let separator = OPEN_LIST;
    for (const value of values as Iterable<unknown>) {
      out.byte(separator);
      item(value, target);
      separator = COMMA;
    }
    if (separator === OPEN_LIST) out.byte(OPEN_LIST);
    out.byte(CLOSE_LIST);
  };
}

function writeLeaf(type: Extract<GraphQLOutputType, { serialize: unknown }>): RecordWriter {
  const plain = isEnumType(type) || PLAIN_SCALARS.has(type.name);
  return (value, { out }) => {
    const serialized = type.serialize(value);
    out.text(plain ? `"${String(serialized)}"` : JSON.stringify(serialized));
  };
}

function writeValue(type: GraphQLOutputType, set: SelectionSetNode | undefined, given: Compiling): RecordWriter {
  if (isNonNullType(type)) return writeValue(type.ofType, set, given);
  const write = isListType(type)
    ? writeList(writeValue(type.ofType, set, given))
    : isLeafType(type)
      ? writeLeaf(type)
      : writeObject(type.name, set, given);
  return (value, target) => {
    if (value === null || value === undefined) target.out.text('null');
    else write(value, target);
  };
}

function fieldsOf(
  set: SelectionSetNode,
  given: Compiling,
): { name: string; set: SelectionSetNode | undefined; node: Parameters<typeof getArgumentValues>[1] }[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return { name: node.name.value, set: node.selectionSet, node };
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet, given);
    const fragment = given.fragments.get(node.name.value);
    return fragment === undefined ? [] : fieldsOf(fragment.selectionSet, given);
  });
}

function writeField(
  field: GraphQLField<unknown, unknown>,
  of: ReturnType<typeof fieldsOf>[number],
  given: Compiling,
): RecordWriter {
  const args = getArgumentValues(field, of.node);
  const { name, resolve } = field;
  const write = writeValue(field.type, of.set, given);
  if (resolve === undefined) return (source, target) => write((source as Record<string, unknown>)[name], target);
  // A resolver of a record needs to know no more than its own name.
  const about = { fieldName: name } as GraphQLResolveInfo;
  return (source, target) => {
    const value = resolve(source, args, target.context, about);
    if (value instanceof Promise) throw new GraphQLError(`${name} waits: it cannot be part of a compiled record`);
    write(value, target);
  };
}

function writeObject(typeName: string, set: SelectionSetNode | undefined, given: Compiling): RecordWriter {
  const type = given.schema.getType(typeName);
  if (!isObjectType(type) || set === undefined)
    throw new GraphQLError(`${typeName} cannot be part of a compiled record`);
  const fields = type.getFields();
  const parts = fieldsOf(set, given).map((of, index) => {
    const field = fields[of.name];
    if (field === undefined) throw new GraphQLError(`${typeName} has no field ${of.name}`);
    const key = Buffer.from(`${index === 0 ? '{' : ','}"${of.name}":`);
    return { field, key, write: writeField(field, of, given) };
  });
  const copy = copyObject(parts.map(({ field }) => field));
  return (source, target) => {
    const { out } = target;
    if (copy?.(source, out)) return;
    for (const { key, write } of parts) {
      out.copy(key, 0, key.length);
      write(source, target);
    }
    out.byte(CLOSE_OBJECT);
  };
}

/** The writer of a named fragment of a document. */
export function compileRecord(
  schema: GraphQLSchema,
  { document, fragment }: { readonly document: DocumentNode; readonly fragment: string },
): RecordWriter {
  const fragments = fragmentsOf(document);
  const found = fragments.get(fragment);
  if (found === undefined) throw new GraphQLError(`the document has no fragment ${fragment}`);
  return writeObject(found.typeCondition.name.value, found.selectionSet, { schema, fragments });
}
