/** Keys the hub makes for itself, one file each, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The content of a key file; written once, by whoever comes first. */
export async function keyFile(folder: string, name: string, make: () => Promise<string> | string): Promise<string> {
  const path = join(folder, name);
  const held = await readFile(path, 'utf8').catch(() => null);
  if (held !== null) return held;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' });
  return settle(draft, path);
}

/** Two processes may start at once: a link fails where the file exists, and both then read the same key. */
async function settle(draft: string, path: string): Promise<string> {
  try {
    await link(draft, path);
    await rm(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') await rm(draft);
    else await rename(draft, path);
  }
  return readFile(path, 'utf8');
}

/** A key of 32 random bytes. */
export async function secretKey(folder: string, name: string): Promise<Buffer> {
  return Buffer.from(await keyFile(folder, name, () => randomBytes(32).toString('hex')), 'hex');
}
