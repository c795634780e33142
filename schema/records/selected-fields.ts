/** Which fields of an object are selected, and what they are given. */
import {
  type ASTNode,
  BREAK,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Compiling, Writing } from './writing.ts';

/** As graphql-js collects fields: a fragment counts once, fields of one name are merged. */
export function collectFields(type: GraphQLObjectType, sets: readonly SelectionSetNode[], given: Compiling) {
  const fields = new Map<string, FieldNode[]>();
  const passed = new Set<string>();
  const applies = (name: string | undefined): boolean => {
    const condition = name === undefined ? type : given.schema.getType(name);
    return condition === type || (isAbstractType(condition) && given.schema.isSubType(condition, type));
  };
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        fields.set(name, [...(fields.get(name) ?? []), node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition?.name.value)) walk(node.selectionSet);
      } else if (!passed.has(node.name.value)) {
        passed.add(node.name.value);
        const fragment = given.fragments.get(node.name.value);
        if (fragment !== undefined && applies(fragment.typeCondition.name.value)) walk(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) walk(set);
  return fields;
}

function takesVariables(node: FieldNode): boolean {
  const { selectionSet: _below, ...own } = node;
  return namesVariables(own, new Map());
}

/** Whether a variable stands anywhere in what is selected. */
export function namesVariables(node: ASTNode, fragments: Compiling['fragments']): boolean {
  let names = false;
  visit(node, {
    Variable: () => {
      names = true;
      return BREAK;
    },
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment === undefined || !namesVariables(fragment, fragments)) return undefined;
      names = true;
      return BREAK;
    },
  });
  return names;
}

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a field, or where they take variables, what reads them: once for a request. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Arguments | ((writing: Writing) => Arguments) {
  if (!takesVariables(node)) return getArgumentValues(field, node);
  return ({ given, variables }: Writing) => {
    const args = given.get(node) ?? getArgumentValues(field, node, variables);
    given.set(node, args);
    return args;
  };
}
