/** What stands in the place of a section whose agency did not answer: how well it is known, and nothing of it. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

const STATUS_TYPE = 'FactStatus';
const UNKNOWN = 'UNKNOWN';

/** The fields that a selection asks of an object type, through its fragments. */
export function* fieldsOf(
  type: GraphQLObjectType,
  set: SelectionSetNode,
  document: DocumentNode,
): Generator<{ readonly key: string; readonly name: string; readonly set: SelectionSetNode | undefined }> {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD)
      yield { key: node.alias?.value ?? node.name.value, name: node.name.value, set: node.selectionSet };
    else {
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT
          ? node
          : document.definitions.find(
              (one): one is FragmentDefinitionNode =>
                one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value,
            );
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      if (fragment !== undefined && condition === type.name) yield* fieldsOf(type, fragment.selectionSet, document);
    }
  }
}

/** Whether an object of this type tells how well it is known. */
function tellsStatus(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some((field) => getNamedType(field.type).name === STATUS_TYPE);
}

function unknownValue(type: GraphQLOutputType, set: SelectionSetNode | undefined, document: DocumentNode): unknown {
  if (isNonNullType(type)) return isListType(type.ofType) ? [] : unknownValue(type.ofType, set, document);
  if (getNamedType(type).name === STATUS_TYPE) return UNKNOWN;
  return isObjectType(type) && set !== undefined && tellsStatus(type) ? unknownObject(type, set, document) : null;
}

/** An object of which nothing is known. */
function unknownObject(type: GraphQLObjectType, set: SelectionSetNode, document: DocumentNode): object {
  const fields = type.getFields();
  const values = [...fieldsOf(type, set, document)].map(({ key, name, set: inner }) => {
    if (name === '__typename') return [key, type.name];
    const field = fields[name];
    return [key, field === undefined ? null : unknownValue(field.type, inner, document)];
  });
  return Object.fromEntries(values);
}

/** One question for entities: the name it is answered under, what it asks, and of whom. */
export interface EntitiesAsked {
  readonly key: string;
  readonly set: SelectionSetNode;
  readonly representations: readonly unknown[];
}

type Variables = Readonly<Record<string, unknown>>;

function representationsOf({ arguments: given = [] }: FieldNode, variables: Variables): readonly unknown[] {
  const [value] = given.flatMap((argument) => (argument.name.value === 'representations' ? argument.value : []));
  const held = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return Array.isArray(held) ? held : [];
}

/** The questions of a request to a subgraph; those of several places of an operation come together. */
export function entitiesAsked(document: DocumentNode, variables: Variables): readonly EntitiesAsked[] {
  return document.definitions.flatMap((definition) =>
    definition.kind !== Kind.OPERATION_DEFINITION
      ? []
      : definition.selectionSet.selections.flatMap((node) =>
          node.kind === Kind.FIELD && node.name.value === '_entities' && node.selectionSet !== undefined
            ? {
                key: node.alias?.value ?? node.name.value,
                set: node.selectionSet,
                representations: representationsOf(node, variables),
              }
            : [],
        ),
  );
}

/** The answer of an agency that did not answer: the persons that were asked for, each with a section not known. */
export function unknownEntities(schema: GraphQLSchema, document: DocumentNode, variables: Variables): object {
  const person = schema.getType('Person');
  if (!isObjectType(person)) throw new Error('the supergraph has no Person');
  return Object.fromEntries(
    entitiesAsked(document, variables).map(({ key, set, representations }) => {
      const entity = { ...unknownObject(person, set, document), __typename: person.name };
      return [key, representations.map(() => entity)];
    }),
  );
}
