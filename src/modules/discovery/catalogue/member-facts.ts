/** Facts of one listed person, as expressions name them: `m.age`, `m.hasPayment('CJH', 1, 0)`. */
import { ageOn } from '../../household/index.ts';
import { MEMBER_CLUE_FACTS } from './clues.ts';
import type { MemberFact } from './fact.ts';
import { ASSISTANCE_FACTS } from './member-assistance.ts';
import { DISABILITY_FACTS } from './member-disability.ts';
import { HEALTH_FACTS } from './member-health.ts';
import { ILLNESS_FACTS } from './member-illness.ts';
import { SCHOOL_FACTS } from './member-school.ts';
import { WORK_FACTS } from './member-work.ts';

const PERSON_FACTS: readonly MemberFact[] = [
  {
    name: 'age',
    type: 'int',
    zh: '周岁;出生日期不明时为未知',
    en: 'completed years; UNKNOWN without a birth date',
    feeds: [],
    mayBeUnknown: true,
    // Born on 29 February: a year completes on 1 March in common years, in `age` as in the rule.
    sql: (m, { day }) =>
      `CASE WHEN ${m}.birth_date <= ${day} THEN date_part('year', age(${day}::timestamp, ${m}.birth_date::timestamp))::int END`,
    value: ({ person }, day) => {
      const age = ageOn(person, day);
      return age === null ? undefined : BigInt(age);
    },
  },
  {
    name: 'sex',
    type: 'string',
    zh: "性别:'1' 男,'2' 女,'' 不明",
    en: "sex: '1' male, '2' female, '' not stated",
    feeds: [],
    sql: (m) => `coalesce(${m}.sex, '')`,
    value: ({ person }) => person.sex ?? '',
  },
  {
    name: 'relationshipToHead',
    type: 'string',
    zh: '与户主关系(GB/T 4761)',
    en: 'relationship to the head of household (GB/T 4761)',
    feeds: [],
    sql: (m) => `coalesce(${m}.relationship, '')`,
    value: (member) => member.relationshipToHead,
  },
];

export const MEMBER_FACTS: readonly MemberFact[] = [
  ...PERSON_FACTS,
  ...ASSISTANCE_FACTS,
  ...HEALTH_FACTS,
  ...ILLNESS_FACTS,
  ...DISABILITY_FACTS,
  ...SCHOOL_FACTS,
  ...WORK_FACTS,
  ...MEMBER_CLUE_FACTS,
];
