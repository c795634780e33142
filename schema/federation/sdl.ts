/**
 * The schema of a subgraph as composition reads it. What stands in directives is derived, not written: data classes
 * become tags, root fields that can be denied policies, and only what is true of the subgraph is said.
 */
import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  parseConstValue,
  print,
  printSchema,
  visit,
} from 'graphql';
import { dataClassOf, STRUCTURE } from '../data-class-plugin.ts';
import { isRoot } from '../permissions/coordinates.ts';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@inaccessible", "@tag", "@authenticated", "@policy"])`;
const MACHINERY: ReadonlySet<string> = new Set(['_Any', '_Entity', '_Service', '_entities', '_service']);

export interface SubgraphDirectives {
  /** Keys by entity. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Types that other subgraphs define alike. */
  readonly shareable: ReadonlySet<string>;
  /** Fields that stand between processes only, as `Type.field`. */
  readonly internal: ReadonlySet<string>;
}

function directive(name: string, given: Readonly<Record<string, string>> = {}): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(given).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value: parseConstValue(value),
    })),
  };
}

function ofField(
  schema: GraphQLSchema,
  [typeName, fieldName]: readonly [string, string],
  internal: ReadonlySet<string>,
): ConstDirectiveNode[] {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const dataClass = field === undefined ? STRUCTURE : dataClassOf(field);
  const classified = dataClass !== STRUCTURE;
  const root = isRoot(schema, typeName);
  return [
    ...(root ? [directive('authenticated')] : []),
    ...(root && classified ? [directive('policy', { policies: `[["${dataClass}"]]` })] : []),
    ...(classified ? [directive('tag', { name: `"${dataClass}"` })] : []),
    ...(internal.has(`${typeName}.${fieldName}`) ? [directive('inaccessible')] : []),
  ];
}

function ofType(
  schema: GraphQLSchema,
  node: ObjectTypeDefinitionNode,
  { keys, shareable, internal }: SubgraphDirectives,
): ObjectTypeDefinitionNode | null {
  const type = node.name.value;
  const fields = (node.fields ?? []).filter(({ name }) => !MACHINERY.has(name.value));
  if (MACHINERY.has(type) || fields.length === 0) return null;
  return {
    ...node,
    directives: [
      ...(keys[type] ?? []).map((fieldSet) => directive('key', { fields: `"${fieldSet}"` })),
      ...(shareable.has(type) ? [directive('shareable')] : []),
    ],
    fields: fields.map((field) => ({
      ...field,
      directives: [...(field.directives ?? []), ...ofField(schema, [type, field.name.value], internal)],
    })),
  };
}

/** The text of a subgraph, without the fields every subgraph has. */
export function printSubgraph(schema: GraphQLSchema, given: SubgraphDirectives): string {
  const document = visit(parse(printSchema(schema)), {
    [Kind.UNION_TYPE_DEFINITION]: ({ name }) => (MACHINERY.has(name.value) ? null : undefined),
    [Kind.SCALAR_TYPE_DEFINITION]: ({ name }) => (MACHINERY.has(name.value) ? null : undefined),
    [Kind.OBJECT_TYPE_DEFINITION]: { leave: (node) => ofType(schema, node, given) },
  });
  return `${[LINK, ...document.definitions.map(print)].join('\n\n')}\n`;
}
