/**
 * An operation written plainly: what its variables leave out is left out, its fragments stand where they are spread, and
 * what is asked twice under one name is asked once. The planner merges what is asked twice in lists wrongly.
 *
 * The hub reads @skip and @include for its own purposes as well (schema/permissions/selection.ts). The gateway is installed
 * without the hub and shares no file with it, so these two readings of the specification stand apart.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Stands where a selection leaves nothing: an object without fields is not the same as null. */
const NOTHING: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'include' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: false },
        },
      ],
    },
  ],
};

/** The variables of a request with the operation's defaults. */
function valuesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
  );
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(stated) };
}

interface Collected {
  readonly fields: Map<string, FieldNode[]>;
  /** What an abstract type is asked for its members. */
  readonly narrower: Map<string, SelectionSetNode[]>;
}

class Normaliser {
  readonly #schema: GraphQLSchema;
  readonly #values: Variables;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode, values: Variables) {
    this.#schema = schema;
    this.#values = values;
    this.#fragments = new Map(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
  }

  set(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): SelectionSetNode {
    const collected: Collected = { fields: new Map(), narrower: new Map() };
    for (const set of sets) this.#collect(type, set, collected);
    const fields = [...collected.fields.values()].map((nodes) => this.#merged(type, nodes));
    const narrower = [...collected.narrower].map(([name, within]): SelectionNode => {
      const member = this.#schema.getType(name);
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
        selectionSet: isCompositeType(member) ? this.set(member, within) : { kind: Kind.SELECTION_SET, selections: [] },
      };
    });
    const selections = [...fields, ...narrower];
    return { kind: Kind.SELECTION_SET, selections: selections.length === 0 ? [NOTHING] : selections };
  }

  #isLeftOut({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: [condition] = [] }) => {
      if (condition === undefined) return false;
      const holds = valueFromASTUntyped(condition.value, this.#values) === true;
      return (name.value === 'skip' && holds) || (name.value === 'include' && !holds);
    });
  }

  #collect(type: GraphQLCompositeType, { selections }: SelectionSetNode, into: Collected): void {
    for (const node of selections) {
      if (this.#isLeftOut(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        into.fields.set(key, [...(into.fields.get(key) ?? []), node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      if (condition === type.name || this.#covers(condition, type)) this.#collect(type, fragment.selectionSet, into);
      else into.narrower.set(condition, [...(into.narrower.get(condition) ?? []), fragment.selectionSet]);
    }
  }

  #covers(condition: string, type: GraphQLCompositeType): boolean {
    const general = this.#schema.getType(condition);
    return isObjectType(type) && isAbstractType(general) && this.#schema.isSubType(general, type);
  }

  #merged(type: GraphQLCompositeType, nodes: readonly FieldNode[]): FieldNode {
    const [{ directives: _decided, ...node }] = nodes as readonly [FieldNode];
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
    const inner = field === undefined ? undefined : getNamedType(field.type);
    return sets.length === 0 || !isCompositeType(inner) ? node : { ...node, selectionSet: this.set(inner, sets) };
  }
}

/** The operation alone, written plainly for these variables. */
export function normalise(
  schema: GraphQLSchema,
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  variables: Variables,
): OperationDefinitionNode {
  const root = schema.getRootType(operation.operation);
  if (root == null) return operation;
  const normaliser = new Normaliser(schema, document, valuesOf(operation, variables));
  const selectionSet = normaliser.set(root, [operation.selectionSet]);
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, variableDefinitions, directives: [], selectionSet };
}
