/** A rule's version as people released it. */
import type { Day } from '../../../kernel/day.ts';

/** Another value of a parameter; money in yuan. */
export interface WrittenParameter {
  readonly name: string;
  readonly value: string;
}

/** A version of a rule that two people put in force, or that a rollback restored. */
export interface Release {
  readonly ruleId: string;
  readonly version: number;
  /** The packs' version that gives name, basis, severity and evidence. */
  readonly template: number;
  readonly expression: string;
  readonly parameters: readonly WrittenParameter[];
  /** Pilot streets; empty: everywhere. */
  readonly streets: readonly string[];
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  /** The version whose content a rollback restored. */
  readonly restores: number | null;
  readonly reason: string;
  readonly releasedBy: string;
  readonly releasedOn: Day;
}
