import { openMySql } from './sql-mysql.ts';
import { openPostgres } from './sql-postgres.ts';
import type { SqlSession } from './sql-session.ts';

/** Opens a session by the URL's scheme: `postgres:`, `postgresql:`, `mysql:` or `mariadb:`. */
export async function openSqlSession(url: string, timeoutMs: number): Promise<SqlSession> {
  return /^postgres(ql)?:/.test(url) ? openPostgres(url, timeoutMs) : openMySql(url, timeoutMs);
}
