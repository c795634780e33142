import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../bin/typescript.js';

const PREFIX = 'wanjia-test-';
const RUNNER = 'runner.pid';

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A run that was killed leaves its server behind; the next run ends it. */
async function clearAbandonedHomes() {
  const homes = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX)).map((name) => join(tmpdir(), name));
  for (const home of homes) {
    const runner = Number(await readFile(join(home, RUNNER), 'utf8').catch(() => process.pid));
    if (runner === process.pid || isAlive(runner)) continue;
    const { stopEmbedded } = await import('../src/platform/database/embedded.ts');
    if (await stopEmbedded(home)) await rm(home, { recursive: true, force: true });
  }
}

/**
 * One temporary home for the whole run. Its PostgreSQL starts when the first test asks for a database
 * (tests/support/database.ts), and every worker process attaches to that one server.
 */
export default async function setup() {
  await clearAbandonedHomes();
  const home = await mkdtemp(join(tmpdir(), PREFIX));
  await chmod(home, 0o755);
  await writeFile(join(home, RUNNER), String(process.pid));
  process.env.WANJIA_TEST_HOME = home;
}
