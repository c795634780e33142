/** kill -9 at random moments of an ingest, again and again: whoever finishes it ends in the same state. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/platform/database/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { writeTestKeys } from '../support/sealer.ts';
import { stateDigest } from '../support/state-digest.ts';

const WANJIA = fileURLToPath(new URL('../../bin/wanjia.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../fixtures/changning-3k', import.meta.url));
const LONG = process.env.WANJIA_TEST_LONG === '1';
const [HUBS, KILLS] = LONG ? [6, 5] : [1, 4];

interface Ingest {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
}

function ingest(databaseUrl: string, home: string): Ingest {
  const child = spawn(process.execPath, [WANJIA, 'ingest', SAMPLE, '--json'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'silent' },
  });
  return { process: child, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function digestOf(url: string): Promise<Record<string, string>> {
  const db = await openDatabase({ url, applicationName: 'wanjia-test' });
  try {
    return await stateDigest(db);
  } finally {
    await db.close();
  }
}

async function home(): Promise<string> {
  const folder = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'crash-'));
  // Indexes of numbers are only the same under the same keys.
  await writeTestKeys(folder);
  return folder;
}

describe('an ingest that is killed', () => {
  it(
    'ends, when it is run again, in the state of one that was not',
    async () => {
      const undisturbed = await createTestDatabase();
      const began = performance.now();
      expect(await ingest(undisturbed, await home()).ended).toBe(2);
      const whole = performance.now() - began;
      const wanted = await digestOf(undisturbed);
      for (let hub = 0; hub < HUBS; hub += 1) {
        const [url, folder] = [await createTestDatabase(), await home()];
        let killed = 0;
        for (let kill = 0; kill < KILLS; kill += 1) {
          const run = ingest(url, folder);
          await Promise.race([sleep(whole * (0.15 + 0.85 * Math.random())), run.ended]);
          if (run.process.kill('SIGKILL')) killed += 1;
          await run.ended;
        }
        expect(await ingest(url, folder).ended).toBe(2);
        expect(await digestOf(url)).toEqual(wanted);
        expect(killed).toBeGreaterThan(0);
      }
    },
    LONG ? 900_000 : 180_000,
  );
});
