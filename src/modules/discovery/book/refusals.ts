/** When a change of the rule book is refused; nothing was changed. */
import type { Day } from '../../../kernel/day.ts';
import { type ErrorCode, type ErrorParams, WanjiaError } from '../../../kernel/errors.ts';
import type { Rule } from '../rule.ts';

/** Who changes the rule book, and for which divisions. */
export interface Officer {
  readonly subject: string;
  readonly organisation: string;
  /** Division codes; a code covers all that begins with it. */
  readonly divisions: readonly string[];
}

/** What every change of the rule book states. */
export interface BookOrder {
  readonly officer: Officer;
  /** Why, for the record. */
  readonly reason: string;
  /** The newest version of the rule the officer has seen; null: not said. */
  readonly expectedVersion: number | null;
}

export interface BookRefusal {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

const STREET = /^\d{9}$/;

function refuseReach(divisions: readonly string[], division: string, streets: readonly string[]): BookRefusal | null {
  const wrong = streets.find((street) => !STREET.test(street) || !street.startsWith(division));
  if (wrong !== undefined)
    return {
      code: 'BAD_USER_INPUT',
      params: { input: 'rule.streets', expected: `streets of ${division}, nine digits each` },
    };
  const concerned = streets.length === 0 ? [division] : streets;
  const isCovered = (place: string): boolean => divisions.some((code) => code !== '' && place.startsWith(code));
  return concerned.every(isCovered) ? null : { code: 'RULE_OUT_OF_REACH', params: { division: concerned.join(' ') } };
}

/** What is wrong with an order in itself. */
export function refuseOrder(
  { officer, reason }: BookOrder,
  place: { readonly division: string; readonly streets: readonly string[] },
): BookRefusal | null {
  if (reason.trim() === '') return { code: 'TEXT_REQUIRED', params: { input: 'reason' } };
  return refuseReach(officer.divisions, place.division, place.streets);
}

/** The newest version of a rule, in force or not; 0: there is none. */
export function newestVersion(rules: readonly Rule[], id: string): number {
  return Math.max(0, ...rules.filter((rule) => rule.id === id).map(({ version }) => version));
}

/** Nobody overwrites what they have not seen. */
export function refuseStale(id: string, newest: number, seen: number | null): BookRefusal | null {
  return seen === null || seen === newest ? null : { code: 'CONFLICT', params: { state: id, version: newest } };
}

export function refusePast(effectiveFrom: Day, today: Day): BookRefusal | null {
  return effectiveFrom < today ? { code: 'RULE_DAY_PAST', params: { today } } : null;
}

/** The loader's word on a draft that does not load, as a refusal; everything else is thrown on. */
export function refusalOfDraft(error: unknown): BookRefusal {
  if (error instanceof WanjiaError && error.code === 'BAD_USER_INPUT')
    return { code: error.code, params: error.params };
  throw error;
}
