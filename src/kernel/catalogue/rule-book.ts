/** Why a change of the rule book was not made. */
export const RULE_BOOK_ERRORS = {
  SAME_PERSON: {
    zh: '提交草案的人不能自己发布',
    en: 'whoever submitted a draft may not release it',
    suggestion: 'Ask another officer who may release rules to read the draft and release it.',
  },
  DRAFT_DECIDED: {
    zh: '该草案已有结论({decision})',
    en: 'the draft was decided already: {decision}',
    suggestion: 'Read it again; submit a new draft if something is still to change.',
  },
  RULE_DAY_PAST: {
    zh: '生效日期不能早于 {today}',
    en: 'a rule cannot come into force before {today}',
    suggestion: 'Give a day from today on: what was judged on past days stays as it was.',
  },
  RULE_OUT_OF_REACH: {
    zh: '规则适用地区 {division} 超出本人辖区',
    en: 'the rule would judge {division}, which lies outside your divisions',
    suggestion: 'Name pilot streets within your divisions, or ask an officer of the district.',
  },
} as const;
