/** Facts from clues, of a person and of a household or its area. No clue means none: clues have no feed to be late. */
import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import type { HouseholdDocument } from '../../household/index.ts';
import type { Clue } from '../clue/clue.ts';
import type { Argument, Constant, HouseholdFact, MemberFact, SqlScope } from './fact.ts';

const KINDS: Argument = { name: 'kinds', type: 'list<string>', zh: '线索类别', en: 'kinds of clues' };
const DAYS: Argument = { name: 'days', type: 'int', zh: '天数', en: 'days that end with the day' };
const MONTHS: Argument = { name: 'months', type: 'int', zh: '月数', en: 'months it has lasted at least' };
const CARE = ['CARE_SERVICE'] as const;
const CARE_ITEM = '4';

/** A test of one clue, in SQL over the alias `k` and in process. */
interface Test {
  readonly sql: (scope: SqlScope, args: readonly Constant[]) => string;
  readonly holds: (clue: Clue, day: Day, args: readonly Constant[]) => boolean;
}

const open = {
  sql: ({ day }: SqlScope): string => `k.occurred_on <= ${day} AND (k.ended_on IS NULL OR k.ended_on > ${day})`,
  holds: (clue: Clue, day: Day): boolean => clue.occurredOn <= day && (clue.endedOn === null || clue.endedOn > day),
};

const OPEN: Test = open;

const SINCE: Test = {
  sql: (scope, [, months]) =>
    `${open.sql(scope)} AND k.occurred_on <= ${scope.parameter(addMonths(scope.on, -Number(months)), 'date')}`,
  holds: (clue, day, [, months]) => open.holds(clue, day) && clue.occurredOn <= addMonths(day, -Number(months)),
};

const WITHIN: Test = {
  sql: (scope, [, days]) =>
    `k.occurred_on > ${scope.parameter(addDays(scope.on, -Number(days)), 'date')} AND k.occurred_on <= ${scope.day}`,
  holds: (clue, day, [, days]) => clue.occurredOn > addDays(day, -Number(days)) && clue.occurredOn <= day,
};

const AT_LEAST: Test = {
  sql: (scope, [, least]) => `${open.sql(scope)} AND k.value >= ${scope.parameter(Number(least), 'int')}`,
  holds: (clue, day, [, least]) => open.holds(clue, day) && clue.value !== null && clue.value >= Number(least),
};

/** Clues that count on the day, selected by one of their columns. Asked once per statement, not per row. */
function clues(column: string, test: Test, scope: SqlScope, args: readonly Constant[]): string {
  const kinds = scope.parameter(args[0], 'text[]');
  return `(SELECT k.${column} FROM clue k WHERE k.kind = ANY(${kinds}) AND k.${column} IS NOT NULL
    AND k.recorded_on <= ${scope.day} AND (k.withdrawn_on IS NULL OR k.withdrawn_on > ${scope.day})
    AND ${test.sql(scope, args)})`;
}

function matches(clue: Clue, test: Test, day: Day, args: readonly Constant[]): boolean {
  return (
    (args[0] as readonly string[]).includes(clue.kind) &&
    clue.recordedOn <= day &&
    (clue.withdrawnOn === null || clue.withdrawnOn > day) &&
    test.holds(clue, day, args)
  );
}

function isAboutHousehold(clue: Clue, { streetCode, committeeCode }: HouseholdDocument): boolean {
  if (clue.householdId !== null) return true;
  return clue.areaCode !== null && (clue.areaCode === streetCode || clue.areaCode === committeeCode);
}

interface Named {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly arguments: readonly Argument[];
}

function ofMember(named: Named, test: Test): MemberFact {
  return {
    ...named,
    type: 'bool',
    feeds: [],
    sql: (m, scope, args) => `${m}.person_id IN ${clues('person_id', test, scope, args)}`,
    value: ({ person }, day, args, known) =>
      known.some((clue) => clue.personId === person.id && matches(clue, test, day, args)),
  };
}

function ofHousehold(named: Named, test: Test): HouseholdFact {
  return {
    ...named,
    type: 'bool',
    feeds: [],
    sql: (h, scope, args) => `(${h}.household_id IN ${clues('household_id', test, scope, args)}
      OR ${h}.street_code IN ${clues('area_code', test, scope, args)}
      OR coalesce(${h}.committee_code, '') IN ${clues('area_code', test, scope, args)})`,
    value: (household, { day, clues: known }, args) =>
      known.some((clue) => isAboutHousehold(clue, household) && matches(clue, test, day, args)),
  };
}

export const MEMBER_CLUE_FACTS: readonly MemberFact[] = [
  ofMember(
    { name: 'hasOpenClue', zh: '有所列类别且未结束的线索', en: 'a clue of one of the kinds holds', arguments: [KINDS] },
    OPEN,
  ),
  ofMember(
    {
      ...{ name: 'hasClueSince', zh: '有所列类别且已持续若干月的线索' },
      ...{ en: 'a clue of one of the kinds has held for so many months', arguments: [KINDS, MONTHS] },
    },
    SINCE,
  ),
  ofMember(
    {
      ...{ name: 'hasClueWithin', zh: '近若干天内有所列类别的线索' },
      ...{ en: 'a clue of one of the kinds, dated within the days', arguments: [KINDS, DAYS] },
    },
    WITHIN,
  ),
  ofMember(
    {
      ...{ name: 'hasClueOfAtLeast', zh: '有所列类别、未结束且数值不低于给定值的线索' },
      en: 'a clue of one of the kinds holds, with at least the value',
      arguments: [KINDS, { name: 'value', type: 'int', zh: '数值', en: 'least value' }],
    },
    AT_LEAST,
  ),
  {
    name: 'hadCareWithin',
    type: 'bool',
    zh: '近若干天内有照护服务;既无服务记录又无老年人档案的,为未知',
    en: 'care within the days (DF02 item 4 or a clue); UNKNOWN of who had none and is on no elder file',
    feeds: ['DF02'],
    mayBeUnknown: true,
    arguments: [DAYS],
    sql: (m, scope, [days = 0]) => `CASE WHEN coalesce(cardinality(${m}.service_days), 0) > 0 AND EXISTS (
        SELECT FROM unnest(${m}.service_days, ${m}.service_items) AS served(served_on, item)
        WHERE item = ${scope.parameter(CARE_ITEM, 'text')} AND served_on <= ${scope.day}
          AND served_on > ${scope.parameter(addDays(scope.on, -Number(days)), 'date')})
        OR ${m}.person_id IN ${clues('person_id', WITHIN, scope, [CARE, days])} THEN TRUE
      WHEN ${m}.person_id IN ${clues('person_id', OPEN, scope, [['ELDER_FILE']])} THEN FALSE END`,
    value: ({ person }, day, [days = 0], known) => {
      const own = known.filter((clue) => clue.personId === person.id);
      const since = addDays(day, -Number(days));
      const served = person.services.some(
        ({ item, servedOn }) => item === CARE_ITEM && servedOn > since && servedOn <= day,
      );
      if (served || own.some((clue) => matches(clue, WITHIN, day, [CARE, days]))) return true;
      return own.some((clue) => matches(clue, OPEN, day, [['ELDER_FILE']])) ? false : undefined;
    },
  },
];

export const HOUSEHOLD_CLUE_FACTS: readonly HouseholdFact[] = [
  ofHousehold(
    {
      ...{ name: 'hasClueWithin', zh: '本户或所在街镇、居村近若干天内有所列类别的线索' },
      ...{ en: 'a clue about the household, its street or committee, within the days', arguments: [KINDS, DAYS] },
    },
    WITHIN,
  ),
];
