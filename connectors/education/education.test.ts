import * as runner from '@jest/globals';
import { describeContracts } from '../sdk/contract-kit.ts';
import { sampleRow } from '../sdk/kit-rows.ts';
import type { RawRow } from '../sdk/raw-row.ts';
import { describeHttpConnector } from '../sdk/transport-kit.ts';
import { type KitAnswer, type KitHandler, type KitRequest, startKitServer } from '../sdk/transports/kit-server.ts';
import { type SyncOutcome, syncOnce } from '../sdk/transports/kit-sync.ts';
import { ED01 } from './contracts/ed01.ts';
import { education } from './transport.ts';

const { describe, expect, it } = runner;

const SECRET = 'kept-to-itself';
const QUICK = { firstDelayMs: 5, timeoutMs: 1000 };
const settings = (baseUrl: string): object => ({ baseUrl, clientId: 'wanjia', clientSecret: SECRET, pageSize: 10 });
const students = (count: number): RawRow[] =>
  Array.from({ length: count }, (_, at) => sampleRow(ED01, { 来源主键: `E${at}` }));

interface Bureau {
  readonly list: () => readonly RawRow[];
  /** How many requests a token lasts. */
  readonly tokenLasts?: number;
  /** Called after each page. */
  readonly afterPage?: (request: KitRequest) => void;
}

function bureau({ list, tokenLasts = Number.POSITIVE_INFINITY, afterPage }: Bureau): KitHandler {
  let issued = 0;
  let used = 0;
  const page = (request: KitRequest): KitAnswer => {
    const number = Number(request.query.get('page'));
    const pageSize = Number(request.query.get('pageSize'));
    const rows = list();
    const from = (number - 1) * pageSize;
    const json = { page: number, pageSize, asOf: '2026-10-30', rows: rows.slice(from, from + pageSize) };
    afterPage?.(request);
    return { json: number === 1 ? { ...json, total: rows.length } : json };
  };
  return (request) => {
    if (request.path === '/oauth/token') {
      const basic = `Basic ${Buffer.from(`wanjia:${SECRET}`).toString('base64')}`;
      if (request.headers.authorization !== basic) return { status: 401, text: '' };
      issued += 1;
      used = 0;
      return { json: { access_token: `t${issued}`, expires_in: 3600 } };
    }
    used += 1;
    const valid = request.headers.authorization === `Bearer t${issued}` && used <= tokenLasts;
    return valid ? page(request) : { status: 401, text: '' };
  };
}

async function syncWith(handler: KitHandler): Promise<{ outcome: SyncOutcome; requests: readonly KitRequest[] }> {
  const server = await startKitServer(handler);
  const outcome = await syncOnce(education(QUICK), settings(server.url));
  await server.close();
  return { outcome, requests: server.requests };
}

const keysOf = (outcome: SyncOutcome): readonly unknown[] =>
  (outcome.rows.get('ED01') ?? []).map((row) => row.来源主键);

describeContracts(runner, education().contracts);

describeHttpConnector(runner, {
  connector: education,
  settings,
  backend: () => bureau({ list: () => students(3) }),
  secret: SECRET,
});

describe('pages', () => {
  it.each([0, 9, 10, 11, 25])('are read to the end of a list of %i', async (count) => {
    const { outcome } = await syncWith(bureau({ list: () => students(count) }));
    expect(outcome.failure).toBeNull();
    expect(keysOf(outcome)).toEqual(students(count).map((row) => row.来源主键));
  });

  it('go on with a new token when the first expires between two of them', async () => {
    const { outcome, requests } = await syncWith(bureau({ list: () => students(25), tokenLasts: 2 }));
    expect(outcome.failure).toBeNull();
    expect(keysOf(outcome)).toHaveLength(25);
    expect(requests.filter(({ path }) => path === '/oauth/token').length).toBeGreaterThan(1);
  });

  it.each([
    ['a row comes in', (list: RawRow[]) => list.unshift(sampleRow(ED01, { 来源主键: 'NEW' }))],
    ['a row goes', (list: RawRow[]) => list.shift()],
    [
      'one comes and one goes',
      (list: RawRow[]) => list.splice(24, 1) && list.unshift(sampleRow(ED01, { 来源主键: 'NEW' })),
    ],
  ] as const)('are read again where %s while reading', async (_, change) => {
    const list = students(25);
    let changed = false;
    const afterPage = ({ path, query }: KitRequest): void => {
      if (changed || !path.endsWith('ED01') || query.get('page') !== '1') return;
      changed = true;
      change(list);
    };
    const { outcome } = await syncWith(bureau({ list: () => list, afterPage }));
    expect(outcome.failure).toBeNull();
    expect(keysOf(outcome)).toEqual(list.map((row) => row.来源主键));
  });

  it('that never stand still are given up, and the other record types are read', async () => {
    const list = students(25);
    const afterPage = ({ path }: KitRequest): void => {
      if (path.endsWith('ED01')) list.unshift(sampleRow(ED01, { 来源主键: `N${list.length}` }));
    };
    const { outcome } = await syncWith(bureau({ list: () => list, afterPage }));
    expect(outcome.failure).toMatchObject({ code: 'PAGES_SHIFTED' });
    expect(outcome.names).toEqual(['education/ED02', 'education/ED03']);
  });

  it('may hold the same row twice, if they always do', async () => {
    const list = [...students(12), ...students(1)];
    const { outcome } = await syncWith(bureau({ list: () => list }));
    expect(keysOf(outcome)).toHaveLength(13);
  });
});
