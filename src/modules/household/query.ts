/** What may be asked of the households, and by whom. */
import type { HouseholdKind } from './document.ts';

/** Which rows a caller may see: division code prefixes; none of them means no rows. */
export interface RowScope {
  readonly prefixes: readonly string[];
  /** Single households besides, wherever they lie. */
  readonly households?: readonly number[];
}

/** The scope as patterns of a street code. */
export function patternsOf({ prefixes }: RowScope): readonly string[] {
  return prefixes.filter((prefix) => /^\d+$/.test(prefix)).map((prefix) => `${prefix}%`);
}

/** Whether a row with street and committee lies in the divisions of a placeholder, as a condition in SQL. */
export function withinDivisions(row: string, place: string): string {
  return `EXISTS (SELECT FROM unnest(${place}::text[]) AS division
  WHERE starts_with(${row}.street_code, division) OR starts_with(${row}.committee_code, division))`;
}

/** What a list of households is asked for; absent: no condition. */
export interface HouseholdFilter {
  readonly streetCode?: string;
  readonly committeeCode?: string;
  readonly kind?: HouseholdKind;
  readonly registeredClass?: readonly string[];
  /** Households without any registered class. */
  readonly withoutClass?: boolean;
  readonly hasOpenAlert?: boolean;
  /** Households with an open alert in which one of these rules fires. */
  readonly ruleIds?: readonly string[];
  /** Alerts that these rules alone ever hit count as none. */
  readonly withheldRules?: readonly string[];
  readonly minMembers?: number;
}

/** One page of a list, in the order of ids. */
export interface HouseholdPage {
  readonly totalCount: number;
  readonly ids: readonly number[];
  readonly hasNextPage: boolean;
}

export interface PageRequest {
  readonly first: number;
  /** The id after which the page begins. */
  readonly after: number | null;
}
