import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One temporary home for the whole run. Its PostgreSQL starts when the first test asks for a database
 * (tests/support/database.ts), and every worker process attaches to that one server.
 */
export default async function setup() {
  const home = await mkdtemp(join(tmpdir(), 'wanjia-test-'));
  await chmod(home, 0o755);
  process.env.WANJIA_TEST_HOME = home;
}
