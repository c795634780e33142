/**
 * A rule as one SQL statement over the stored facts: first which households are a hit or not known, by one reading of
 * the facts, then severity and evidence of those alone.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { RecordType } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { FeedCheck } from '../catalogue/fact.ts';
import type { Language } from '../expression/language.ts';
import { asksPersons, conjunctsOf, personRangeOf } from '../expression/walk.ts';
import type { EvidenceItem, Rule } from '../rule.ts';
import { compile } from './compile.ts';
import { type CompileContext, type Sql, withMember } from './context.ts';
import { type ParameterValue, Statement } from './statement.ts';

/** Of a rule, what its word rests on. */
export type Judgeable = Pick<Rule, 'expression'>;

/** What a rule is judged by. */
export interface Judgement {
  readonly day: Day;
  readonly isCurrent: FeedCheck;
  /** The newest day a feed's data speak of. */
  readonly asOf: (feeds: readonly RecordType[]) => Day | null;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Households of streets whose code begins so. */
  readonly division: string;
  /** The streets among them that are judged; absent: all. */
  readonly streets?: StreetReach;
  /** `marked`: the households of the session's table `judging`, each looked up; `all`: one pass over the facts. */
  readonly reach: 'marked' | 'all';
}

/** Streets that a version of a rule judges. */
export interface StreetReach {
  /** null: every street. */
  readonly only: readonly string[] | null;
  /** Streets of these that another version judges. */
  readonly except: readonly string[];
}

export interface SqlText {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The dates that stored dates are compared with. */
  readonly dates: readonly Day[];
}

/** Aggregates over a household's persons, collected to be computed together. */
class Collected {
  readonly alias = 'm';
  readonly columns: string[] = [];

  add(aggregate: string): string {
    const found = this.columns.indexOf(aggregate);
    const place = found === -1 ? this.columns.push(aggregate) : found + 1;
    return `g.c${place}`;
  }

  get select(): string {
    return this.columns.map((column, index) => `${column} AS c${index + 1}`).join(', ');
  }
}

function contextOf(statement: Statement, judgement: Judgement, persons: Collected): CompileContext {
  const { language, parameters } = judgement;
  return { statement, language, parameters, household: 'h', members: new Map(), persons, compile };
}

function heldHouseholds(statement: Statement, { division, streets }: Judgement): string {
  const { only = null, except = [] } = streets ?? {};
  return [
    `${statement.holds('h')} AND starts_with(h.street_code, ${statement.parameter(division, 'text')})`,
    ...(only === null ? [] : [`h.street_code = ANY(${statement.parameter(only, 'text[]')})`]),
    ...(except.length === 0 ? [] : [`h.street_code <> ALL(${statement.parameter(except, 'text[]')})`]),
  ].join(' AND ');
}

/** Rows that are looked up one by one however many the planner expects, so that time does not grow with the city. */
function lookedUp(statement: Statement, judgement: Judgement, persons: Collected): string {
  return `judging k
    CROSS JOIN LATERAL (SELECT h.* FROM household_fact h
      WHERE h.household_id = k.household_id AND ${heldHouseholds(statement, judgement)} OFFSET 0) h
    ${personsOf(statement, persons)}`;
}

function personsOf(statement: Statement, persons: Collected): string {
  if (persons.columns.length === 0) return '';
  return `CROSS JOIN LATERAL (SELECT ${persons.select} FROM member_fact m
    WHERE m.household_id = h.household_id AND ${statement.holds('m')}) g`;
}

/** All households with the aggregates over their persons, which are computed in one pass. */
function scanned(statement: Statement, judgement: Judgement, persons: Collected): string {
  const held = heldHouseholds(statement, judgement);
  const all = `(SELECT h.* FROM household_fact h WHERE ${held}) h`;
  if (persons.columns.length === 0) return all;
  const household = persons.columns.some((column) => /\bh\./.test(column))
    ? `JOIN household_fact h ON h.household_id = m.household_id AND ${held}`
    : '';
  return `${all} LEFT JOIN (SELECT m.household_id, ${persons.select} FROM member_fact m ${household}
    WHERE ${statement.holds('m')} GROUP BY m.household_id) g ON g.household_id = h.household_id`;
}

/** The one `list.exists(m, …)` of a rule whose other conditions ask the household only; null where it is not so. */
function soleExists(
  rule: Judgeable,
  { conditions }: Language,
  statement: Statement,
): { readonly exists: ASTNode; readonly others: readonly ASTNode[] } | null {
  const conjuncts = conjunctsOf(rule.expression.ast);
  const others = conjuncts.filter((part) => !asksPersons(part, conditions));
  const [exists, second] = conjuncts.filter((part) => asksPersons(part, conditions));
  if (exists === undefined || second !== undefined || exists.op !== 'rcall' || exists.args[0] !== 'exists') return null;
  const range = personRangeOf(exists.args[1]);
  const list = CATALOGUE.lists.get(range?.list ?? '');
  return range?.filter === null && list !== undefined && statement.isCurrent(list.feeds) ? { exists, others } : null;
}

/** Only persons who may be the one: the others are passed over while the facts are read. */
function scannedForOne(
  statement: Statement,
  context: CompileContext,
  judgement: Judgement,
  rule: Judgeable,
): string | null {
  const sole = soleExists(rule, judgement.language, statement);
  if (sole === null || sole.exists.op !== 'rcall') return null;
  const [, range, [variable, predicate]] = sole.exists.args;
  const list = CATALOGUE.lists.get(personRangeOf(range)?.list ?? '');
  if (list === undefined || variable?.op !== 'id' || predicate === undefined) return null;
  const one = compile(predicate, withMember(context, variable.args, 'm')).text;
  if (/\bh\./.test(one)) return null;
  const others = sole.others.map((part) => compile(part, context).text);
  const result = [...others, '(CASE WHEN g.found THEN TRUE END)'].join(' AND ');
  return `SELECT h.*, (${result}) AS result
    FROM (SELECT m.household_id, bool_or(${one}) AS found FROM member_fact m
      WHERE ${statement.holds('m')} AND ${list.sql('m', statement)} AND ${one} IS NOT FALSE GROUP BY m.household_id) g
    JOIN household_fact h ON h.household_id = g.household_id AND ${heldHouseholds(statement, judgement)}`;
}

