/** A process of ours beside this one, that ends with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../../config/index.ts';
import { WanjiaError } from '../../kernel/errors.ts';

export interface Child {
  close(): Promise<void>;
}

/** A file of the project. */
export const projectFile = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function said(child: ChildProcess, word: string): Promise<boolean> {
  for await (const text of child.stdout ?? []) if (String(text).includes(word)) return true;
  return false;
}

/** Starts a process and waits until it says the word that means it serves. */
export async function startChild(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  word: string,
): Promise<Child> {
  const child = spawn(process.execPath, [...args], {
    env: environmentWith(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!(await said(child, word))) throw new WanjiaError('PART_NOT_STARTED', { part: args.at(-1) ?? '' });
  child.stdout?.resume();
  return {
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
