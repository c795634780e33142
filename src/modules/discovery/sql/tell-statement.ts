/** What is told of the households a rule found: severity, who made it fire, the values shown. */
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { EvidenceItem, Rule } from '../rule.ts';
import { compile } from './compile.ts';
import { type CompileContext, read, type Sql, withMember } from './context.ts';
import { contextOf, type Judgement, type SqlText } from './judgement.ts';
import { PersonAggregation } from './person-aggregation.ts';
import { Statement } from './statement.ts';

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

function evidence(item: EvidenceItem, told: CompileContext, judgement: Judgement): string {
  const context: CompileContext = { ...told, count: 'untimed' };
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
  const listed = read(context, { alias: 'm' }, (row) => list.sql(row, context.statement));
  return `(${listed} AND ${condition} IS NOT DISTINCT FROM h.result)`;
}

/**
 * `household_id, result, severity, members, evidence` of the households in which the rule is a hit (TRUE) or not known
 * (NULL), as the session's table `rule_verdict` says under the rule's place; result NULL: not known.
 */
export function tellStatement(rule: Rule, place: number, judgement: Judgement): SqlText {
  const statement = new Statement(judgement.day, judgement.isCurrent);
  const persons = new PersonAggregation();
  const context = contextOf(statement, judgement, persons);
  const members = persons.add('array_agg(m.person_id ORDER BY m.person_id) FILTER (WHERE m.chosen)');
  const level = severity(rule, context);
  const items = rule.items.map((item) => evidence(item, context, judgement));
  const text = `SELECT h.household_id, h.result, ${level} AS severity,
      coalesce(${members}, '{}') AS members, ${[NO_EVIDENCE, ...items].join(' || ')} AS evidence
    FROM (SELECT f.*, v.result FROM rule_verdict v CROSS JOIN LATERAL (SELECT h.* FROM household_fact h
      WHERE h.household_id = v.household_id AND ${statement.holds('h')} OFFSET 0) f
      WHERE v.place = ${statement.parameter(place, 'int')} OFFSET 0) h
    CROSS JOIN LATERAL (SELECT ${persons.select} FROM (
      SELECT m.*, ${chosenMembers(rule, context)} AS chosen FROM member_fact m
      WHERE m.household_id = h.household_id AND ${statement.holds('m')} OFFSET 0) m) g`;
  return { text, values: statement.values, asked: statement.asked };
}
