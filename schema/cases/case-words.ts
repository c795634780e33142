/** The words of cases and referrals. */
import {
  CASE_EVENTS,
  CASE_ORIGINS,
  CASE_OUTCOMES,
  CASE_STATES,
  type CaseEventKind,
  type CaseOrigin,
  type CaseOutcome,
  type CaseState,
  NEEDS,
  type Need,
  REFERRAL_ANSWERS,
  REFERRAL_ENDS,
  REFERRAL_STATES,
  type ReferralAnswer,
  type ReferralEnd,
  type ReferralState,
} from '../../src/modules/casework/index.ts';
import type { GraphBuilder, GraphEnum } from '../builder.ts';

const STATES: Readonly<Record<CaseState, string>> = {
  OPEN: '办理中 it is worked on',
  CLOSED: '已结案 a person closed it',
};

const ORIGINS: Readonly<Record<CaseOrigin, string>> = {
  ALERT: '预警 an alert was taken or visited',
  CLUE: '线索 a clue was taken up',
  HAND: '人工 somebody opened it',
};

const OUTCOMES: Readonly<Record<CaseOutcome, string>> = {
  NEED_MET: '需求已解决 what was needed is there',
  HANDED_OVER: '已移交 another body goes on with it',
  NOT_NEEDED: '无需帮扶 no need was found',
  DECLINED: '本人不同意 the family does not want it',
  CANNOT_REACH: '无法联系 the family could not be reached',
  MOVED_AWAY: '已迁出 the family moved away',
  DECEASED: '已故 the person died',
};

const EVENTS: Readonly<Record<CaseEventKind, string>> = {
  OPENED: '立案 it was opened',
  PLANNED: '安排联系 goal or next contact were set',
  HANDED_ON: '更换顾问 another adviser is responsible',
  REFERRAL_ASKED: '待转介 an alert was closed as referred',
  REFERRED: '转介 it was referred',
  REFERRAL_ANSWERED: '转介反馈 the receiver answered',
  REFERRAL_PASSED_UP: '转介超期上报 nobody answered in time; it went up to the district',
  REFERRAL_ENDED: '转介终止 the referral was ended',
  CLOSED: '结案 it was closed',
};

const NEED_TEXTS: Readonly<Record<Need, string>> = {
  CARE: '照顾护理 care and nursing',
  HOUSEWORK: '家政服务 housework',
  COMFORT: '精神慰藉 company and comfort',
  COUNSELLING: '心理疏导 psychological counselling',
  SOCIAL_INCLUSION: '社会融入 taking part in community life',
  RESOURCES: '资源对接 finding donors and services',
  SKILLS: '技能培训 training',
  EMPLOYMENT: '就业帮扶 help to find work',
  LEGAL_AID: '法律援助 legal aid',
  MATERIAL: '物质帮扶 donations in money or kind',
  OTHER: '其他 what the note says',
};

const REFERRALS: Readonly<Record<ReferralState, string>> = {
  SENT: '已转出 sent',
  RECEIVED: '已接收 the receiver has seen it',
  ACCEPTED: '已受理 the receiver takes it on',
  DECLINED: '不受理 the receiver does not take it on',
  IN_SERVICE: '服务中 service has begun',
  DONE: '服务完成 service is done',
  CLOSED: '已终止 ended by who sent it',
};

const ENDS: Readonly<Record<ReferralEnd, string>> = {
  COMPLETED: '服务完成 the service was given',
  NOT_WANTED: '本人放弃 the family no longer wants it',
  NOT_PROVIDED: '未提供服务 the receiver did not provide it',
  NO_LONGER_NEEDED: '需求消失 there is no need any more',
};

export interface CaseWords {
  readonly CaseState: GraphEnum<CaseState>;
  readonly CaseOrigin: GraphEnum<CaseOrigin>;
  readonly CaseOutcome: GraphEnum<CaseOutcome>;
  readonly CaseEventKind: GraphEnum<CaseEventKind>;
  readonly Need: GraphEnum<Need>;
  readonly ReferralState: GraphEnum<ReferralState>;
  readonly ReferralAnswer: GraphEnum<ReferralAnswer>;
  readonly ReferralEnd: GraphEnum<ReferralEnd>;
}

function valuesOf<Word extends string>(
  list: readonly Word[],
  texts: Readonly<Record<Word, string>>,
): Record<Word, { description: string }> {
  return Object.fromEntries(list.map((word) => [word, { description: texts[word] }])) as Record<
    Word,
    { description: string }
  >;
}

function defineReferralWords(builder: GraphBuilder) {
  return {
    Need: builder.enumType('Need', {
      description: '需求 what a family is referred for',
      values: valuesOf(NEEDS, NEED_TEXTS),
    }),
    ReferralState: builder.enumType('ReferralState', {
      description: '转介状态 where a referral stands',
      values: valuesOf(REFERRAL_STATES, REFERRALS),
    }),
    ReferralAnswer: builder.enumType('ReferralAnswer', {
      description: '转介反馈 what the receiver answers',
      values: valuesOf(REFERRAL_ANSWERS, REFERRALS),
    }),
    ReferralEnd: builder.enumType('ReferralEnd', {
      description: '转介终止原因 why who sent a referral ended it',
      values: valuesOf(REFERRAL_ENDS, ENDS),
    }),
  };
}

export function defineCaseWords(builder: GraphBuilder): CaseWords {
  return {
    ...defineReferralWords(builder),
    CaseState: builder.enumType('CaseState', {
      description: '个案状态 whether a case is open',
      values: valuesOf(CASE_STATES, STATES),
    }),
    CaseOrigin: builder.enumType('CaseOrigin', {
      description: '个案来源 how the work began',
      values: valuesOf(CASE_ORIGINS, ORIGINS),
    }),
    CaseOutcome: builder.enumType('CaseOutcome', {
      description: '结案结果 how a case ended',
      values: valuesOf(CASE_OUTCOMES, OUTCOMES),
    }),
    CaseEventKind: builder.enumType('CaseEventKind', {
      description: '个案经过类别 what happened',
      values: valuesOf(CASE_EVENTS, EVENTS),
    }),
  };
}
