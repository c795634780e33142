/** Checks of alerts: conditions of the packs on how alerts are worked, in SQL and in process. */
import type { Day } from '../../kernel/day.ts';
import type { CheckedAlert } from './catalogue/alert-facts.ts';
import { AlertSubject } from './expression/alert-subject.ts';
import type { Language } from './expression/language.ts';
import type { Pack } from './pack/pack.ts';
import { parameterValuesOn } from './pack/parameters.ts';
import { type AlertCheck, isInForce } from './rule.ts';
import { checkCondition } from './sql/check-condition.ts';

type CheckParts = Pick<Pack, 'alertChecks' | 'parameters' | 'language'>;

interface Moment {
  readonly day: Day;
  readonly now: Date;
}

function checkOn({ alertChecks }: CheckParts, id: string, day: Day): AlertCheck | undefined {
  return alertChecks.find((check) => check.id === id && isInForce(check, day));
}

/**
 * A check in force as a condition on a row of the alerts' table under the alias `a`; FALSE where no such check is in
 * force. Placeholders count from 1.
 */
export function alertsFailing(
  parts: CheckParts,
  id: string,
  { day, now }: Moment,
): { readonly text: string; readonly values: readonly unknown[] } {
  const check = checkOn(parts, id, day);
  if (check === undefined) return { text: 'FALSE', values: [] };
  const language: Language = parts.language;
  return checkCondition(check, { day, now, language, parameters: parameterValuesOn(parts.parameters, day) });
}

/** Whether a check in force holds of an alert; undefined where that is not known. */
export function isFailing(
  parts: CheckParts,
  id: string,
  alert: CheckedAlert,
  { day, now }: Moment,
): boolean | undefined {
  const check = checkOn(parts, id, day);
  if (check === undefined) return false;
  const values = Object.fromEntries(parameterValuesOn(parts.parameters, day));
  return check.expression.evaluate({ ...values, alert: new AlertSubject(alert, now) }) as boolean | undefined;
}
