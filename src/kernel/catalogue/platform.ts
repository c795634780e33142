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
  DATABASE_AWAY: {
    zh: '数据库暂时无法访问',
    en: 'the database is away for a moment',
    suggestion: 'Send the request again in a moment; subscribe again after the cursor of the last event.',
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
  KEYS_MISSING: {
    zh: '缺少本库的密钥({place})',
    en: 'The keys of this database are not there: {place}',
    suggestion: 'Put back the keys folder from the backup of this hub. Sealed values cannot be read without it.',
  },
  KEYS_NOT_OWN: {
    zh: '密钥 {key}({place})不是本库的密钥',
    en: 'Key {key} in {place} is not the one this database was sealed with',
    suggestion: 'Put back the keys folder that belongs to this database, or name the right one in WANJIA_HOME.',
  },
  KEYS_UNREADABLE: {
    zh: '无法读取密钥文件 {place}',
    en: 'The key file {place} cannot be read',
    suggestion: 'It must be the file the hub wrote, readable by its owner; put it back from the backup.',
  },
  SEALING_KEY_MISSING: {
    zh: '缺少密钥 {key}',
    en: 'Key {key} is not there',
    suggestion:
      'Give this machine the same keys folder as the one on which keys were rotated, or restore it from backup.',
  },
  SEALED_VALUE_BROKEN: {
    zh: '{use} 的密文已损坏或被移动',
    en: 'A sealed value of {use} was changed, cut or moved',
    suggestion: 'Restore the table from a backup, or have the agency deliver the record again.',
  },
  DATABASE_NOT_SEALED: {
    zh: '本库的数据未加密',
    en: 'This database was filled before values were sealed',
    suggestion: 'Start with an empty database and take the deliveries in again.',
  },
} as const;
