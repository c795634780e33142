/** What a follower of the change feed is told. */
export const CHANGE_ERRORS = {
  CURSOR_DAMAGED: {
    zh: '游标无效:不是本平台签发的,或已被改动',
    en: 'the cursor is not one this hub gave, or it was altered',
    suggestion: 'Go on from the last cursor you stored; without one, start without a cursor.',
  },
  CURSOR_FOREIGN: {
    zh: '游标属于{owner}',
    en: 'the cursor belongs to {owner}',
    suggestion: 'Each organisation follows each hub with cursors of its own: start without a cursor.',
  },
  CURSOR_AHEAD: {
    zh: '游标超前:变更流尚未到达该位置',
    en: 'the cursor lies ahead of the newest change',
    suggestion: 'The hub may have been restored from a backup: start without a cursor, or from a newer export.',
  },
  CURSOR_EXPIRED: {
    zh: '游标已过期:早于保留的变更;请从快照 {snapshot} 重新开始',
    en: 'the cursor is older than the changes that are kept; start from the snapshot {snapshot}',
    suggestion:
      'Start without a cursor: the feed then tells the present state of everything once and goes on from there.',
  },
  SLOW_READER: {
    zh: '读取过慢,已积压 {waiting} 条',
    en: 'the reader is too slow: {waiting} events wait',
    suggestion: 'Subscribe again with the cursor of the last event you received as `after`.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    zh: '订阅数已达上限 {limit}',
    en: 'there are {limit} subscriptions open, which is the limit',
    suggestion: 'Close what is not needed, or share one subscription.',
  },
} as const;
