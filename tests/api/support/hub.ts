/** The API over fake readers: what the face decides, without a database. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchema, type GraphDependencies } from '../../../schema/index.ts';
import { createHttpServer, type HttpServerParts } from '../../../schema/server/http-server.ts';
import { DEFAULT_LIMITS } from '../../../schema/server/limits.ts';
import { succeed } from '../../../src/kernel/result.ts';
import {
  createCallers,
  createLocalIssuer,
  createMasks,
  type Directory,
  issueDemoToken,
  loadPolicy,
} from '../../../src/modules/access/index.ts';
import { testSealer } from '../../support/sealer.ts';
import { administration } from './fake-administration.ts';
import { alerting } from './fake-alerting.ts';
import { DISCLOSURES, keepingLog } from './fake-audit.ts';
import { casework } from './fake-casework.ts';
import { channels } from './fake-channels.ts';
import { discovery } from './fake-discovery.ts';
import { createFakeDocuments } from './fake-documents.ts';
import { createFakeExports } from './fake-exports.ts';
import { createFakeFeed } from './fake-feed.ts';
import { createFakeReader, HOUSEHOLDS } from './fake-households.ts';
import { openings } from './fake-openings.ts';
import { createFakePrisma } from './fake-prisma.ts';
import { clock, ROWS } from './sample-city.ts';

export const policy = await loadPolicy('packs/shanghai/changning/access.yaml');
export const masks = createMasks(Buffer.alloc(32, 7));
export const issuer = await createLocalIssuer({ keysFolder: mkdtempSync(join(tmpdir(), 'wanjia-keys-')), clock });
export const schema = createSchema();

/** Nobody is administered: callers are those of the demo. */
const directory: Directory = {
  standingOf: async () => ({ revoked: false, account: null, organisation: null, closed: [] }),
};
export const callers = createCallers({ reader: issuer, directory, policy, clock });

const ALERTS = (ROWS.alert ?? []).map(({ id, streetCode }) => [Number(id), String(streetCode)] as const);

export const graph: GraphDependencies = {
  ...discovery,
  ...alerting,
  ...casework,
  ...openings,
  ...channels,
  households: createFakeReader(),
  changes: createFakeFeed(HOUSEHOLDS, ALERTS),
  documents: createFakeDocuments(),
  limits: DEFAULT_LIMITS,
  exports: createFakeExports(clock),
  countEntities: async () => 3,
  publicUrl: null,
  follow: async () => ({ next: async () => undefined, close: () => {} }),
  prisma: createFakePrisma(ROWS),
  identity: { decideReview: async () => succeed(null), undoLink: async () => succeed(null) },
  quarantine: { resubmit: async () => succeed(null) },
  agencyRecords: async () => [{ person: 1, recordType: 'ED01', sourceKey: 'E1' }],
  disclosureLog: { find: async () => ({ entries: DISCLOSURES, hasNextPage: false }) },
  policy,
  administration,
  open: testSealer.open,
  lookupLedger: { take: async () => ({ until: clock.now(), numbers: 1_000, misses: 1_000 }) },
  once: async (_request, work) => work(undefined as never),
  failedSyncs: async () => new Map(),
  changed: () => {},
};

export interface LogLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly access: {
    readonly withheld: readonly { coordinate: string; reason: string; subjects?: string[] }[];
    readonly masked: readonly { coordinate: string; mask: string; subjects?: string[] }[];
  };
  readonly text: string;
}

export interface Asking {
  readonly as?: string | null;
  readonly purpose?: string | null;
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

export interface TestHub {
  readonly url: string;
  readonly log: readonly LogLine[];
  ask(asking: Asking): Promise<Answer>;
  close(): Promise<void>;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as {
    data?: Answer['data'];
    errors?: Answer['errors'];
    extensions?: { access: Answer['access'] };
  };
  return {
    status: response.status,
    data: body.data ?? null,
    errors: body.errors ?? [],
    access: body.extensions?.access ?? { withheld: [], masked: [] },
    text,
  };
}

/** Starts the API on a free port. */
export async function startHub(changes: Partial<HttpServerParts> = {}): Promise<TestHub> {
  const log: LogLine[] = [];
  const line = (level: string) => (fields: object, message: string) => {
    log.push({ level, fields, message });
  };
  const server = await createHttpServer({
    schema,
    graph,
    policy,
    tokens: callers,
    masks,
    clock,
    log: { info: line('info'), warn: line('warn'), error: line('error') },
    disclosureLog: keepingLog([]),
    ready: async () => true,
    ...changes,
  });
  const url = `http://127.0.0.1:${await server.listen(0)}`;
  const tokens = new Map<string, string>();
  return {
    url,
    log,
    ask: async ({ as = 'district-officer', purpose = 'verification', query, variables, operationName }) => {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (as !== null) {
        const token = tokens.get(as) ?? (await issueDemoToken(policy, issuer, as));
        tokens.set(as, token);
        headers.authorization = `Bearer ${token}`;
      }
      if (purpose !== null) headers['wanjia-purpose'] = purpose;
      const body = JSON.stringify({ query, variables, operationName });
      return read(await fetch(`${url}/graphql`, { method: 'POST', headers, body }));
    },
    close: () => server.close(),
  };
}

/** Headers for requests that the hub's `ask` does not make. */
export async function headersOf(persona: string, purpose?: string): Promise<Record<string, string>> {
  const authorization = `Bearer ${await issueDemoToken(policy, issuer, persona)}`;
  return purpose === undefined ? { authorization } : { authorization, 'wanjia-purpose': purpose };
}
