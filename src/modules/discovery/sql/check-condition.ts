/** A check of alerts as a condition on one row of their table. */
import type { Day } from '../../../kernel/day.ts';
import type { Expression, Language } from '../expression/language.ts';
import { nodesOf } from '../expression/walk.ts';
import { compile } from './compile.ts';
import { NotCompilable } from './context.ts';
import { type ParameterValue, Statement } from './statement.ts';

export interface CheckMoment {
  readonly day: Day;
  readonly now: Date;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
}

/** The check over the alias `a`. */
export function checkCondition(
  { expression }: { readonly expression: Expression },
  { day, now, language, parameters }: CheckMoment,
): { readonly text: string; readonly values: readonly unknown[] } {
  for (const node of nodesOf(expression.ast))
    if (node.op === 'id' && node.args !== 'alert' && !language.parameters.has(node.args))
      throw new NotCompilable(node, 'a check of alerts asks of the alert and of parameters only');
  const statement = new Statement(day, () => true);
  const { text } = compile(expression.ast, {
    ...{ statement, language, parameters, household: '', members: new Map(), columns: new Map(), compile },
    persons: { alias: '', add: () => '' },
    alert: { row: 'a', now: statement.parameter(now, 'timestamptz') },
  });
  return { text, values: statement.values };
}
