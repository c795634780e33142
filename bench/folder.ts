/** A folder of a benchmark's own, gone with everything in it when the benchmark is over. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wanjia-bench-'));
  try {
    // The embedded server's account has to pass through it; otherwise its data is kept elsewhere, and stays there.
    await chmod(folder, 0o755);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
