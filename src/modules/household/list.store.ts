/** Lists households by facts of the hub's day, keyset-paged by id. */
import type { Day } from '../../kernel/day.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HouseholdFilter, type HouseholdPage, type PageRequest, patternsOf, type RowScope } from './query.ts';

interface ListRequest {
  readonly filter: HouseholdFilter;
  readonly page: PageRequest;
  readonly scope: RowScope;
  readonly day: Day;
}

const STREET_DIGITS = 9;

/** A condition with the values it needs; each `?` stands for the place of the next. */
type Condition = readonly [sql: string, ...values: unknown[]];

const CLASS_IN_FORCE = `case when h.class_until is null or h.class_until >= $1::date then h.class_code end`;
const OPEN_ALERT = `select 1 from alert a where a.household_id = h.household_id and a.state <> 'CLOSED'`;
const SHOWN_ALERT = `${OPEN_ALERT} and exists (select 1 from alert_hit t where t.alert_id = a.id and not t.rule_id = any(?::text[])
  and (t.ended_on is null or a.state <> 'OPEN'))`;

/** A version that no other has replaced: the one of the hub's day, which only goes forward. */
const IN_FORCE = `h.valid_to = 'infinity' and h.valid_from <= $1::date`;

/** One street's households stand in the order of a page: a scope that is one says so. */
function scopeCondition(scope: RowScope): Condition {
  const patterns = patternsOf(scope);
  const [only] = patterns;
  if (scope.households !== undefined)
    return ['(h.street_code like any(?::text[]) or h.household_id = any(?::bigint[]))', patterns, scope.households];
  return patterns.length === 1 && only?.length === STREET_DIGITS + 1
    ? ['h.street_code = ?', only.slice(0, STREET_DIGITS)]
    : ['h.street_code like any(?::text[])', patterns];
}

/** The same of a class. A class is on record before it is asked whether it is in force. */
function classCondition(classes: readonly string[]): Condition {
  const [only] = classes;
  const inForce = `h.class_until is null or h.class_until >= $1::date`;
  return classes.length === 1
    ? [`h.class_code = ? and (${inForce})`, only]
    : [`h.class_code = any(?::text[]) and (${inForce})`, classes];
}

function conditionsOf({ filter, scope }: ListRequest): readonly Condition[] {
  const { streetCode, committeeCode, kind, registeredClass, withoutClass, hasOpenAlert, ruleIds, minMembers } = filter;
  const { withheldRules = [] } = filter;
  const conditions: Condition[] = [scopeCondition(scope)];
  if (streetCode !== undefined) conditions.push(['h.street_code = ?', streetCode]);
  if (committeeCode !== undefined) conditions.push(['h.committee_code = ?', committeeCode]);
  if (kind !== undefined) conditions.push(['h.kind = ?', kind]);
  if (registeredClass !== undefined) conditions.push(classCondition(registeredClass));
  if (withoutClass !== undefined) conditions.push([`((${CLASS_IN_FORCE}) is null) = ?`, withoutClass]);
  if (hasOpenAlert !== undefined) {
    const [alert, ...needed] = withheldRules.length === 0 ? [OPEN_ALERT] : [SHOWN_ALERT, withheldRules];
    conditions.push([`${hasOpenAlert ? '' : 'not '}exists (${alert})`, ...needed]);
  }
  if (ruleIds !== undefined)
    conditions.push([
      `exists (${OPEN_ALERT} and exists (select 1 from alert_hit t where t.alert_id = a.id and t.ended_on is null
         and t.rule_id = any(?::text[])))`,
      ruleIds,
    ]);
  if (minMembers !== undefined)
    conditions.push([
      `(select count(*) from member_fact m where m.household_id = h.household_id and m.valid_from = h.valid_from
         and m.counted and (m.died_on is null or m.died_on > $1::date)) >= ?`,
      minMembers,
    ]);
  return conditions;
}

/** The conditions as one, over the placeholders of a statement that may have others. */
function assemble(values: unknown[], conditions: readonly Condition[]): string {
  const where = conditions.map(([sql, ...needed]) =>
    needed.reduce<string>((text, value) => {
      values.push(value);
      return text.replace('?', `$${values.length}`);
    }, sql),
  );
  return where.join(' and ');
}

