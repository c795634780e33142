/** No citizen number travels in a URL: addresses are kept by browsers, proxies and logs. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type NamedTypeNode,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A citizen number, and a reference to an entity, which may be one. */
const PERSONAL: ReadonlySet<string> = new Set(['ResidentId', '_Any']);

function holdsPersonal(schema: GraphQLSchema, typeName: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (PERSONAL.has(typeName)) return true;
  const type = schema.getType(typeName);
  if (!isInputObjectType(type) || seen.has(typeName)) return false;
  const within = new Set([...seen, typeName]);
  return Object.values(type.getFields()).some((field) => holdsPersonal(schema, getNamedType(field.type).name, within));
}

function namedNode(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedNode(type.type);
}

/** Whether the document takes a citizen number, as a variable or in its text. */
export function takesCitizenNumber(schema: GraphQLSchema, document: DocumentNode): boolean {
  let takes = writesCitizenNumber(schema, document);
  visit(document, {
    VariableDefinition: ({ type }) => {
      if (holdsPersonal(schema, namedNode(type).name.value)) takes = true;
    },
  });
  return takes;
}

/** Whether a citizen number stands in the document’s text. */
export function writesCitizenNumber(schema: GraphQLSchema, document: DocumentNode): boolean {
  let writes = false;
  const types = new TypeInfo(schema);
  const literal = (): void => {
    const type = types.getInputType();
    if (type && PERSONAL.has(getNamedType(type).name)) writes = true;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: literal,
      IntValue: literal,
      ObjectValue: literal,
    }),
  );
  return writes;
}
