/** A rule's word on one household in process: for explanations, what-if questions, and to hold the SQL to it. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import { type FeedStates, standingOf } from '../household/index.ts';
import type { FeedCheck } from './catalogue/fact.ts';
import { Money } from './expression/money.ts';
import { HouseholdSubject, type Judged, type MemberSubject, type Variables } from './expression/subjects.ts';
import type { EvidenceItem, Rule, Severity } from './rule.ts';
import type { ParameterValue } from './sql/statement.ts';

/** A value shown with a hit. */
export interface Evidence {
  readonly label: string;
  /** Amounts in yuan with two places. */
  readonly value: string;
  readonly unit: string | null;
  /** Record types, separated by commas. */
  readonly source: string;
  readonly asOf: Day | null;
  /** null: of the household. */
  readonly personId: number | null;
}

export interface RuleWord {
  readonly result: 'HIT' | 'UNKNOWN' | 'NONE';
  readonly severity: Severity | null;
  /** Of a hit, those who made it; of an unknown, those of whom it is not known. */
  readonly members: readonly number[];
  readonly evidence: readonly Evidence[];
}

/** Whether all of some feeds are FRESH or LATE. */
export function feedCheck(feeds: FeedStates): FeedCheck {
  const isCurrent = (type: RecordType): boolean => {
    const freshness = feeds.get(type)?.freshness;
    return freshness === 'FRESH' || freshness === 'LATE';
  };
  const current = new Set([...feeds.keys()].filter(isCurrent));
  return (types) => types.every((type) => current.has(type));
}

/** The oldest of the newest days that some feeds' data speak of. */
export function feedsAsOf(feeds: FeedStates, types: readonly RecordType[]): Day | null {
  return standingOf(feeds, types).asOf;
}

function severityOf(rule: Rule, variables: Variables): Severity | null {
  return rule.severities.find(({ when }) => when === null || when.evaluate(variables) === true)?.severity ?? null;
}

function chosenMembers(rule: Rule, household: HouseholdSubject, isHit: boolean): readonly MemberSubject[] {
  const { list, variable, condition } = rule.members;
  const word = isHit ? true : undefined;
  return (household.list(list) ?? [])
    .filter((subject) => condition.evaluate({ ...household.variables, [variable]: subject }) === word)
    .sort((a, b) => a.member.person.id - b.member.person.id);
}

function textOf(value: unknown): string {
  return value instanceof Money ? value.toYuan() : String(value ?? '');
}

function evidenceOf(
  item: EvidenceItem,
  value: unknown,
  feeds: FeedStates,
  personId: number | null,
): readonly Evidence[] {
  const text = textOf(value);
  if (text === '') return [];
  const { label, unit, sources } = item;
  return [{ label: label.zh, value: text, unit, source: sources.join(','), asOf: feedsAsOf(feeds, sources), personId }];
}

/** Evaluates a rule over a household's document; the parameters are the packs' on the day, the rule's own stand before them. */
export function evaluateRule(
  rule: Rule,
  judged: Omit<Judged, 'isCurrent'> & { readonly feeds: FeedStates },
  parameters: ReadonlyMap<string, ParameterValue>,
): RuleWord {
  const { feeds, ...rest } = judged;
  const values = Object.fromEntries([...parameters, ...rule.own]);
  const household = new HouseholdSubject({ ...rest, isCurrent: feedCheck(feeds) }, values);
  const { variables } = household;
  const result = rule.expression.evaluate(variables);
  if (result === false) return { result: 'NONE', severity: null, members: [], evidence: [] };
  const chosen = chosenMembers(rule, household, result === true);
  const members = chosen.map(({ member }) => member.person.id);
  if (result !== true) return { result: 'UNKNOWN', severity: null, members, evidence: [] };
  const evidence = rule.items.flatMap((item) =>
    item.of === 'household'
      ? evidenceOf(item, item.value.evaluate(variables), feeds, null)
      : chosen.flatMap((member) =>
          evidenceOf(item, item.value.evaluate({ ...variables, member }), feeds, member.member.person.id),
        ),
  );
  return { result: 'HIT', severity: severityOf(rule, variables), members, evidence };
}
