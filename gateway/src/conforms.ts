/** Whether what an agency answered is what it was asked for: an answer that is not is none. */
import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphRequest } from './hub.ts';
import { entitiesAsked, fieldsOf } from './unavailable.ts';

interface Asked {
  readonly type: GraphQLOutputType;
  readonly set: SelectionSetNode | undefined;
  readonly document: DocumentNode;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function holds(value: unknown, { type, set, document }: Asked): boolean {
  if (isNonNullType(type)) return value != null && holds(value, { type: type.ofType, set, document });
  if (value === null) return true;
  if (value === undefined) return false;
  if (isListType(type))
    return Array.isArray(value) && value.every((item) => holds(item, { type: type.ofType, set, document }));
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  if (!isObjectType(type) || set === undefined) return !isObject(value) && !Array.isArray(value);
  if (!isObject(value)) return false;
  const fields = type.getFields();
  return [...fieldsOf(type, set, document)].every(({ key, name, set: inner }) => {
    const field = fields[name];
    return field === undefined
      ? name !== '__typename' || value[key] === type.name
      : holds(value[key], { type: field.type, set: inner, document });
  });
}

/** One entity, or null, per person that was asked for, each of the form it was asked in. */
export function conforms(schema: GraphQLSchema, { document, variables = {} }: SubgraphRequest, data: unknown): boolean {
  const person = schema.getType('Person');
  if (!isObject(data) || !isObjectType(person)) return false;
  return entitiesAsked(document, variables).every(({ key, set, representations }) => {
    const entities = data[key];
    return (
      Array.isArray(entities) &&
      entities.length === representations.length &&
      entities.every((entity) => holds(entity, { type: person, set, document }))
    );
  });
}
