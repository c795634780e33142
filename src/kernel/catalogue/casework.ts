/** Why a piece of work on an alert, a clue or a review was not done. */
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
  DRAW_SIZE_INVALID: {
    zh: '抽查户数须在 1 至 {limit} 之间',
    en: 'between 1 and {limit} households can be drawn',
    suggestion: 'Draw what can be visited in time.',
  },
  NOT_A_MEMBER: {
    zh: '所列在场人员不在该家庭名单内',
    en: 'someone named as present is not listed in this household',
    suggestion: 'Name members of the household by their ids; mention others in the findings.',
  },
} as const;
