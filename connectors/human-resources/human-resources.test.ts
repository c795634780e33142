import { createHmac } from 'node:crypto';
import * as runner from '@jest/globals';
import { describeContracts } from '../sdk/contract-kit.ts';
import { sampleRow } from '../sdk/kit-rows.ts';
import type { RawRow } from '../sdk/raw-row.ts';
import { describeHttpConnector } from '../sdk/transport-kit.ts';
import { type KitAnswer, type KitHandler, type KitRequest, startKitServer } from '../sdk/transports/kit-server.ts';
import { type SyncOptions, type SyncOutcome, syncOnce } from '../sdk/transports/kit-sync.ts';
import { HR01 } from './contracts/hr01.ts';
import { humanResources } from './transport.ts';

const { describe, expect, it } = runner;

const SECRET = 'kept-to-itself';
const settings = (baseUrl: string): object => ({ baseUrl, clientId: 'wanjia', secret: SECRET, limit: 10 });
const changes = (count: number): RawRow[] =>
  Array.from({ length: count }, (_, at) => sampleRow(HR01, { 来源主键: `H${at}` }));

interface Bureau {
  readonly list: readonly RawRow[];
  /** The bureau's clock minus the caller's, in milliseconds. */
  readonly skew?: number;
  /** Rows that come again at the start of the next answer. */
  readonly replayed?: number;
}

function isSigned({ method, path, headers, body }: KitRequest, now: number): boolean {
  const timestamp = String(headers['x-timestamp']);
  const signature = createHmac('sm3', SECRET).update(`${method}\n${path}\n${timestamp}\n${body}`).digest('hex');
  const close = Math.abs(now - Number(timestamp)) < 300_000;
  return headers['x-client'] === 'wanjia' && headers['x-signature'] === signature && close;
}

function bureau({ list, skew = 0, replayed = 0 }: Bureau): KitHandler {
  return (request): KitAnswer => {
    const now = Date.now() + skew;
    if (!isSigned(request, now)) return { status: 401, headers: { date: new Date(now).toUTCString() }, text: '' };
    const { since, limit } = JSON.parse(request.body) as { since: string | null; limit: number };
    const from = Math.max(0, Number(since ?? 0) - (since === null ? 0 : replayed));
    const to = Math.min(list.length, Number(since ?? 0) + limit);
    const json = { rows: list.slice(from, to), nextCursor: String(to), more: to < list.length, asOf: '2026-10-31' };
    return { json };
  };
}

async function syncWith(handler: KitHandler, options: SyncOptions = {}): Promise<SyncOutcome> {
  const server = await startKitServer(handler);
  try {
    return await syncOnce(humanResources({ firstDelayMs: 5 }), settings(`${server.url}/hr`), options);
  } finally {
    await server.close();
  }
}

const keysOf = (outcome: SyncOutcome): readonly unknown[] =>
  (outcome.rows.get('HR01') ?? []).map((row) => row.来源主键);

describeContracts(runner, humanResources().contracts);

describeHttpConnector(runner, {
  connector: humanResources,
  settings,
  backend: () => bureau({ list: changes(3) }),
  secret: SECRET,
});

describe('the cursor', () => {
  it('is followed to its end, and taken up where it was left', async () => {
    const list = changes(25);
    const first = await syncWith(bureau({ list }));
    expect(keysOf(first)).toHaveLength(25);
    const second = await syncWith(bureau({ list: [...list, ...changes(2)] }), { checkpoints: first.checkpoints });
    expect(keysOf(second)).toHaveLength(2);
  });

  it('may bring rows again', async () => {
    const outcome = await syncWith(bureau({ list: changes(25), replayed: 3 }));
    expect(new Set(keysOf(outcome)).size).toBe(25);
  });

  it('that does not advance is an error, not a loop', async () => {
    const json = { rows: changes(1), nextCursor: 'x', more: true, asOf: '2026-10-31' };
    const { failures } = await syncWith(() => ({ json }));
    expect(failures[0]).toMatchObject({ code: 'SOURCE_ANSWER' });
  });

  it('is left where it was when the reading fails', async () => {
    let answers = 0;
    const handler = bureau({ list: changes(25) });
    const outcome = await syncWith((request) => {
      answers += 1;
      return answers === 2 ? { status: 400, text: '' } : handler(request);
    });
    expect(outcome.failures[0]).toMatchObject({ code: 'SOURCE_REFUSED' });
    expect(outcome.checkpoints.has('HR01')).toBe(false);
    expect(outcome.names).toEqual(['human-resources/HR02', 'human-resources/HR03']);
  });
});

describe('the signature', () => {
  it.each([3_600_000, -86_400_000])("is made by the agency's clock where ours is %i ms off", async (skew) => {
    const outcome = await syncWith(bureau({ list: changes(25), skew }));
    expect(outcome.failure).toBeNull();
    expect(keysOf(outcome)).toHaveLength(25);
  });
});
