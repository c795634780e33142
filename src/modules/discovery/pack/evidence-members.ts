/** Whose facts make a rule fire: those a list of the expression selects. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { Expression, Language } from '../expression/language.ts';
import { conjunctsOf, personRangeOf } from '../expression/walk.ts';
import type { EvidenceMembers } from '../rule.ts';

interface Selection {
  readonly list: string;
  readonly variable: string;
  readonly predicate: ASTNode;
}

/** `list.filter(m, …)` of the evidence, else the one `list.exists(m, …)` of the rule. */
function selectionOf(ast: ASTNode): Selection | null {
  if (ast.op !== 'rcall' || (ast.args[0] !== 'filter' && ast.args[0] !== 'exists')) return null;
  const range = personRangeOf(ast.args[1]);
  const [variable, predicate] = ast.args[2];
  if (range === null || range.filter !== null || variable?.op !== 'id' || predicate === undefined) return null;
  return { list: range.list, variable: variable.args, predicate };
}

function membersOf(nodes: readonly ASTNode[], language: Language, stated: boolean): EvidenceMembers | null {
  const [selection, second] = nodes.flatMap((node) => selectionOf(node) ?? []);
  if (selection === undefined || second !== undefined) return null;
  const { list, variable, predicate } = selection;
  return { list, variable, condition: language.parseWith(variable, serialize(predicate)), stated };
}

/** As a pack states them. */
export function statedMembersOf(written: Expression, language: Language): EvidenceMembers | null {
  return membersOf([written.ast], language, true);
}

/** Those for whom the one `exists(m, …)` of a rule's expression holds; null where there is none, or more than one. */
export function evidenceMembersOf(rule: Expression, language: Language): EvidenceMembers | null {
  return membersOf(conjunctsOf(rule.ast), language, false);
}
