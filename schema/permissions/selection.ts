/** The fields an operation selects: through its fragments, without what @skip and @include leave out. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { dataClassOf } from '../data-class-plugin.ts';

export type Variables = Readonly<Record<string, unknown>>;

export interface Selected {
  /** Data classes by coordinate. */
  readonly fields: ReadonlyMap<string, string>;
  /** Coordinates that stand at least once under nothing that is withheld, and are not themselves. */
  readonly open: ReadonlySet<string>;
}

type Withholds = (coordinate: string, dataClass: string) => boolean;

/** Defaults of the operation's variables, overridden by what the request gives. */
export function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
  );
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(stated) };
}

/** What its @skip and @include come to; without variables nothing is left out. */
function isLeftOut({ directives = [] }: SelectionNode, values: Variables | null): boolean {
  if (values === null) return false;
  return directives.some(({ name, arguments: given }) => {
    const [condition] = given ?? [];
    if (condition === undefined) return false;
    const holds = valueFromASTUntyped(condition.value, values) === true;
    return (name.value === 'skip' && holds) || (name.value === 'include' && !holds);
  });
}

class Walk {
  readonly fields = new Map<string, string>();
  readonly open = new Set<string>();
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #passed = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #withholds: Withholds;
  readonly #values: Variables | null;

  constructor(schema: GraphQLSchema, document: DocumentNode, values: Variables | null, withholds: Withholds) {
    this.#schema = schema;
    this.#values = values;
    this.#withholds = withholds;
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
  }

  set(typeName: string, { selections }: SelectionSetNode, open: boolean): void {
    for (const node of selections) {
      if (isLeftOut(node, this.#values)) continue;
      if (node.kind === Kind.FIELD) this.#field(typeName, node, open);
      else if (node.kind === Kind.INLINE_FRAGMENT)
        this.set(node.typeCondition?.name.value ?? typeName, node.selectionSet, open);
      else this.#spread(node.name.value, open);
    }
  }

  /** A fragment is walked once where it is open and once where it is not, however often it is spread. */
  #spread(name: string, open: boolean): void {
    const fragment = this.#fragments.get(name);
    const key = `${name} ${open}`;
    if (fragment === undefined || this.#passed.has(key)) return;
    this.#passed.add(key);
    this.set(fragment.typeCondition.name.value, fragment.selectionSet, open);
  }

  #field(typeName: string, node: FieldNode, open: boolean): void {
    for (const type of this.#objects(typeName)) {
      const field = type.getFields()[node.name.value];
      if (field === undefined) continue;
      const coordinate = `${type.name}.${field.name}`;
      const dataClass = dataClassOf(field);
      this.fields.set(coordinate, dataClass);
      const stillOpen = open && !this.#withholds(coordinate, dataClass);
      if (stillOpen) this.open.add(coordinate);
      if (node.selectionSet !== undefined) this.set(getNamedType(field.type).name, node.selectionSet, stillOpen);
    }
  }

  #objects(typeName: string): readonly GraphQLObjectType[] {
    const type = this.#schema.getType(typeName);
    if (typeName.startsWith('__') || type === undefined) return [];
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
  }
}

/** Walks an operation; `variables` null: as if nothing were left out. */
export function selectFields(
  schema: GraphQLSchema,
  asked: {
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly variables: Variables | null;
  },
  withholds: Withholds,
): Selected {
  const { document, operation, variables } = asked;
  const walk = new Walk(schema, document, variables && variablesOf(operation, variables), withholds);
  walk.set(schema.getRootType(operation.operation)?.name ?? '', operation.selectionSet, true);
  return walk;
}

/** Whether a document may hold @skip or @include. */
export function hasConditions({ loc }: DocumentNode): boolean {
  return loc?.source.body.includes('@') !== false;
}

const conditional = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables that @skip and @include of a document ask for. */
function conditionalVariables(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  if (!hasConditions(document)) return [];
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return declared.filter((name) => names.has(name));
}

/** Tells apart requests of one operation that select different fields. */
export function conditionsOf(document: DocumentNode, operation: OperationDefinitionNode, given: Variables): string {
  const names = conditional.get(operation) ?? conditionalVariables(document, operation);
  conditional.set(operation, names);
  if (names.length === 0) return '';
  const values = variablesOf(operation, given);
  return names.map((name) => (values[name] === true ? '1' : '0')).join('');
}
