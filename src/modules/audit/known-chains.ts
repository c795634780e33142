/** The chains begun on this machine, noted beside the database: one taken away whole is missed. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'chains.txt';

export async function noteChain(folder: string, writer: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await appendFile(join(folder, FILE), `${writer}\n`, { mode: 0o600 });
}

export async function knownChains(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
