/**
 * Rules with one thing in them changed: a threshold by its smallest step, a code left out, a condition dropped. A case
 * that stands right beside the threshold, or that the condition decides, tells the changed rule from the rule.
 */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { Condition } from '../../src/modules/discovery/expression/language.ts';
import { createLanguage, type Language } from '../../src/modules/discovery/expression/language.ts';
import { Money } from '../../src/modules/discovery/expression/money.ts';
import { childrenOf, nodesOf } from '../../src/modules/discovery/expression/walk.ts';
import type { Pack, Rule } from '../../src/modules/discovery/index.ts';
import type { ParameterValue } from '../../src/modules/discovery/sql/statement.ts';

type Values = ReadonlyMap<string, ParameterValue>;

/** A rule changed in one place, and the values it is judged by. */
export interface Mutant {
  readonly rule: Rule;
  readonly change: string;
  readonly parameters: Values;
}

/** A text with one part of it replaced. */
interface Edit {
  readonly text: string;
  readonly change: string;
}

type Content = string | number | bigint | boolean;

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part;
}

/** The text of a tree in which one node is another. */
function replaced(root: ASTNode, node: ASTNode, by: object): string {
  const copy = (part: unknown): unknown => {
    if (part === node) return by;
    if (Array.isArray(part)) return part.map(copy);
    return isNode(part)
      ? Object.assign(Object.create(Object.getPrototypeOf(part)), part, { args: copy(part.args) })
      : part;
  };
  return serialize(copy(root) as ASTNode);
}

const value = (args: Content): object => ({ op: 'value', args });

/** Whole numbers by one more and one less, other numbers by a hundredth. */
function numbers(root: ASTNode, node: ASTNode): readonly Edit[] {
  if (node.op !== 'value') return [];
  const { args } = node;
  const others: readonly Content[] =
    typeof args === 'bigint'
      ? [args + 1n, ...(args > 0n ? [args - 1n] : [])]
      : typeof args === 'number'
        ? [args + 0.01, args - 0.01]
        : [];
  const around = node.input.slice(Math.max(0, node.start - 40), node.start).replaceAll(/\s+/g, ' ');
  return others.map((by) => ({ text: replaced(root, node, value(by)), change: `…${around} ${args} → ${by}` }));
}

/** One code less in a list of several. */
function codes(root: ASTNode, node: ASTNode): readonly Edit[] {
  if (node.op !== 'list' || node.args.length < 2) return [];
  return node.args.map((left) => ({
    text: replaced(root, node, { op: 'list', args: node.args.filter((item) => item !== left) }),
    change: `without ${serialize(left)} in ${serialize(node)}`,
  }));
}

/** `a && b` without one of its parts. */
function dropped(root: ASTNode, node: ASTNode): readonly Edit[] {
  if (node.op !== '&&' && node.op !== '||') return [];
  return childrenOf(node)
    .filter((part) => part.op !== node.op)
    .map((part) => ({ text: replaced(root, part, value(node.op === '&&')), change: `without ${serialize(part)}` }));
}

function editsOf(root: ASTNode): readonly Edit[] {
  return [...nodesOf(root)].flatMap((node) => [...numbers(root, node), ...codes(root, node), ...dropped(root, node)]);
}

function inLanguage(rule: Rule, language: Language): Rule {
  const again = (source: string) => language.parse(source, 'household');
  return {
    ...rule,
    expression: again(rule.expression.source),
    severities: rule.severities.map((level) => ({ ...level, when: level.when && again(level.when.source) })),
  };
}

function expressionsOf(rule: Rule): readonly Rule['expression'][] {
  return [rule.expression, ...rule.severities.flatMap(({ when }) => when ?? [])];
}

/** Conditions a rule calls, itself or by others. */
function conditionsOf(rule: Rule, { conditions }: Language): ReadonlySet<string> {
  const called = new Set<string>();
  const visit = (ast: ASTNode): void => {
    for (const node of nodesOf(ast)) {
      const id = node.op === 'rcall' ? node.args[0] : '';
      const condition = conditions.get(id);
      if (condition === undefined || called.has(id)) continue;
      called.add(id);
      visit(condition.ast);
    }
  };
  for (const { ast } of expressionsOf(rule)) visit(ast);
  return called;
}

