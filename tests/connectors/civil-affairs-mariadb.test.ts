import * as runner from '@jest/globals';
import mysql from 'mysql2/promise';
import { CA04 } from '../../connectors/civil-affairs/contracts/ca04.ts';
import { civilAffairs } from '../../connectors/civil-affairs/transport.ts';
import { createDeathsView, describeSqlConnector } from '../../connectors/sdk/transports/sql-kit.ts';
import { hasMariaDb, startMariaDb, type TestMariaDb } from '../support/mariadb.ts';

const { afterAll, beforeAll, describe, it } = runner;

if (hasMariaDb) {
  describe('civil affairs on MariaDB', () => {
    let server: TestMariaDb;
    let connection: mysql.Connection;
    const run = async (sql: string): Promise<void> => {
      await connection.query(sql);
    };

    beforeAll(async () => {
      server = await startMariaDb();
      connection = await mysql.createConnection({ uri: server.url, charset: 'utf8mb4' });
      await run("SET time_zone = '+08:00'");
      for (const sql of createDeathsView((name) => `\`${name}\``)) await run(sql);
    });

    afterAll(async () => {
      await connection.end();
      await server.stop();
    });

    describeSqlConnector(runner, { connector: civilAffairs(), contract: CA04, url: () => server.url, run });
  });
} else {
  it('SKIPPED: civil affairs on MariaDB, because neither mariadbd nor mysqld is on the PATH', () => undefined);
}
