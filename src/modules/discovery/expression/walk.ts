/** Reading the parts of a parsed expression. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { CATALOGUE } from '../catalogue/catalogue.ts';

/** The direct parts of a node. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '!_':
    case '-_':
      return [node.args];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}

/** The node and everything below it. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** The parts of `a && b && c`. */
export function conjunctsOf(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' ? node.args.flatMap(conjunctsOf) : [node];
}

/** A list of persons an expression ranges over, with the condition it is narrowed by. */
export interface PersonRange {
  readonly list: string;
  readonly filter: { readonly variable: string; readonly predicate: ASTNode } | null;
}

/** `household.members`, or that with one `.filter(m, …)`; null if the node is neither. */
export function personRangeOf(node: ASTNode): PersonRange | null {
  if (node.op === '.' && node.args[0].op === 'id' && node.args[0].args === 'household')
    return CATALOGUE.lists.has(node.args[1]) ? { list: node.args[1], filter: null } : null;
  if (node.op !== 'rcall' || node.args[0] !== 'filter') return null;
  const range = personRangeOf(node.args[1]);
  const [variable, predicate] = node.args[2];
  if (range === null || range.filter !== null || variable?.op !== 'id' || predicate === undefined) return null;
  return { list: range.list, filter: { variable: variable.args, predicate } };
}
