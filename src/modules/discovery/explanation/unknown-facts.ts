/** Which facts leave a condition undecided, down to the person: a count is unknown because someone's age is. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { RecordType } from '../../../kernel/agency.ts';
import { childrenOf, personRangeOf } from '../expression/walk.ts';
import { feedsOf } from '../pack/dependencies.ts';
import { readingOf } from '../reading/reading.ts';
import { askedOfPersons, evaluatedAt, namedAt, type Place, parseAt } from './place.ts';

export interface UnknownFact {
  readonly text: string;
  /** The same in the field's words. */
  readonly reading: string;
  /** Of whom it is not known; null: of the household. */
  readonly personId: number | null;
  readonly sources: readonly RecordType[];
}

/** A fact or a list of the household or of a named member, or a parameter. */
function isFact(node: ASTNode, { language, members }: Place): boolean {
  if (node.op === 'id') return language.parameters.has(node.args);
  const receiver = node.op === '.' ? node.args[0] : node.op === 'rcall' ? node.args[1] : null;
  return receiver?.op === 'id' && (receiver.args === 'household' || Object.hasOwn(members, receiver.args));
}

/** The parts below: of a list, what is asked of each of its persons, and what it is narrowed by. */
function below(node: ASTNode, place: Place): readonly { readonly node: ASTNode; readonly place: Place }[] {
  const persons = askedOfPersons(node, place);
  if (persons.length > 0) return [...persons, ...narrowing(node, place)];
  return childrenOf(node).map((part) => ({ node: part, place }));
}

/** `filter(…)` of the list that a count or a sum ranges over. */
function narrowing(node: ASTNode, place: Place): readonly { readonly node: ASTNode; readonly place: Place }[] {
  const list = node.op === 'rcall' ? node.args[1] : null;
  return list === null || personRangeOf(list)?.filter == null ? [] : askedOfPersons(list, place);
}

/** The unknown facts a condition asks, each where it is asked. What `has(…)` asks is known to be missing. */
export function* unknownFacts(node: ASTNode, place: Place): Generator<UnknownFact> {
  if (node.op === 'call' && node.args[0] === 'has') return;
  const named = namedAt(node, place);
  if (named !== null) yield* unknownFacts(named.node, named.place);
  else if (isFact(node, place)) {
    const expression = parseAt(node, place);
    if (evaluatedAt(expression, place) !== undefined) return;
    const personId = node.op === 'id' || serialize(node).startsWith('household') ? null : place.personId;
    yield {
      text: serialize(node),
      reading: readingOf(node, place.words),
      personId,
      sources: feedsOf(expression, place.language),
    };
  } else for (const part of below(node, place)) yield* unknownFacts(part.node, part.place);
}
