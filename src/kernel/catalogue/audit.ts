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
} as const;
