/** How much one operation may ask for. */
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ErrorCode, type ErrorParams, WanjiaError } from '../../src/kernel/errors.ts';
import { asGraphQLError } from './format-error.ts';

export interface OperationLimits {
  /** Levels of selections. */
  readonly depth: number;
  /** Levels of an introspection, whose types nest deeply. */
  readonly introspectionDepth: number;
  /** Aliases and root fields together. */
  readonly aliases: number;
  /** Fields an answer may hold, as estimated from page sizes. */
  readonly cost: number;
  /** Bytes of a request's body. */
  readonly bytes: number;
}

export const DEFAULT_LIMITS: OperationLimits = {
  depth: 15,
  introspectionDepth: 20,
  aliases: 40,
  cost: 300_000,
  bytes: 1_048_576,
};

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return fragments;
}

interface Extent {
  readonly depth: number;
  readonly aliases: number;
}

const NONE: Extent = { depth: 0, aliases: 0 };

/** Measures each fragment once, so that spreading one a thousand times costs no time; circles are cut. */
function measurer(fragments: Fragments): (set: SelectionSetNode) => Extent {
  const measured = new Map<string, Extent>();
  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NONE);
    const fragment = fragments.get(name);
    const extent = fragment === undefined ? NONE : ofSet(fragment.selectionSet);
    measured.set(name, extent);
    return extent;
  };
  const ofField = (field: FieldNode): Extent => {
    const inner = field.selectionSet === undefined ? NONE : ofSet(field.selectionSet);
    return { depth: inner.depth + 1, aliases: inner.aliases + (field.alias === undefined ? 0 : 1) };
  };
  const ofSet = (set: SelectionSetNode): Extent =>
    set.selections
      .map((node) => {
        if (node.kind === Kind.FIELD) return ofField(node);
        return node.kind === Kind.INLINE_FRAGMENT ? ofSet(node.selectionSet) : ofFragment(node.name.value);
      })
      .reduce((a, b) => ({ depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases }), NONE);
  return ofSet;
}

function isIntrospection(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.every(
    (node) => node.kind === Kind.FIELD && node.name.value.startsWith('__'),
  );
}

/** Depth, aliases and root fields: what the text of an operation alone shows. */
export function extentRule(limits: OperationLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const measure = measurer(fragmentsOf(context.getDocument()));
    const refuse = (code: ErrorCode, params: ErrorParams, node: OperationDefinitionNode): void =>
      context.reportError(asGraphQLError(new WanjiaError(code, params), { nodes: [node] }));
    return {
      OperationDefinition: (operation) => {
        const { depth, aliases } = measure(operation.selectionSet);
        const deepest = isIntrospection(operation) ? limits.introspectionDepth : limits.depth;
        const count = aliases + operation.selectionSet.selections.length;
        if (depth > deepest) refuse('QUERY_TOO_DEEP', { depth, limit: deepest }, operation);
        if (count > limits.aliases) refuse('TOO_MANY_ALIASES', { count, limit: limits.aliases }, operation);
      },
    };
  };
}
