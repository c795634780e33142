/** For every root field of the schema, an operation that selects whatever can be reached from it. */
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
  OperationTypeNode,
} from 'graphql';
import { argumentsOf } from '../api/support/paths.ts';

const DEEPEST = 11;

function selection(type: GraphQLOutputType, passed: readonly string[]): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((member) => `... on ${member.name} ${selection(member, passed)}`)
      .join(' ')} }`;
  return isObjectType(named) ? fieldsOf(named, passed) : '{ __typename }';
}

/** Every type once on the way down. */
function fieldsOf(type: GraphQLObjectType, passed: readonly string[]): string {
  const within = [...passed, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (within.includes(named.name) || (within.length > DEEPEST && !isLeafType(named))) return [];
    // Whatever a member type may be called elsewhere, the alias keeps selections of a union apart.
    return `${type.name}_${field.name}: ${field.name}${argumentsOf(type, field)} ${selection(field.type, within)}`;
  });
  return `{ __typename ${fields.join(' ')} }`;
}

export interface RootOperation {
  readonly kind: OperationTypeNode;
  readonly root: string;
  readonly text: string;
}

export function everyRoot(schema: GraphQLSchema): RootOperation[] {
  return Object.values(OperationTypeNode).flatMap((kind) => {
    const type = schema.getRootType(kind);
    return Object.values(type?.getFields() ?? {}).map((field) => ({
      kind,
      root: `${type?.name}.${field.name}`,
      text: `${kind} Canary { ${field.name}${argumentsOf(type as GraphQLObjectType, field)} ${selection(field.type, [type?.name ?? ''])} }`,
    }));
  });
}
