/** What whoever keeps a copy in a warehouse is told. */
export const WAREHOUSE_ERRORS = {
  WAREHOUSE_TARGET_INVALID: {
    zh: '无法识别目标数据库',
    en: 'the target is neither a DuckDB file nor the address of a PostgreSQL database',
    suggestion: 'Give a file such as warehouse.duckdb, or an address such as postgresql://user@host/database.',
  },
  WAREHOUSE_TARGET_UNREACHABLE: {
    zh: '无法打开目标数据库({target})',
    en: 'the target ({target}) cannot be opened',
    suggestion: 'Check the file and its folder, or the address, PGPASSWORD and that the server is up.',
  },
  WAREHOUSE_TARGET_FAILED: {
    zh: '目标数据库({target})拒绝执行:{detail}',
    en: 'the target ({target}) refused a statement: {detail}',
    suggestion: 'Look up the code, check room and rights, then start again: nothing was half done.',
  },
  WAREHOUSE_BUSY: {
    zh: '目标数据库({target})正被另一个同步任务使用',
    en: 'another process holds the target ({target})',
    suggestion: 'Let the other one end: one process at a time keeps a copy.',
  },
  WAREHOUSE_COLUMN_CHANGED: {
    zh: '字段类型已变更:{table}.{column} 由 {was} 变为 {now}',
    en: 'the hub tells {table}.{column} as {now}; the copy has it as {was}',
    suggestion: 'Look at what reads this column, then run once with --snapshot: the tables are made anew.',
  },
  WAREHOUSE_SIGN_IN_MISSING: {
    zh: '未提供访问令牌',
    en: 'there is nothing to sign in with',
    suggestion: 'Set WANJIA_TOKEN, or WANJIA_TOKEN_URL with WANJIA_CLIENT_ID and WANJIA_CLIENT_SECRET.',
  },
  WAREHOUSE_HUB_REFUSED: {
    zh: '平台未受理:{code}',
    en: 'the hub refused: {code} {message}',
    suggestion: '{suggestion}',
  },
} as const;
