/** A whole hub over a test's own database, served on loopback, asked as a client would ask it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { Kind, parse, print, visit } from 'graphql';
import type { AccessReport } from '../../schema/permissions/disclosures.ts';
import { type Access, demoToken, issuerOf } from '../../src/app/access.ts';
import { type Hub, openHub } from '../../src/app/hub.ts';
import { type Face, openFace, openHubQueue, serveGraph } from '../../src/app/serve.ts';
import { loadConfig } from '../../src/config/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { Caller } from '../../src/modules/access/index.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Queue } from '../../src/platform/queue/queue.ts';
import { createTestDatabase } from './database.ts';
import { writeTestKeys } from './sealer.ts';

const OPERATIONS = new URL('../fixtures/operations.graphql', import.meta.url);

/** One operation of a file, the partners' unless said, with the fragments it uses, word for word. */
export async function operation(name: string, file = OPERATIONS): Promise<string> {
  const { definitions } = parse(await readFile(file, 'utf8'));
  const wanted = new Set<string>([name]);
  const named = () =>
    definitions.filter((one) => 'name' in one && one.name !== undefined && wanted.has(one.name.value));
  for (let size = 0; size < wanted.size; ) {
    size = wanted.size;
    for (const definition of named())
      visit(definition, { [Kind.FRAGMENT_SPREAD]: (spread) => void wanted.add(spread.name.value) });
  }
  return named().map(print).join('\n');
}

/** An answer, read as the test knows it. */
export interface Answer<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly access?: AccessReport };
}

export interface Question {
  /** One of the demo's, or whoever a token says. */
  readonly persona: string | Caller;
  readonly purpose?: string;
  readonly caseId?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Asks with this token instead of the persona's. */
  readonly token?: string;
}

export interface ServedHub {
  readonly hub: Hub;
  readonly queue: Queue;
  readonly face: Face;
  readonly access: Access;
  readonly url: string;
  /** Every path it answers. */
  readonly paths: readonly string[];
  /** Signed once for each caller: signing in takes longer than most questions. */
  tokenOf(persona: string | Caller): Promise<string>;
  ask<T>(question: Question): Promise<Answer<T>>;
}

/** Opens and serves a hub; everything is closed and removed when the file's tests are over. */
export async function serveHub(
  settings: Readonly<Record<string, string>> = {},
  log = createLog('silent'),
): Promise<ServedHub> {
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'hub-'));
  await writeTestKeys(home);
  const config = loadConfig({
    WANJIA_HOME: home,
    DATABASE_URL: settings.DATABASE_URL ?? (await createTestDatabase()),
    WANJIA_LOG_LEVEL: 'silent',
    ...settings,
  });
  const hub = await openHub({ config, clock: systemClock, log });
  const queue = await openHubQueue(hub);
  const face = await openFace(hub, queue);
  const { port, paths, close } = await serveGraph(face, { host: '127.0.0.1', port: 0 });
  afterAll(async () => {
    await close();
    await queue.close();
    await hub.close();
    await rm(home, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  const tokens = new Map<string | Caller, Promise<string>>();
  const sign = async (persona: string | Caller): Promise<string> =>
    typeof persona === 'string' ? demoToken(hub, persona) : (await issuerOf(hub)).issue(persona);
  const tokenOf: ServedHub['tokenOf'] = (persona) => {
    const token = tokens.get(persona) ?? sign(persona);
    tokens.set(persona, token);
    return token;
  };
  return {
    hub,
    queue,
    face,
    access: face.access,
    url,
    paths,
    tokenOf,
    async ask({ persona, purpose, caseId, query, variables, token }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token ?? (await tokenOf(persona))}`,
          ...(purpose && { 'wanjia-purpose': purpose }),
          ...(caseId && { 'wanjia-case': caseId }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as Awaited<
        ReturnType<ServedHub['ask']>
      > as never;
    },
  };
}
