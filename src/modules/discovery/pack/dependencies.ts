/** What an expression rests on: parameters by name, and feeds. */
import { RECORD_TYPES, type RecordType } from '../../../kernel/agency.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { HOUSEHOLD_CLUE_FACTS, MEMBER_CLUE_FACTS } from '../catalogue/clues.ts';
import type { Expression, Language } from '../expression/language.ts';
import { nodesOf } from '../expression/walk.ts';

/** An expression and the conditions it calls, transitively. */
function* withConditions(expression: Expression, language: Language): Generator<Expression> {
  yield expression;
  for (const node of nodesOf(expression.ast)) {
    const called = node.op === 'rcall' ? language.conditions.get(node.args[0]) : undefined;
    if (called !== undefined) yield* withConditions(called, language);
  }
}

/** Parameters the expressions name. */
export function namesOf(expressions: readonly Expression[], language: Language): readonly string[] {
  const named = new Set<string>();
  for (const expression of expressions)
    for (const part of withConditions(expression, language))
      for (const node of nodesOf(part.ast)) if (node.op === 'id') named.add(node.args);
  return [...language.parameters.keys()].filter((name) => named.has(name));
}

const KINDS = ['member', 'household', 'lists'] as const;

/** A fact or list of the catalogue that an expression names. */
export interface NamedFact {
  readonly kind: (typeof KINDS)[number];
  readonly name: string;
  readonly feeds: readonly RecordType[];
}

/** Facts and lists of the catalogue that the expression names, each once. */
export function factsOf(expression: Expression, language: Language): readonly NamedFact[] {
  const found = new Map<string, NamedFact>();
  for (const part of withConditions(expression, language))
    for (const node of nodesOf(part.ast)) {
      const name = node.op === '.' ? node.args[1] : node.op === 'rcall' ? node.args[0] : '';
      for (const kind of KINDS) {
        const fact = CATALOGUE[kind].get(name);
        if (fact !== undefined) found.set(`${kind} ${name}`, { kind, name, feeds: fact.feeds });
      }
    }
  return [...found.values()];
}

/** Feeds that facts rest on, in the order of the record types. */
export function feedsBehind(facts: readonly NamedFact[]): readonly RecordType[] {
  const feeds = new Set(facts.flatMap((fact) => fact.feeds));
  return RECORD_TYPES.filter((type) => feeds.has(type));
}

const CLUE_FACTS: ReadonlySet<string> = new Set(
  [...MEMBER_CLUE_FACTS, ...HOUSEHOLD_CLUE_FACTS].map(({ name }) => name),
);

/** Kinds of the events and clues that the expression asks of. */
export function clueKindsOf(expression: Expression, language: Language): readonly string[] {
  const kinds = new Set<string>();
  for (const part of withConditions(expression, language))
    for (const node of nodesOf(part.ast)) {
      const list = node.op === 'rcall' && CLUE_FACTS.has(node.args[0]) ? node.args[2][0] : undefined;
      for (const item of list?.op === 'list' ? list.args : []) if (item.op === 'value') kinds.add(String(item.args));
    }
  return [...kinds];
}

/** Feeds the expression's facts rest on, in the order of the record types. */
export function feedsOf(expression: Expression, language: Language): readonly RecordType[] {
  return feedsBehind(factsOf(expression, language));
}
