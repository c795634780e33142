import { rm } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

/** Stops the run's PostgreSQL, if a test had started it, and removes the temporary home. */
export default async function teardown() {
  const home = process.env.WANJIA_TEST_HOME;
  const { stopEmbedded } = await tsImport('../src/platform/database/embedded.ts', import.meta.url);
  await stopEmbedded(home);
  await rm(home, { recursive: true, force: true });
}