/** The trees of a rule's condition and of those it calls. */
function treesOf(rule: Rule, language: Language): readonly ASTNode[] {
  const called = [...conditionsOf({ ...rule, severities: [] }, language)];
  return [rule.expression.ast, ...called.flatMap((id) => language.conditions.get(id)?.ast ?? [])];
}

function namesIn(trees: readonly ASTNode[]): readonly string[] {
  const names = trees.flatMap((tree) =>
    [...nodesOf(tree)].flatMap((node) =>
      node.op === '.' ? [node.args[1]] : node.op === 'rcall' ? [node.args[0]] : [],
    ),
  );
  return [...new Set(names)].sort();
}

/** Names of the facts a rule's condition asks, itself or by named conditions. */
export function factsAsked(rule: Rule, language: Language): readonly string[] {
  return namesIn(treesOf(rule, language));
}

/** Names of the facts of which it asks with `has(…)` whether they are known. */
export function factsAskedFor(rule: Rule, language: Language): readonly string[] {
  const asked = treesOf(rule, language).flatMap((tree) =>
    [...nodesOf(tree)].flatMap((node) => (node.op === 'call' && node.args[0] === 'has' ? node.args[1] : [])),
  );
  return namesIn(asked);
}

function ofRule(rule: Rule, { language }: Pack, parameters: Values): readonly Mutant[] {
  const own = editsOf(rule.expression.ast).map(({ text, change }) => ({
    rule: { ...rule, expression: language.parse(text, 'household') },
    ...{ change, parameters },
  }));
  const levels = rule.severities.flatMap(({ when }, place) =>
    when === null
      ? []
      : editsOf(when.ast).map(({ text, change }) => ({
          rule: {
            ...rule,
            severities: rule.severities.map((level, at) =>
              at === place ? { ...level, when: language.parse(text, 'household') } : level,
            ),
          },
          ...{ change: `severity: ${change}`, parameters },
        })),
  );
  return [...own, ...levels];
}

/** Values of the parameters a rule names, one step up and one down. */
function ofParameters(rule: Rule, parameters: Values): readonly Mutant[] {
  return rule.parameters.flatMap((id) => {
    const held = parameters.get(id);
    const cent = Money.ofFen(1);
    const other: readonly ParameterValue[] =
      held instanceof Money
        ? [held.plus(cent), held.minus(cent)]
        : typeof held === 'bigint'
          ? [held + 1n, held - 1n]
          : held === undefined
            ? []
            : [held + 0.01, held - 0.01];
    return other.map((by, place) => ({
      rule,
      change: `${id} one step ${place === 0 ? 'up' : 'down'}`,
      parameters: new Map([...parameters, [id, by]]),
    }));
  });
}

/** Every rule that is like the rule but for one thing of its own. */
export function mutantsOf(rule: Rule, pack: Pack, parameters: Values): readonly Mutant[] {
  return [...ofRule(rule, pack, parameters), ...ofParameters(rule, parameters)];
}

/** The rules that call a named condition, with one thing in it changed. */
export interface ChangedCondition {
  readonly change: string;
  readonly mutants: readonly Mutant[];
}

/** Named conditions with one thing changed; each is to be noticed in one of the rules that call it. */
export function changedConditions(
  pack: Pack,
  definitions: readonly Condition[],
  parameters: Values,
): readonly ChangedCondition[] {
  const callers = new Map(pack.rules.map((rule) => [rule, conditionsOf(rule, pack.language)]));
  return definitions.flatMap(({ id }, place) => {
    const ast = pack.language.conditions.get(id)?.ast;
    const rules = pack.rules.filter((rule) => callers.get(rule)?.has(id));
    return (ast === undefined ? [] : editsOf(ast)).map(({ text, change }) => {
      const language = createLanguage(
        pack.language.parameters,
        definitions.map((one, at) => (at === place ? { ...one, expression: text } : one)),
        (_condition, error) => {
          throw error;
        },
      );
      const mutants = rules.map((rule) => ({ rule: inLanguage(rule, language), change, parameters }));
      return { change: `${id}: ${change}`, mutants };
    });
  });
}
