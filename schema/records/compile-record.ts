/**
 * Compiles a selection to a function that writes an object's JSON, over the schema as one clearance sees it. It asks
 * the same resolvers and scalars as the execution of an operation does, so the text says what the operation would
 * answer; what it saves is the execution: no node is looked at twice, nothing waits, no tree is built to be written.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
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
import type { RequestContext } from '../context.ts';
import { fragmentsOf } from '../server/limits.ts';

/** The JSON of a source object. */
export type RecordWriter = (source: unknown, context: RequestContext) => string;

/** Their text holds nothing that JSON must escape. */
const PLAIN_SCALARS: ReadonlySet<string> = new Set(['Date', 'DateTime', 'Month', 'Money']);

interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function writeList(item: RecordWriter): RecordWriter {
  return (values, context) => {
    let text = '';
    for (const value of values as Iterable<unknown>)
      text += text === '' ? item(value, context) : `,${item(value, context)}`;
    return `[${text}]`;
  };
}

function writeLeaf(type: Extract<GraphQLOutputType, { serialize: unknown }>): RecordWriter {
  const plain = isEnumType(type) || PLAIN_SCALARS.has(type.name);
  return (value) => {
    const serialized = type.serialize(value);
    return plain ? `"${String(serialized)}"` : JSON.stringify(serialized);
  };
}

function writeValue(type: GraphQLOutputType, set: SelectionSetNode | undefined, given: Compiling): RecordWriter {
  if (isNonNullType(type)) return writeValue(type.ofType, set, given);
  const write = isListType(type)
    ? writeList(writeValue(type.ofType, set, given))
    : isLeafType(type)
      ? writeLeaf(type)
      : writeObject(type.name, set, given);
  return (value, context) => (value === null || value === undefined ? 'null' : write(value, context));
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
  if (resolve === undefined) return (source, context) => write((source as Record<string, unknown>)[name], context);
  // A resolver of a record needs to know no more than its own name.
  const about = { fieldName: name } as GraphQLResolveInfo;
  return (source, context) => {
    const value = resolve(source, args, context, about);
    if (value instanceof Promise) throw new GraphQLError(`${name} waits: it cannot be part of a compiled record`);
    return write(value, context);
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
    return { key: `${index === 0 ? '{' : ','}"${of.name}":`, write: writeField(field, of, given) };
  });
  return (source, context) => {
    let text = '';
    for (const { key, write } of parts) text += key + write(source, context);
    return `${text}}`;
  };
}

/** The writer of a named fragment of a document. */
export function compileRecord(schema: GraphQLSchema, document: DocumentNode, fragment: string): RecordWriter {
  const fragments = fragmentsOf(document);
  const found = fragments.get(fragment);
  if (found === undefined) throw new GraphQLError(`the document has no fragment ${fragment}`);
  return writeObject(found.typeCondition.name.value, found.selectionSet, { schema, fragments });
}
