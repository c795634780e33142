/**
 * For Node before 24: takes the types out of a module when it is loaded. Functions are not told their names, as other
 * loaders do: that costs a call for every closure that is ever made.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stop, transform } from 'esbuild';

const OPTIONS = { loader: 'ts', format: 'esm', target: 'node20.19', sourcemap: 'inline' };

/** esbuild works in a process of its own, which ends when nothing has been loaded for a while. */
const IDLE_MS = 2_000;
let [underWay, idle] = [0, undefined];

async function withoutTypes(path) {
  clearTimeout(idle);
  underWay += 1;
  try {
    return (await transform(await readFile(path, 'utf8'), { ...OPTIONS, sourcefile: path })).code;
  } finally {
    underWay -= 1;
    if (underWay === 0) idle = setTimeout(stop, IDLE_MS).unref();
  }
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.ts')) return nextLoad(url, context);
  return { format: 'module', source: await withoutTypes(fileURLToPath(url)), shortCircuit: true };
}
