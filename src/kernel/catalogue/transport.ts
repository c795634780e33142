/** What goes wrong between the hub and an agency's system; `{source}` names the feed. */
export const TRANSPORT_ERRORS = {
  SOURCE_UNREACHABLE: {
    zh: '无法连接 {source}:{detail}',
    en: '{source} cannot be reached: {detail}',
    suggestion: 'Check the address and the network; the hub tries again at the next sync.',
  },
  SOURCE_TIMEOUT: {
    zh: '{source} 在 {seconds} 秒内没有应答',
    en: '{source} did not answer within {seconds} seconds',
    suggestion: 'Ask the agency whether its system is under load; the hub tries again at the next sync.',
  },
  SOURCE_PAUSED: {
    zh: '{source} 连续失败,暂停访问',
    en: '{source} failed repeatedly and is left alone for a while',
    suggestion: 'Look at the errors before this one; the hub tries again by itself.',
  },
  SOURCE_REFUSED: {
    zh: '{source} 返回 HTTP {status}',
    en: '{source} answered with HTTP {status}',
    suggestion: 'Check the request against the agency interface, or ask the agency.',
  },
  SOURCE_CREDENTIALS: {
    zh: '{source} 不接受凭据(HTTP {status})',
    en: '{source} does not accept the credentials (HTTP {status})',
    suggestion: 'Check client id and secret in the settings, and the clocks on both sides.',
  },
  SOURCE_ANSWER: {
    zh: '{source} 的应答不符合接口约定:{detail}',
    en: '{source} gave an answer that the interface does not know: {detail}',
    suggestion: 'The interface may have changed: ask the agency.',
  },
  PAGES_SHIFTED: {
    zh: '{source} 在读取期间数据变动:应有 {expected} 行,实际 {actual} 行',
    en: '{source} changed while it was read: {expected} rows announced, {actual} different rows read',
    suggestion: 'The hub reads the list again at the next sync, when the agency is quieter.',
  },
  SYNC_FAILED: {
    zh: '{source} 的同步未完成({detail})',
    en: 'the sync of {source} did not finish ({detail})',
    suggestion: 'What had arrived is kept; the hub tries again by itself. The feeds tell the last error.',
  },
  SETTINGS_MISSING: {
    zh: '缺少 {source} 的连接设置',
    en: 'the connection settings of {source} are missing',
    suggestion: 'Set them in the configuration; the README lists the variables.',
  },
} as const;
