/**
 * The two shapes of the graph over the demo district: the hub's own answer to the profile operation, sections and all, and
 * the gateway's, which joins it from the hub and the agencies' processes. To reach: p50 of the federated at most 3 times.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse, print, separateOperations } from 'graphql';
import { AGENCIES } from '../src/kernel/agency.ts';
import { type Figures, rounded } from './benchmark.ts';
import { withFolder } from './folder.ts';
import { loadInTurns, type Target } from './load.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GATEWAY = fileURLToPath(new URL('../gateway', import.meta.url));
const OPERATIONS = new URL('../tests/fixtures/operations.graphql', import.meta.url);
const WANJIA = join(ROOT, 'bin', 'wanjia.js');
/** Ports after the hub's: the agencies', then the gateway's. */
const GATEWAY_PORT = AGENCIES.length + 1;
const IN_TURNS = { rounds: 5, seconds: 2, warmUpSeconds: 4 };
/** How it is when both cores are busy, and what an answer takes: last, when all processes have answered often enough to be compiled. */
const AT_ONCE = [4, 1];
const HOUSEHOLDS = 300;
const LIST = '{ households(first: 300, filter: { minMembers: 2 }) { edges { node { id } } } }';

function ensureGateway(): void {
  if (existsSync(join(GATEWAY, 'node_modules', '.package-lock.json'))) return;
  process.stderr.write('the gateway’s packages are not here yet: npm ci in gateway/ …\n');
  execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund'], { cwd: GATEWAY, stdio: ['ignore', 2, 2] });
}

/** A port whose next ones are, in all likelihood, free too. */
const somePort = (): number => 20_000 + Math.floor(Math.random() * 10_000);

interface Shapes {
  readonly merged: string;
  readonly federated: string;
  readonly authorization: string;
  close(): Promise<void>;
}

async function startInParts(home: string): Promise<Shapes> {
  ensureGateway();
  const port = somePort();
  const env = { ...process.env, WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [WANJIA, 'start-in-parts', '--port', String(port)], {
    ...{ env, stdio: ['ignore', 'ignore', 'inherit'] },
  });
  const ended = once(child, 'exit');
  const federated = `http://127.0.0.1:${port + GATEWAY_PORT}/graphql`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`start-in-parts ended with ${child.exitCode}`);
    if ((await fetch(federated).catch(() => null)) !== null) break;
    await sleep(500);
  }
  const token = execFileSync(process.execPath, [WANJIA, 'token', '--as', 'district-officer'], {
    env,
    encoding: 'utf8',
  });
  return {
    merged: `http://127.0.0.1:${port}/graphql`,
    federated,
    authorization: `Bearer ${token.trim().split('\n').at(-1)}`,
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Found {
  readonly households: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

async function targetsOf({ merged, federated, authorization }: Shapes): Promise<Readonly<Record<string, Target>>> {
  const headers = { 'content-type': 'application/json', authorization, 'wanjia-purpose': 'casework' };
  const answer = await fetch(merged, { method: 'POST', headers, body: JSON.stringify({ query: LIST }) });
  const { data } = (await answer.json()) as { readonly data: Found };
  const { HouseholdById } = separateOperations(parse(await readFile(OPERATIONS, 'utf8')));
  if (HouseholdById === undefined) throw new Error('the profile operation is missing');
  const query = print(HouseholdById);
  const bodies = data.households.edges
    .slice(0, HOUSEHOLDS)
    .map(({ node: { id } }) => JSON.stringify({ query, variables: { id } }));
  return { merged: { url: merged, headers, bodies }, federated: { url: federated, headers, bodies } };
}

/** Both shapes, so many questions at once. */
async function measure(targets: Readonly<Record<string, Target>>, connections: number): Promise<Figures> {
  const found = await loadInTurns(targets, { ...IN_TURNS, connections });
  const base = found.get('merged')?.medianMs ?? 0;
  return Object.fromEntries(
    [...found].map(([name, { rate, rates, medianMs, p99Ms, errors }]) => [
      connections === 1 ? name : `${name}, ${connections} at once`,
      {
        'p50 ms': medianMs,
        'p50, times merged': rounded(medianMs / base),
        'p99 ms': p99Ms,
        'answers/s': Math.round(rate),
        spread: `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`,
        errors,
      },
    ]),
  );
}

export function benchShapes(): Promise<Figures> {
  return withFolder(async (folder) => {
    process.stderr.write(`shapes: the hub, ${AGENCIES.length} agencies and the gateway …\n`);
    const shapes = await startInParts(join(folder, 'hub'));
    try {
      const targets = await targetsOf(shapes);
      let figures: Figures = {};
      for (const connections of AT_ONCE) figures = { ...(await measure(targets, connections)), ...figures };
      return figures;
    } finally {
      await shapes.close();
    }
  });
}
