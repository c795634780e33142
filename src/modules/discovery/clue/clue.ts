/**
 * Events and clues: what no agency's feed carries, as people and other offices report it. One intake for all channels
 * (S0 四(一)1 来信来访、走访调研、定期摸排; S4 三(一) 网格员; hotline, self-report, other offices).
 */
import type { Day } from '../../../kernel/day.ts';

/** What is told of a kind: whether it happens on a day or lasts, and what its value means. */
interface ClueKindEntry {
  readonly zh: string;
  readonly en: string;
  /** A state lasts from its day until it ends; an event happens on its day. */
  readonly lasts: boolean;
  readonly about: readonly ('person' | 'household' | 'area')[];
  /** What the value counts; absent: the kind has none. */
  readonly value?: string;
}

const PERSON = ['person'] as const;
const PLACE = ['person', 'household', 'area'] as const;

export const CLUE_KINDS = {
  CUSTODY: { zh: '服刑在押', en: 'serving a sentence', lasts: true, about: PERSON },
  COMPULSORY_DETOX: { zh: '强制隔离戒毒', en: 'compulsory detoxification', lasts: true, about: PERSON },
  RESTRAINED: { zh: '被执行其他限制人身自由措施', en: 'otherwise restrained', lasts: true, about: PERSON },
  OUT_OF_CONTACT: { zh: '失联', en: 'out of contact, duties not met', lasts: true, about: PERSON },
  DECLARED_MISSING: { zh: '宣告失踪', en: 'declared missing by a court', lasts: true, about: PERSON },
  UNATTENDED_CHILD: { zh: '疑似无人抚养', en: 'a child nobody attends to', lasts: true, about: PERSON },
  ELDER_FILE: { zh: '老年人关爱档案', en: 'on file as an elder to look after', lasts: true, about: PERSON },
  CARE_SERVICE: { zh: '照护服务', en: 'care was given', lasts: false, about: PERSON },
  LONG_TERM_CARE: { zh: '长期护理等级', en: 'graded for long-term care', lasts: true, about: PERSON, value: 'grade' },
  DAILY_LIVING: {
    zh: '日常生活能力受限',
    en: 'daily living',
    lasts: true,
    about: PERSON,
    value: 'activities lost, of six',
  },
  LOST_ONLY_CHILD: { zh: '计划生育特殊家庭(失独)', en: 'lost the only child', lasts: true, about: PERSON },
  NEW_COMPANY: { zh: '新登记企业', en: 'became legal representative', lasts: false, about: PERSON },
  NEW_VEHICLE: { zh: '新登记机动车', en: 'registered a vehicle', lasts: false, about: PERSON },
  SECOND_HOME: { zh: '新增房产', en: 'came to own a further home', lasts: false, about: PERSON },
  APPLICATION_REFUSED: {
    zh: '救助申请未获批准',
    en: 'an application was refused',
    lasts: false,
    about: ['household', 'person'],
  },
  FIRE: { zh: '火灾', en: 'fire', lasts: false, about: PLACE },
  TRAFFIC: { zh: '交通事故', en: 'traffic accident', lasts: false, about: PLACE },
  VIOLENCE: { zh: '暴力侵害', en: 'violence', lasts: false, about: PLACE },
  DISASTER: { zh: '自然灾害', en: 'natural disaster', lasts: false, about: PLACE },
  ACUTE_ILLNESS: { zh: '突发重病', en: 'sudden grave illness', lasts: false, about: ['person', 'household'] },
  HARDSHIP: { zh: '反映生活困难', en: 'said to be in hardship', lasts: false, about: ['person', 'household'] },
} as const satisfies Readonly<Record<string, ClueKindEntry>>;

export type ClueKind = keyof typeof CLUE_KINDS;

export const CLUE_CHANNELS = ['VISIT', 'LETTER', 'PATROL', 'HOTLINE', 'SELF', 'GRID', 'NEIGHBOUR', 'AGENCY'] as const;

/** How a clue came. */
export type ClueChannel = (typeof CLUE_CHANNELS)[number];

/** A clue as rules read it. Exactly one of person, household and area is given. */
export interface Clue {
  readonly kind: ClueKind;
  readonly personId: number | null;
  readonly householdId: number | null;
  readonly areaCode: string | null;
  readonly occurredOn: Day;
  readonly endedOn: Day | null;
  readonly value: number | null;
  /** The hub's days on which it counts: from the first, no longer on the second. */
  readonly recordedOn: Day;
  readonly withdrawnOn: Day | null;
}

export function isClueKind(text: string): text is ClueKind {
  return Object.hasOwn(CLUE_KINDS, text);
}

/** What the kind is, typed for reading. */
export function kindOf(kind: ClueKind): ClueKindEntry {
  return CLUE_KINDS[kind];
}
