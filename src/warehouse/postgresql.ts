/** A PostgreSQL database as a target, in the schema that its search path names first. */
import pg from 'pg';
import { WanjiaError } from '../kernel/errors.ts';
import { quoted, type Session, targetFailure } from './session.ts';

const TYPES: Session['types'] = {
  TEXT: 'text',
  INTEGER: 'bigint',
  NUMBER: 'double precision',
  BOOLEAN: 'boolean',
  MONEY: 'numeric(18,2)',
  DATE: 'date',
  TIME: 'timestamptz',
  JSON: 'jsonb',
};

/** Of the session; whoever holds it syncs. */
const LOCK = `SELECT pg_try_advisory_lock(hashtext('wanjia warehouse ' || current_schema())) AS held`;

async function connect(url: string): Promise<pg.Client> {
  // Days and times as they stand: the driver would make Dates of them.
  const client = new pg.Client({
    connectionString: url,
    application_name: 'wanjia-warehouse',
    types: { getTypeParser: () => String },
  });
  // A connection that breaks while nothing is asked is told by the next question.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new WanjiaError('WAREHOUSE_TARGET_UNREACHABLE', { target: 'PostgreSQL' }, { cause: error });
  }
  return client;
}

export async function openPostgreSql(url: string): Promise<Session> {
  const client = await connect(url);
  const query = async <T>(sql: string, values: readonly string[] = []): Promise<readonly T[]> =>
    (
      await client.query(sql, [...values]).catch((error: unknown) => {
        throw targetFailure('PostgreSQL', error);
      })
    ).rows as readonly T[];
  const [lock] = await query<{ held: string }>(LOCK);
  if (lock?.held !== 't') {
    await client.end();
    throw new WanjiaError('WAREHOUSE_BUSY', { target: 'PostgreSQL' });
  }
  return {
    types: TYPES,
    keyed: true,
    rowsOf: (columns) =>
      `json_to_recordset($1::json) AS r(${columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`).join(', ')})`,
    query,
    async transaction(work) {
      await query('BEGIN');
      try {
        const outcome = await work();
        await query('COMMIT');
        return outcome;
      } catch (error) {
        await query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
    close: () => client.end(),
  };
}
