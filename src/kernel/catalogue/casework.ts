/** Why a piece of work on an alert, a case, a referral, a clue or a review was not done. */
export const CASEWORK_ERRORS = {
  CONFLICT: {
    zh: '该事项已被他人变更(现为 {state},版本 {version})',
    en: 'someone else was there first: it is now {state}, version {version}',
    suggestion: 'Read it again and, if your change still holds, send it with the new version and a new key.',
  },
  KEY_REUSED: {
    zh: '该幂等键已用于另一请求',
    en: 'this idempotency key was used for another request',
    suggestion: 'Choose a new key for every request; repeat a key only to repeat the same request.',
  },
  TEXT_REQUIRED: {
    zh: '{input} 不能为空',
    en: '{input} may not be empty',
    suggestion: 'Fill it in and send the request with a new key.',
  },
  TWO_VISITORS_REQUIRED: {
    zh: '为核查资格入户须有两名以上工作人员,现为 {given} 名',
    en: 'a visit to establish eligibility takes two visitors or more; {given} was given',
    suggestion: 'Name everyone who went, or state the purpose the visit really had.',
  },
  VISIT_DATE_INVALID: {
    zh: '走访日期不能晚于 {today},下次走访须晚于本次',
    en: 'a visit cannot lie after {today}, and the next one lies after it',
    suggestion: 'Correct the dates and send the request with a new key.',
  },
  CLUE_NOT_ABOUT_THAT: {
    zh: '该类线索须恰好指向其适用的一个家庭、人员或地点',
    en: 'a clue is about exactly one household, person or area, of those its kind can be about',
    suggestion: 'Name one of them; the description of the kind says which.',
  },
  CLUE_DATES_WRONG: {
    zh: '线索日期有误:不能在未来,只有持续状态才有终止日期且不早于发生日期',
    en: 'the dates of the clue are wrong: not in the future, and only what lasts ends, after it began',
    suggestion: 'Correct the dates and send the request with a new key.',
  },
  CLUE_VALUE_WRONG: {
    zh: '该类线索的数值缺失、多余或为负',
    en: 'the value of the clue is missing, not asked for or negative',
    suggestion: 'Give a value exactly where the kind has one.',
  },
  CLUE_SOURCE_MISSING: {
    zh: '线索须说明来源',
    en: 'a clue says who or what it comes from',
    suggestion: 'Fill in the source and send the request with a new key.',
  },
  DRAW_SIZE_INVALID: {
    zh: '抽查户数须在 1 至 {limit} 之间',
    en: 'between 1 and {limit} households can be drawn',
    suggestion: 'Draw what can be visited in time.',
  },
  CASE_EXISTS: {
    zh: '该家庭已有未结个案 {case}',
    en: 'the household has an open case already: {case}',
    suggestion: 'Work on that case; a household has one open case at a time.',
  },
  CONTACT_DATE_INVALID: {
    zh: '下次联系日期不能早于 {today}',
    en: 'the next contact cannot lie before {today}',
    suggestion: 'An open case always says when the family is contacted next: give a day from today on.',
  },
  ALERT_UNDER_WORK: {
    zh: '该家庭的预警 {alert} 尚在办理',
    en: 'the household’s alert {alert} is still being worked on',
    suggestion: 'Close the alert with its outcome first, then the case.',
  },
  REFERRAL_RUNNING: {
    zh: '转介 {referral} 尚未终止',
    en: 'referral {referral} has not ended',
    suggestion: 'End the referral with its reason first, then close the case.',
  },
  REFERRAL_DATES_INVALID: {
    zh: '转介的截止日期不能早于起始日期,也不能早于 {today}',
    en: 'a referral cannot end before it begins, nor before {today}',
    suggestion: 'Correct the dates and send the request with a new key.',
  },
  REFERRAL_STEP_INVALID: {
    zh: '转介现为 {state},不能变为 {to}',
    en: 'the referral is {state} and cannot become {to}',
    suggestion: 'Read it again: received, accepted or declined, in service and done follow each other.',
  },
  ORGANISATION_UNKNOWN: {
    zh: '访问策略中没有该机构',
    en: 'the access policy does not know this organisation',
    suggestion: 'Name the organisation by its code in the access policy.',
  },
  NOT_A_MEMBER: {
    zh: '所列在场人员不在该家庭名单内',
    en: 'someone named as present is not listed in this household',
    suggestion: 'Name members of the household by their ids; mention others in the findings.',
  },
} as const;
