/** Why a consent was not recorded, or a household not opened by a second person. */
export const CONSENT_ERRORS = {
  CONSENT_WORD_UNKNOWN: {
    zh: '{input} 缺失,或不是访问策略中的用语',
    en: '{input} is missing, or not a word of the access policy',
    suggestion: 'Use the kinds, data classes, agencies, purposes and organisations of the access policy.',
  },
  CONSENT_DATES_WRONG: {
    zh: '截止日期不能早于起始日期,也不能早于 {today}',
    en: 'a consent cannot end before it begins, nor before {today}',
    suggestion: 'Correct the dates and send the request with a new key.',
  },
  CONSENT_GIVER_WRONG: {
    zh: '该人不能以此身份作出同意:未满 {age} 周岁须由监护人、其他人须由本人、家庭须由成年申请人作出',
    en: 'this person cannot give it so: a guardian gives it for someone under {age}, everybody else for themselves, and an adult applicant for the household',
    suggestion: 'Record who really gave it, and as what.',
  },
  OPENING_TOO_MANY: {
    zh: '一次申请须为 1 至 {limit} 个家庭',
    en: 'one request is for between 1 and {limit} households',
    suggestion: 'Ask for those that are needed now.',
  },
  OPENING_OWN: {
    zh: '不能确认本人的申请',
    en: 'nobody confirms a request of their own',
    suggestion: 'Ask a colleague who may confirm it.',
  },
  OPENING_CLOSED: {
    zh: '该申请已被处理,或已过确认时限',
    en: 'the request has been answered, or its time to be answered has passed',
    suggestion: 'Whoever still needs it asks again.',
  },
} as const;
