/** Discovery: policy packs, and what their rules find in households. */
export { createRuleBook, type RuleBook } from './book/book.ts';
export type { DraftTrial, SubmittedDraft } from './book/draft.store.ts';
export type { BookOrder, BookRefusal, Officer } from './book/refusals.ts';
export { type BookChange, createReleases, type Releases } from './book/releases.ts';
export { ALERT_FACTS, type CheckedAlert } from './catalogue/alert-facts.ts';
export { CATALOGUE } from './catalogue/catalogue.ts';
export { alertsFailing, isFailing } from './check.ts';
export type { ToldClue } from './clue/clue.store.ts';
export { CLUE_CHANNELS, CLUE_KINDS, type Clue, type ClueChannel, type ClueKind } from './clue/clue.ts';
export { type ClueIntake, type ClueRefusal, createClueIntake } from './clue/intake.ts';
export { SEALED_COLUMNS } from './clue/sealed-columns.ts';
export {
  createDiscovery,
  type Discovery,
  type DiscoveryParts,
  type Evaluation,
  type EvaluationRequest,
} from './discovery.service.ts';
export { findVerdicts, type JudgedVersion, type RuleCount, wordOf } from './discovery.store.ts';
export type { Drift, FullPass, RuleDrift } from './drift.store.ts';
export { type Evidence, evaluateRule, feedCheck, feedsAsOf, type RuleWord } from './evaluation.ts';
export type { Explanation, MissingFact } from './explanation/explain.ts';
export { leavesOf, type TraceStep, type Truth } from './explanation/trace.ts';
export type { Expression, Language } from './expression/language.ts';
export { clueKindsOf, type NamedFact } from './pack/dependencies.ts';
export { jsonSchemaOf as packFileSchema, PACK_FILE_KINDS, readPackFile } from './pack/load.ts';
export { loadPack, type Pack } from './pack/pack.ts';
export { numberOn, parameterValuesOn } from './pack/parameters.ts';
export { readExpression } from './pack/read-expression.ts';
export type { SeverityClock, SeverityClocks } from './pack/severity-clocks.ts';
export { type PackProblem, refusePack } from './pack/source.ts';
export { classesMeant, synonymsOf, type TermAlias } from './pack/terms.ts';
export type { WorkingDays } from './pack/working-days.ts';
export { type Figure, type ListedParameter, shownParameter } from './reading/figure.ts';
export { readingOf } from './reading/reading.ts';
export { type AlertCheck, isInForce, type Rule, SEVERITIES, type Severity } from './rule.ts';
export {
  cardOf,
  type ListedRule,
  type ListedSeverity,
  listRules,
  listVersions,
  policyBasisOf,
  readingWords,
  speaksOf,
} from './rule-list.ts';
export { householdConditions } from './sql/household-condition.ts';
export type { Judgement } from './sql/judgement.ts';
export { shifted } from './sql/shifted.ts';
export { verdictStatement } from './sql/verdict-statement.ts';
export type { RuleDraft } from './trial/draft.ts';
export { createTrials, type SampledHousehold, type Trial, type Trials } from './trial/trial.service.ts';
export type { StreetTrial, TrialChange } from './trial/trial.store.ts';