/** What the tally of households tells apart, and so can count. */
const TALLIED: readonly (keyof HouseholdFilter)[] = [
  ...([
    'streetCode',
    'committeeCode',
    'kind',
    'registeredClass',
    'withoutClass',
    'hasOpenAlert',
    'withheldRules',
  ] as const),
];

function isTallied({ filter, scope }: ListRequest): boolean {
  const asked = Object.keys(filter) as (keyof HouseholdFilter)[];
  return scope.households === undefined && asked.every((name) => filter[name] === undefined || TALLIED.includes(name));
}

/** A count in SQL. */
type Count = (values: unknown[], request: ListRequest) => string;

/** The tally has households without their class, and those with one once more by it. */
const sumOf =
  (alerted: boolean, rows: 'all' | 'classed'): Count =>
  (values, request) =>
    `(select coalesce(sum(h.rows), 0)::int from household_tally h where $1::date is not null
      and h.alerted = ${alerted} and h.class_code is ${rows === 'all' ? '' : 'not '}null
      and ${assemble(values, conditionsOf(request))})`;

const classOf =
  (alerted: boolean): Count =>
  (values, request) => {
    const { registeredClass, withoutClass, ...filter } = request.filter;
    if (registeredClass !== undefined || withoutClass === false) return sumOf(alerted, 'classed')(values, request);
    const all = sumOf(alerted, 'all')(values, { ...request, filter });
    if (withoutClass === undefined) return all;
    return `${all} - ${sumOf(alerted, 'classed')(values, { ...request, filter: { ...filter, withoutClass: false } })}`;
  };

/** Households whose open alert rests only on hits that are withheld: few, and found by these rules. */
const unshown: Count = (values, request) => {
  const { withheldRules = [], ...filter } = request.filter;
  if (withheldRules.length === 0) return '0';
  const hit = assemble(values, [['k.rule_id = any(?::text[])', withheldRules]]);
  const hidden = assemble(values, [[`not exists (${SHOWN_ALERT})`, withheldRules]]);
  return `(select count(*)::int from household_fact h where ${IN_FORCE} and ${assemble(values, conditionsOf({ ...request, filter }))}
    and h.household_id in (select o.household_id from alert o join alert_hit k on k.alert_id = o.id
      where o.state <> 'CLOSED' and ${hit}) and ${hidden})`;
};

/** By the tally alone, where no condition asks for more than it tells apart. */
const tallied: Count = (values, request) => {
  const { hasOpenAlert, ...filter } = request.filter;
  const asked = { ...request, filter };
  if (hasOpenAlert === undefined) return classOf(false)(values, asked);
  const shown = `(${classOf(true)(values, asked)} - ${unshown(values, asked)})`;
  return hasOpenAlert ? shown : `${classOf(false)(values, asked)} - ${shown}`;
};

const counted: Count = (values, request) =>
  `(select count(*)::int from household_fact h where ${IN_FORCE} and ${assemble(values, conditionsOf(request))})`;

/** One statement: all that it adds up was so at one moment. */
async function countHouseholds(db: Database, request: ListRequest): Promise<number> {
  const values: unknown[] = [request.day];
  const count = (isTallied(request) ? tallied : counted)(values, request);
  const [row] = await db.query<{ count: number }>(`select ${count} as count where $1::date is not null`, values);
  return row?.count ?? 0;
}

/** Ids alone, for those who read on until there are no more. */
export async function listHouseholdIds(db: Database, request: ListRequest): Promise<number[]> {
  const values: unknown[] = [request.day];
  const where = assemble(values, conditionsOf(request));
  const { first, after } = request.page;
  const rows = await db.query<{ id: number }>(
    `select h.household_id as id from household_fact h where ${IN_FORCE} and ${where}
       and h.household_id > $${values.length + 1} order by h.household_id limit $${values.length + 2}`,
    [...values, after ?? 0, first],
  );
  return rows.map(({ id }) => id);
}

export async function listHouseholds(db: Database, request: ListRequest): Promise<HouseholdPage> {
  const { first } = request.page;
  const [totalCount, found] = await Promise.all([
    countHouseholds(db, request),
    listHouseholdIds(db, { ...request, page: { ...request.page, first: first + 1 } }),
  ]);
  return { totalCount, ids: found.slice(0, first), hasNextPage: found.length > first };
}