/** The households with the rule's word on each; FALSE is left out. */
function judged(statement: Statement, judgement: Judgement, rule: Judgeable): string {
  const persons = new Collected();
  const context = contextOf(statement, judgement, persons);
  const direct = judgement.reach === 'all' ? scannedForOne(statement, context, judgement, rule) : null;
  if (direct !== null) return `SELECT * FROM (${direct} OFFSET 0) h WHERE h.result IS NOT FALSE`;
  const result = compile(rule.expression.ast, context);
  const rows = judgement.reach === 'all' ? scanned : lookedUp;
  return `SELECT * FROM (SELECT h.*, ${result.text} AS result FROM ${rows(statement, judgement, persons)} OFFSET 0) h
    WHERE h.result IS NOT FALSE`;
}

function severity(rule: Rule, context: CompileContext): string {
  const cases = rule.severities.map(({ severity: level, when }) => {
    const value = context.statement.parameter(level, 'text');
    return when === null ? `ELSE ${value}` : `WHEN ${compile(when.ast, context).text} THEN ${value}`;
  });
  return `CASE WHEN h.result IS NULL THEN NULL ${cases.join(' ')} END`;
}

function evidenceText({ value }: EvidenceItem, { text }: Sql): string {
  if (value.type === 'Money') return `to_char(round(${text}) / 100.0, 'FM99999999999990.00')`;
  return value.type === 'string' ? `nullif(${text}, '')` : `(${text})::text`;
}

function evidenceObject(
  item: EvidenceItem,
  value: string,
  person: string,
  statement: Statement,
  judgement: Judgement,
): string {
  const text = (content: string | null): string => statement.parameter(content, 'text');
  return `jsonb_build_object('label', ${text(item.label.zh)}, 'value', ${value}, 'unit', ${text(item.unit)},
    'source', ${text(item.sources.join(','))}, 'asOf', ${text(judgement.asOf(item.sources))}, 'personId', ${person})`;
}

const NO_EVIDENCE = `'[]'::jsonb`;

function evidence(item: EvidenceItem, context: CompileContext, judgement: Judgement): string {
  const { statement, persons } = context;
  if (item.of === 'household') {
    const value = evidenceText(item, compile(item.value.ast, context));
    const object = evidenceObject(item, value, 'NULL::bigint', statement, judgement);
    return `CASE WHEN h.result AND ${value} IS NOT NULL THEN jsonb_build_array(${object}) ELSE ${NO_EVIDENCE} END`;
  }
  const value = evidenceText(item, compile(item.value.ast, withMember(context, 'member', 'm')));
  const object = evidenceObject(item, value, `m.person_id`, statement, judgement);
  const rows = `FILTER (WHERE m.chosen AND h.result AND ${value} IS NOT NULL)`;
  return `coalesce(${persons.add(`jsonb_agg(${object} ORDER BY m.person_id) ${rows}`)}, ${NO_EVIDENCE})`;
}

/** Members who made a hit fire; where the result is not known, those of whom it is not known. */
function chosenMembers({ members }: Rule, context: CompileContext): string {
  const list = CATALOGUE.lists.get(members.list);
  if (list === undefined || !context.statement.isCurrent(list.feeds)) return 'FALSE';
  const condition = compile(members.condition.ast, withMember(context, members.variable, 'm')).text;
  return `(${list.sql('m', context.statement)} AND ${condition} IS NOT DISTINCT FROM h.result)`;
}

/** The households that are a hit or not known: household_id, result (NULL: not known), severity, members, evidence. */
export function foundStatement(rule: Rule, judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const persons = new Collected();
  const context = contextOf(statement, judgement, persons);
  const members = persons.add('array_agg(m.person_id ORDER BY m.person_id) FILTER (WHERE m.chosen)');
  const level = severity(rule, context);
  const items = rule.items.map((item) => evidence(item, context, judgement));
  const text = `WITH judged AS MATERIALIZED (${judged(statement, judgement, rule)})
    SELECT h.household_id, h.result, ${level} AS severity,
      coalesce(${members}, '{}') AS members, ${[NO_EVIDENCE, ...items].join(' || ')} AS evidence
    FROM judged h CROSS JOIN LATERAL (SELECT ${persons.select} FROM (
      SELECT m.*, ${chosenMembers(rule, context)} AS chosen FROM member_fact m
      WHERE m.household_id = h.household_id AND ${statement.holds('m')} OFFSET 0) m) g`;
  return { text, values: statement.values, dates: statement.dates };
}

/** How many households are a hit and of how many it is not known. */
export function countStatement(rule: Judgeable, judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const text = `SELECT count(*) FILTER (WHERE h.result) AS matched, count(*) FILTER (WHERE h.result IS NULL) AS unknown
    FROM (${judged(statement, judgement, rule)}) h`;
  return { text, values: statement.values, dates: statement.dates };
}

/** The word on every household that is a hit or not known: household_id, street_code, result. */
export function judgedStatement(rule: Judgeable, judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const text = `SELECT h.household_id, h.street_code, h.result FROM (${judged(statement, judgement, rule)}) h`;
  return { text, values: statement.values, dates: statement.dates };
}
