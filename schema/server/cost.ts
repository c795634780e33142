/** What an operation would cost, estimated before it runs: the fields of its answer. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { DEFAULT_PAGE, PAGE_LIMIT } from '../builder.ts';
import { variablesOf } from '../permissions/selection.ts';
import { fragmentsOf } from './limits.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Arguments that say how many rows a page holds. */
const SIZES: ReadonlySet<string> = new Set(['first', 'last']);

/** A list without a page size holds about so many rows. */
const USUAL_LIST = 5;

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

function givenSize(field: FieldNode, variables: Variables): number {
  const sizes = (field.arguments ?? [])
    .filter(({ name }) => SIZES.has(name.value))
    .map(({ value }) => Number(valueFromASTUntyped(value, variables)))
    .filter((size) => Number.isFinite(size) && size >= 0);
  return sizes.length === 0 ? DEFAULT_PAGE : Math.min(Math.max(...sizes), PAGE_LIMIT);
}

interface Estimate {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
  /** The size of the page whose edges come next. */
  readonly page: number;
  ofFragment(name: string, page: number): number;
}

/** Where things are named one by one there may be as many of them. */
function namedRows(field: FieldNode, variables: Variables): number {
  const lists = (field.arguments ?? []).map(({ value }) => valueFromASTUntyped(value, variables)).filter(Array.isArray);
  return Math.max(...lists.map(({ length }) => length), USUAL_LIST);
}

function rowsOf(definition: GraphQLField<unknown, unknown>, field: FieldNode, given: Estimate): number {
  if (!isList(definition.type)) return 1;
  return getNamedType(definition.type).name.endsWith('Edge') ? given.page : namedRows(field, given.variables);
}

function ofField(typeName: string, field: FieldNode, given: Estimate): number {
  const type = given.schema.getType(typeName);
  const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
  if (definition === undefined || field.selectionSet === undefined) return 1;
  const named = getNamedType(definition.type).name;
  const page = named.endsWith('Connection') ? givenSize(field, given.variables) : given.page;
  return 1 + rowsOf(definition, field, given) * ofSet(named, field.selectionSet, { ...given, page });
}

function ofSet(typeName: string, set: SelectionSetNode, given: Estimate): number {
  return set.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + ofField(typeName, node, given);
    if (node.kind === Kind.FRAGMENT_SPREAD) return sum + given.ofFragment(node.name.value, given.page);
    return sum + ofSet(node.typeCondition?.name.value ?? typeName, node.selectionSet, given);
  }, 0);
}

interface Costed {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** Fragments are estimated once per page size they stand under. */
function estimate(schema: GraphQLSchema, request: Costed): number {
  const fragments = fragmentsOf(request.document);
  const known = new Map<string, number>();
  const given: Estimate = {
    schema,
    variables: variablesOf(request.operation, request.variables),
    page: DEFAULT_PAGE,
    ofFragment: (name, page) => {
      const key = `${name} ${page}`;
      const fragment = fragments.get(name);
      const cost =
        known.get(key) ??
        (fragment === undefined
          ? 0
          : ofSet(fragment.typeCondition.name.value, fragment.selectionSet, { ...given, page }));
      known.set(key, cost);
      return cost;
    },
  };
  const root = schema.getRootType(request.operation.operation);
  return ofSet(root?.name ?? '', request.operation.selectionSet, given);
}

/** What is known of an operation: the variables that are sizes of pages or lists, and the costs that came of them. */
interface KnownCosts {
  readonly sizes: readonly string[];
  readonly bySizes: Map<string, number>;
}

const known = new WeakMap<OperationDefinitionNode, KnownCosts>();
const KEPT_SIZES = 64;

function sizesIn(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: ({ variable, type }) => {
      if ((type.kind === Kind.NON_NULL_TYPE ? type.type : type).kind === Kind.LIST_TYPE) names.add(variable.name.value);
    },
    Argument: ({ name, value }) => {
      if (SIZES.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

const sizeOf = (value: unknown): string => (Array.isArray(value) ? `${value.length} named` : String(value));

/** The estimate for one request; made once for an operation and the sizes of its pages. */
export function operationCost(schema: GraphQLSchema, request: Costed): number {
  const { document, operation, variables } = request;
  const { sizes, bySizes } = known.get(operation) ?? { sizes: sizesIn(document), bySizes: new Map<string, number>() };
  known.set(operation, { sizes, bySizes });
  const key = sizes.map((name) => sizeOf(variables[name])).join();
  const cost = bySizes.get(key) ?? estimate(schema, request);
  if (bySizes.size >= KEPT_SIZES) bySizes.clear();
  bySizes.set(key, cost);
  return cost;
}
