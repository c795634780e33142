import * as runner from '@jest/globals';
import pg from 'pg';
import { CA04 } from '../../connectors/civil-affairs/contracts/ca04.ts';
import { civilAffairs } from '../../connectors/civil-affairs/transport.ts';
import { createDeathsView, describeSqlConnector } from '../../connectors/sdk/transports/sql-kit.ts';
import { createTestDatabase } from '../support/database.ts';

const { afterAll, beforeAll, describe } = runner;

describe('civil affairs on PostgreSQL', () => {
  let url = '';
  let client: pg.Client;
  const run = async (sql: string): Promise<void> => {
    await client.query(sql);
  };

  beforeAll(async () => {
    url = await createTestDatabase({ empty: true });
    client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const sql of createDeathsView((name) => `"${name}"`)) await run(sql);
  });

  afterAll(() => client.end());

  describeSqlConnector(runner, { connector: civilAffairs(), contract: CA04, url: () => url, run });
});
