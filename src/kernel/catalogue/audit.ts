/** What the disclosure log and the rules of access tell a caller. */
export const AUDIT_ERRORS = {
  DISCLOSURE_LOG_FULL: {
    zh: '披露日志写入繁忙({waiting} 条待写),暂停读取',
    en: 'the disclosure log cannot keep up ({waiting} answers wait); nothing is read unlogged',
    suggestion: 'Send the request again in a moment; ask for larger pages instead of many small ones.',
  },
  DISCLOSURE_LOG_FAILED: {
    zh: '披露日志写入失败,本次结果不予返回',
    en: 'the disclosure log could not be written; the answer is not given',
    suggestion: 'Send the request again; if it persists, see the health of the database.',
  },
  EMERGENCY_TOO_LONG: {
    zh: '紧急查阅最长 {limit} 分钟',
    en: 'an emergency access lasts {limit} minutes at most',
    suggestion: 'Ask for less; it can be opened again with its reason.',
  },
  LOOKUPS_EXHAUSTED: {
    zh: '按公民身份号码查询已达限额(每小时 {limit} 个不同号码,其中查无结果的 {misses} 个)',
    en: 'lookups by citizen number are used up: {limit} different numbers an hour, {misses} of them without a result',
    suggestion: 'Go on in an hour, read households by id or by a filter, or ask for a larger quota.',
  },
} as const;
