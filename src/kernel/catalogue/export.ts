/** What those who export are told. */
export const EXPORT_ERRORS = {
  EXPORT_UNDER_WAY: {
    zh: '已有一项导出在进行或等待审批',
    en: 'an export of this caller is under way or waits for approval',
    suggestion: 'Wait until it is done, or cancel it.',
  },
  EXPORTS_EXHAUSTED: {
    zh: '今日导出行数将超过上限({limit} 行)',
    en: 'today’s exports would pass {limit} rows',
    suggestion: 'Narrow it by a filter, export what changed by `since`, or go on tomorrow.',
  },
  EXPORT_OWN: {
    zh: '不能审批本人申请的导出',
    en: 'nobody answers an export of their own',
    suggestion: 'Have another person answer it.',
  },
  EXPORT_CLOSED: {
    zh: '该导出当前状态不允许此操作',
    en: 'the export is no longer in a state in which this can be done',
    suggestion: 'Read its state.',
  },
  EXPORT_GRANT_CHANGED: {
    zh: '申请导出后,调用方的权限已变更',
    en: 'what the caller may see is no longer what it was when the export was asked for',
    suggestion: 'Export again with the rights of now.',
  },
  EXPORT_CONSENT_WITHDRAWN: {
    zh: '导出所依据的同意已撤回或到期',
    en: 'a consent that the export rests on was withdrawn or has run out',
    suggestion: 'Export again: what it opened is left out.',
  },
  EXPORT_STORE_FULL: {
    zh: '导出存储空间不足',
    en: 'there is no room left where exports are kept',
    suggestion: 'Make room or name another place (WANJIA_EXPORT_FOLDER, WANJIA_EXPORT_S3_URL), then export again.',
  },
  EXPORT_STORE_FAILED: {
    zh: '导出文件无法写入或读取',
    en: 'the place where exports are kept could not be written or read',
    suggestion: 'Look at the place where exports are kept, then try again.',
  },
  EXPORT_GIVEN_UP: {
    zh: '导出多次中断,已放弃',
    en: 'the export was interrupted {attempts} times and given up',
    suggestion: 'Look at the log of the processes that run jobs, then export again.',
  },
  EXPORT_LINK_STALE: {
    zh: '下载链接已过期',
    en: 'the link has run out',
    suggestion: 'Ask for the export again: each answer brings fresh links.',
  },
  EXPORT_LINK_INVALID: {
    zh: '下载链接无效',
    en: 'there is no such link',
    suggestion: 'Use a link of the export’s `files` as it stands, by the method GET.',
  },
} as const;
