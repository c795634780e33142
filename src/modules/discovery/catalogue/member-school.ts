/** What the schools know of a person. */
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts';
import { isEnrolled, type PersonDocument, type PersonRecords, schoolYearOf } from '../../household/index.ts';
import type { MemberFact } from './fact.ts';
import { termOf } from './term.ts';

const ACTIVE = '1';

/** First calendar year of the school year the day lies in. */
function schoolYear(day: Day): number {
  return Number.parseInt(termOf(day).code, 10);
}

/** The newest enrolment of someone no longer at school; null for who is enrolled or never was. */
function leftSchool(person: PersonDocument): PersonRecords['schooling'][number] | null {
  if (isEnrolled(person)) return null;
  return person.schooling.reduce<PersonRecords['schooling'][number] | null>(
    (newest, entry) => (newest === null || entry.source.at > newest.source.at ? entry : newest),
    null,
  );
}

export const SCHOOL_FACTS: readonly MemberFact[] = [
  {
    name: 'isEnrolled',
    type: 'bool',
    zh: '有状态为在读的学籍(含送教上门)',
    en: 'a school enrolment with status 1, taught at home included',
    feeds: ['ED01'],
    sql: (m) => `cardinality(${m}.enrolled_stages) > 0`,
    value: ({ person }) => isEnrolled(person),
  },
  {
    name: 'isEnrolledIn',
    type: 'bool',
    zh: '在所列学段中在读',
    en: 'enrolled in one of the stages',
    feeds: ['ED01'],
    arguments: [{ name: 'stages', type: 'list<string>', zh: '学段代码', en: 'codes of school stages' }],
    sql: (m, scope, [stages]) => `${m}.enrolled_stages && ${scope.parameter(stages, 'text[]')}`,
    value: ({ person }, _day, [stages]) =>
      person.schooling.some((entry) => entry.status === ACTIVE && (stages as readonly string[]).includes(entry.stage)),
  },
  {
    name: 'leftSchoolStatus',
    type: 'string',
    zh: "离校后最近学籍的状态:'2' 休学,'3' 毕业,'4' 退学;在读或无学籍为空",
    en: "status of the newest enrolment of who is not enrolled: '2' suspended, '3' graduated, '4' left; '' if enrolled or never was",
    feeds: ['ED01'],
    sql: (m) => `coalesce(${m}.school_left_status, '')`,
    value: ({ person }) => leftSchool(person)?.status ?? '',
  },
  {
    name: 'daysSinceLeftSchool',
    type: 'int',
    zh: '离校天数;状态日期未填时为未知',
    en: 'days since the enrolment changed to that status; UNKNOWN where the day is not stated',
    feeds: ['ED01'],
    mayBeUnknown: true,
    sql: (m, { day }) => `(${day} - ${m}.school_left_on)`,
    countedFrom: (on, bound) => [addDays(on, -bound)],
    value: ({ person }, day) => {
      const left = leftSchool(person)?.statusDate ?? null;
      return left === null ? undefined : BigInt(daysBetween(left, day));
    },
  },
  {
    name: 'hardshipLevel',
    type: 'string',
    zh: "本学年家庭经济困难学生认定等级:'1' 特别困难,'2' 困难,'3' 一般困难,没有或不困难为空",
    en: "hardship recognised by the school for the day's school year: '1' the gravest, '' where there is none",
    feeds: ['ED02'],
    sql: (m, scope) => `CASE WHEN coalesce(cardinality(${m}.hardship_years), 0) = 0 THEN '' ELSE coalesce((
      SELECT min(level) FROM unnest(${m}.hardship_years, ${m}.hardship_levels) AS said(in_year, level)
      WHERE in_year = ${scope.parameter(schoolYear(scope.on), 'int')} AND level <> '0'), '') END`,
    value: ({ person }, day) => {
      const levels = person.hardship.filter((entry) => schoolYearOf(entry) === schoolYear(day));
      return levels.reduce(
        (gravest, { level }) => (level !== '0' && (gravest === '' || level < gravest) ? level : gravest),
        '',
      );
    },
  },
  {
    name: 'hasAidThisTerm',
    type: 'bool',
    zh: '本学期有学生资助记录',
    en: "student aid in the day's school term",
    feeds: ['ED03'],
    sql: (m, scope) => `${scope.parameter(termOf(scope.on).code, 'text')} = ANY(${m}.aid_terms)`,
    value: ({ person }, day) => person.aid.some((entry) => entry.term === termOf(day).code),
  },
];
