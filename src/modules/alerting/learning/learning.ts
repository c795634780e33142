/** How often alerts were right 规则成效, as far as it may be told: no cell is small enough to name a family. */
import type { AlertOutcome } from '../alert.ts';

export const LEARNING_KEYS = ['RULE', 'STREET', 'SOURCE', 'CHANNEL'] as const;
/** SOURCE: the agency whose records a rule rests on. CHANNEL: how the need came to be known, by a clue or by data. */
export type LearningKey = (typeof LEARNING_KEYS)[number];

/** The channel of what no clue told: rules found it in the agencies' records (S0 四(一)1 “主动+大数据”). */
export const DATA_CHANNEL = 'DATA';

/** What closed alerts of one group came to. Only what was visited counts as decided (S4 三(一) “大数据+铁脚板”). */
export interface LearningCounts {
  readonly key: string;
  readonly closed: number;
  /** Visited and settled: confirmed, already served or refuted. */
  readonly decided: number;
  readonly confirmed: number;
  readonly alreadyServed: number;
  readonly refuted: number;
  readonly unreached: number;
  /** Median; null where nobody was visited. */
  readonly hoursToContact: number | null;
}

/** Outcomes of a visit by what they say of the rule. CANNOT_REACH says nothing. */
export const VERDICTS: Readonly<
  Record<'confirmed' | 'alreadyServed' | 'refuted' | 'unreached', readonly AlertOutcome[]>
> = {
  confirmed: ['GRANTED', 'REFERRED'],
  alreadyServed: ['ALREADY_SERVED'],
  refuted: ['NOT_NEEDED', 'FALSE_ALARM'],
  unreached: ['CANNOT_REACH'],
};

/** Cells below this are not shown. */
export const SMALLEST_CELL = 10;

/** A group as it may be shown; null: too few to show. */
export interface LearningRow {
  readonly key: string;
  readonly closed: number | null;
  readonly decided: number | null;
  readonly confirmed: number | null;
  readonly alreadyServed: number | null;
  readonly refuted: number | null;
  readonly unreached: number | null;
  /** Confirmed among decided. */
  readonly precision: number | null;
  readonly hoursToContact: number | null;
}

/** A count that is not small; null otherwise. */
export function cell(count: number): number | null {
  return count < SMALLEST_CELL ? null : count;
}

const COARSE = 20;
const FINE = 1_000;

/** A share of a group that is not small. Beside a suppressed cell it is rounded to 5 %, or it would tell the cell. */
export function share(part: number, whole: number): number | null {
  if (whole < SMALLEST_CELL) return null;
  const steps = part < SMALLEST_CELL || whole - part < SMALLEST_CELL ? COARSE : FINE;
  return Math.round((part / whole) * steps) / steps;
}

/** What one hidden cell could be worked out from is hidden with it. */
export function shownRow(counts: LearningCounts): LearningRow {
  const { key, closed, decided, confirmed, alreadyServed, refuted, unreached, hoursToContact } = counts;
  const parts = [confirmed, alreadyServed, refuted];
  const told = parts.every((part) => cell(part) !== null);
  return {
    key,
    closed: cell(closed),
    decided: cell(decided),
    confirmed: told ? confirmed : null,
    alreadyServed: told ? alreadyServed : null,
    refuted: told ? refuted : null,
    unreached: cell(unreached),
    precision: share(confirmed, decided),
    hoursToContact: decided < SMALLEST_CELL || hoursToContact === null ? null : Math.round(hoursToContact * 10) / 10,
  };
}

/** So many decided alerts say enough of a rule, and so small a share of confirmed ones is too small. */
export interface RetireLimits {
  readonly decided: number;
  readonly precision: number;
}

/** Rules that are wrong so often that keeping them needs a reason. */
export function isToRetire({ decided, confirmed }: LearningCounts, limits: RetireLimits): boolean {
  return decided >= limits.decided && confirmed / decided < limits.precision;
}

/** SYS-05.05 应助尽助: of those in need, how many are served. */
export interface CoverageCounts {
  readonly streetCode: string;
  /** Households with a class in force, or whose alert ended in a grant or found them served. */
  readonly served: number;
  /** Households whose need a visit confirmed and who are not served. */
  readonly confirmedUnserved: number;
}

export interface CoverageRow {
  readonly streetCode: string;
  readonly served: number | null;
  readonly confirmedUnserved: number | null;
  readonly coverage: number | null;
}

export function shownCoverage({ streetCode, served, confirmedUnserved }: CoverageCounts): CoverageRow {
  return {
    streetCode,
    served: cell(served),
    confirmedUnserved: cell(confirmedUnserved),
    coverage: share(served, served + confirmedUnserved),
  };
}
