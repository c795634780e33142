/** Everything a database holds, as text: every table of every schema that is not PostgreSQL's own. */
import { Writable } from 'node:stream';
import type { Database } from '../../src/platform/database/database.ts';

export async function dumpDatabase(db: Database): Promise<ReadonlyMap<string, string>> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const parts: Buffer[] = [];
    const target = new Writable({
      write(chunk: Buffer, _encoding, done) {
        parts.push(chunk);
        done();
      },
    });
    await db.copyOut(`select * from ${name}`, target);
    dump.set(name, Buffer.concat(parts).toString('utf8'));
  }
  return dump;
}
