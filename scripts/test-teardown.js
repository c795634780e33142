import { rm } from 'node:fs/promises';
import '../bin/typescript.js';

/** Stops the run's PostgreSQL, if a test had started it, and removes the temporary home. */
export default async function teardown() {
  const home = process.env.WANJIA_TEST_HOME;
  const { stopEmbedded } = await import('../src/platform/database/embedded.ts');
  await stopEmbedded(home);
  await rm(home, { recursive: true, force: true });
}
