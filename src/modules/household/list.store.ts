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

/** A condition with the values it needs; each `?` stands for the place of the next. */
type Condition = readonly [sql: string, ...values: unknown[]];

const CLASS_IN_FORCE = `case when h.class_until is null or h.class_until >= $1::date then h.class_code end`;
const OPEN_ALERT = `select 1 from alert a where a.household_id = h.household_id and a.state <> 'CLOSED'`;
const SHOWN_ALERT = `${OPEN_ALERT} and exists (select 1 from alert_hit t where t.alert_id = a.id and not t.rule_id = any(?::text[])
  and (t.ended_on is null or a.state <> 'OPEN'))`;

function conditionsOf({ filter, scope }: ListRequest): readonly Condition[] {
  const { streetCode, committeeCode, kind, registeredClass, withoutClass, hasOpenAlert, ruleIds, minMembers } = filter;
  const { withheldRules = [] } = filter;
  const conditions: Condition[] = [
    ['h.valid_from <= $1::date and h.valid_to > $1::date'],
    scope.households === undefined
      ? ['h.street_code like any(?::text[])', patternsOf(scope)]
      : [
          '(h.street_code like any(?::text[]) or h.household_id = any(?::bigint[]))',
          patternsOf(scope),
          scope.households,
        ],
  ];
  if (streetCode !== undefined) conditions.push(['h.street_code = ?', streetCode]);
  if (committeeCode !== undefined) conditions.push(['h.committee_code = ?', committeeCode]);
  if (kind !== undefined) conditions.push(['h.kind = ?', kind]);
  if (registeredClass !== undefined) conditions.push([`(${CLASS_IN_FORCE}) = any(?::text[])`, registeredClass]);
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

function assemble(day: Day, conditions: readonly Condition[]): { readonly where: string; readonly values: unknown[] } {
  const values: unknown[] = [day];
  const where = conditions.map(([sql, ...needed]) =>
    needed.reduce<string>((text, value) => {
      values.push(value);
      return text.replace('?', `$${values.length}`);
    }, sql),
  );
  return { where: where.join(' and '), values };
}

const COUNT = 'select count(*)::int as count from household_fact h where';

/** Ids alone, for those who read on until there are no more. */
export async function listHouseholdIds(db: Database, request: ListRequest): Promise<number[]> {
  const { where, values } = assemble(request.day, conditionsOf(request));
  const { first, after } = request.page;
  const rows = await db.query<{ id: number }>(
    `select h.household_id as id from household_fact h where ${where} and h.household_id > $${values.length + 1}
     order by h.household_id limit $${values.length + 2}`,
    [...values, after ?? 0, first],
  );
  return rows.map(({ id }) => id);
}

export async function listHouseholds(db: Database, request: ListRequest): Promise<HouseholdPage> {
  const { where, values } = assemble(request.day, conditionsOf(request));
  const { first } = request.page;
  const [[count], found] = await Promise.all([
    db.query<{ count: number }>(`${COUNT} ${where}`, values),
    listHouseholdIds(db, { ...request, page: { ...request.page, first: first + 1 } }),
  ]);
  return { totalCount: count?.count ?? 0, ids: found.slice(0, first), hasNextPage: found.length > first };
}
