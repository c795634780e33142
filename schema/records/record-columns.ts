/** The columns of each type's records, out of the selection that makes them and the schema's own types. */
import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import type { Column, ColumnKind, ColumnType } from '../../src/modules/exports/index.ts';
import { fragmentsOf } from '../server/limits.ts';
import { OPERATION_RECORDS, PROFILE_RECORDS } from './record-fields.ts';

/** Other leaves are codes, ids and texts. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  Int: 'INTEGER',
  Float: 'NUMBER',
  Boolean: 'BOOLEAN',
  Date: 'DATE',
  DateTime: 'TIME',
  Money: 'MONEY',
};

type Fragments = ReturnType<typeof fragmentsOf>;

function typeOf(type: GraphQLOutputType, set: SelectionSetNode | undefined, fragments: Fragments): ColumnType {
  if (isNonNullType(type)) return typeOf(type.ofType, set, fragments);
  if (isListType(type)) return { list: typeOf(type.ofType, set, fragments) };
  if (set !== undefined) return { fields: columnsIn(type, set, fragments) };
  return { kind: KINDS[type.name] ?? 'TEXT' };
}

function columnsIn(type: GraphQLNamedType, set: SelectionSetNode, fragments: Fragments): Column[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return columnsIn(type, node.selectionSet, fragments);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(node.name.value);
      return fragment === undefined ? [] : columnsIn(type, fragment.selectionSet, fragments);
    }
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined) return [];
    return { name: field.name, type: typeOf(field.type, node.selectionSet, fragments) };
  });
}

function columnsFor(
  schema: GraphQLSchema,
  of: { readonly document: DocumentNode; readonly fragment: string },
): Column[] {
  const fragments = fragmentsOf(of.document);
  const root = fragments.get(of.fragment);
  const type = root && schema.getType(root.typeCondition.name.value);
  return root === undefined || type === undefined ? [] : columnsIn(type, root.selectionSet, fragments);
}

/** Types without records have none. */
export function recordColumns(schema: GraphQLSchema): ReadonlyMap<ChangeType, readonly Column[]> {
  const sources = { ...OPERATION_RECORDS, ...PROFILE_RECORDS };
  return new Map(
    CHANGE_TYPES.flatMap((type) => {
      const source = sources[type];
      return source === undefined ? [] : [[type, columnsFor(schema, source)] as const];
    }),
  );
}
