/** Rules as the packs give them, parsed and checked: what discovery evaluates. */
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { Release } from './book/released-version.ts';
import type { ValueType } from './catalogue/fact.ts';
import type { Expression } from './expression/language.ts';
import type { ParameterValue } from './sql/statement.ts';

export const SEVERITIES = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;

/** How urgent a hit is, the most urgent first. */
export type Severity = (typeof SEVERITIES)[number];

/** Text in the field's language and in English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Half-open: in force from the first day, no longer on the second; null is open. */
export interface Validity {
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
}

export function isInForce({ effectiveFrom, effectiveTo }: Validity, day: Day): boolean {
  return effectiveFrom <= day && (effectiveTo === null || day < effectiveTo);
}

/** A law, decision or notice that rules and parameters rest on. */
export interface PolicyDocument extends Validity {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly level: 'law' | 'national' | 'city' | 'district' | 'street';
  readonly note: string | null;
}

/** One value of a parameter, as long as it held. */
export interface ParameterPeriod extends Validity {
  readonly value: Exclude<ParameterValue, undefined>;
  readonly source: string;
  /** No source was found that could be shown as fact. */
  readonly example: boolean;
}

export interface Parameter {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly type: ValueType;
  readonly periods: readonly ParameterPeriod[];
}

/** A clause a rule rests on. */
export interface BasisClause {
  readonly document: PolicyDocument;
  readonly clause: string;
}

/** A value shown with a hit, of the household or of each evidence member. */
export interface EvidenceItem {
  readonly label: Bilingual;
  readonly unit: string | null;
  readonly sources: readonly RecordType[];
  readonly of: 'household' | 'member';
  readonly value: Expression;
}

/** Who made the rule fire: those of a list for whom the condition holds. */
export interface EvidenceMembers {
  readonly list: string;
  readonly variable: string;
  readonly condition: Expression;
  /** Whether the pack states them; otherwise they follow from the rule's expression. */
  readonly stated: boolean;
}

export interface SeverityCase {
  readonly severity: Severity;
  /** null: in every other case. */
  readonly when: Expression | null;
}

/** A check on how alerts are worked: no rule over households. */
export interface AlertCheck extends Validity {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly basis: readonly BasisClause[];
  /** TRUE: the alert fails the check. */
  readonly expression: Expression;
  /** Parameters the check names, in the order of the packs. */
  readonly parameters: readonly string[];
}

export interface Rule extends Validity {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  /** The policies a confirmed need leads to. */
  readonly targetPolicies: readonly string[];
  /** Agencies whose policy the target is. */
  readonly agencies: readonly AgencyId[];
  /** Only the case team is shown its hits. */
  readonly restricted: boolean;
  readonly basis: readonly BasisClause[];
  readonly expression: Expression;
  /** The first case that is known to hold decides. */
  readonly severities: readonly SeverityCase[];
  readonly members: EvidenceMembers;
  readonly items: readonly EvidenceItem[];
  /** Parameters the rule names, in the order of the packs. */
  readonly parameters: readonly string[];
  /** Feeds the rule's result rests on. */
  readonly feeds: readonly RecordType[];
  /** Pilot streets, in which alone this version judges; null: everywhere. */
  readonly streets: readonly string[] | null;
  /** Values of parameters this version was released with; the others are the packs'. */
  readonly own: ReadonlyMap<string, Exclude<ParameterValue, undefined>>;
  /** How it came beside the packs' versions; null: it is one of theirs. */
  readonly release: Release | null;
}
