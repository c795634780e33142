/** The JSON Schema of a record: of a selection over the printed graph. Every field may be null: what is withheld is. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type JsonSchema = Readonly<Record<string, unknown>>;

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: ['integer', 'null'] },
  Float: { type: ['number', 'null'] },
  Boolean: { type: ['boolean', 'null'] },
  JSON: {},
  Money: { type: ['string', 'null'], pattern: '^-?\\d+\\.\\d{2}$' },
  Date: { type: ['string', 'null'], format: 'date' },
  DateTime: { type: ['string', 'null'], format: 'date-time' },
  Month: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}$' },
};

interface Given {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function schemaOfValue(type: GraphQLOutputType, set: SelectionSetNode | undefined, given: Given): JsonSchema {
  const plain = getNullableType(type);
  if (isListType(plain)) return { type: ['array', 'null'], items: schemaOfValue(plain.ofType, set, given) };
  if (isEnumType(plain))
    return { type: ['string', 'null'], enum: [...plain.getValues().map(({ name }) => name), null] };
  const [first, ...others] = set?.selections ?? [];
  if (first?.kind === Kind.FRAGMENT_SPREAD && others.length === 0)
    return { oneOf: [{ $ref: `#/components/schemas/${first.name.value}` }, { type: 'null' }] };
  if (isObjectType(plain) && set !== undefined)
    return { ...schemaOfObject(plain, set, given), type: ['object', 'null'] };
  return SCALARS[String(plain)] ?? { type: ['string', 'null'] };
}

function propertiesOf(type: GraphQLObjectType, set: SelectionSetNode, given: Given): [string, JsonSchema][] {
  return set.selections.flatMap((node): [string, JsonSchema][] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = given.fragments.get(node.name.value);
      return fragment === undefined ? [] : propertiesOf(type, fragment.selectionSet, given);
    }
    if (node.kind === Kind.INLINE_FRAGMENT) return propertiesOf(type, node.selectionSet, given);
    const field = type.getFields()[node.name.value];
    if (field === undefined) throw new Error(`${type.name} has no field ${node.name.value}`);
    const { description } = field;
    return [[field.name, { description, ...schemaOfValue(field.type, node.selectionSet, given) }]];
  });
}

function schemaOfObject(type: GraphQLObjectType, set: SelectionSetNode, given: Given): JsonSchema {
  const properties = Object.fromEntries(propertiesOf(type, set, given));
  return { type: 'object', description: type.description, properties, required: Object.keys(properties) };
}

/** The schemas of every fragment of a document, by their names. */
export function fragmentSchemas(schema: GraphQLSchema, document: DocumentNode): Readonly<Record<string, JsonSchema>> {
  const defined = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(defined.map((one) => [one.name.value, one]));
  const made = defined.map(({ name, typeCondition, selectionSet }): [string, JsonSchema] => {
    const type = schema.getType(typeCondition.name.value);
    if (!isObjectType(type)) throw new Error(`${name.value} is not of an object`);
    return [name.value, schemaOfObject(type, selectionSet, { schema, fragments })];
  });
  return Object.fromEntries(made);
}
