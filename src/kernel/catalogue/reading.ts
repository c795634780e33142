/** Why what is asked for cannot be read. */
export const READING_ERRORS = {
  NO_DATA_YET: {
    zh: '尚无任何机构交付数据',
    en: 'no agency has delivered anything yet',
    suggestion: 'Ingest a delivery or sync the agencies, then ask again.',
  },
  NO_DATA_BEFORE: {
    zh: '数据始于 {day},更早的日期无法查询',
    en: 'the data begin on {day}; an earlier day cannot be read',
    suggestion: 'Ask for {day} or a later day.',
  },
  DAY_AHEAD: {
    zh: '平台数据截至 {day},不能查询其后的日期',
    en: 'the hub stands at {day}; a later day cannot be read',
    suggestion: 'Ask for {day} or an earlier day.',
  },
  ARCHIVE_EXPIRED: {
    zh: '{file} 的归档副本已不存在',
    en: 'the archived copy of {file} is gone',
    suggestion: 'Its retention has passed: ask the agency to deliver it again.',
  },
  LOCAL_ISSUER_OFF: {
    zh: '已配置身份提供方 {issuer},本地签发已关闭',
    en: 'tokens come from {issuer}; the local issuer is off',
    suggestion: 'Sign in at the identity provider, or unset WANJIA_ISSUER for the demo.',
  },
} as const;
