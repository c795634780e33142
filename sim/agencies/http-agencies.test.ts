import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { askToken, getPage, query, type Reply } from '../test-support/agency-client.ts';
import { START_DAY, testCity } from '../test-support/simulated-city.ts';
import { type Agencies, startAgencies } from './start-agencies.ts';

const city = testCity(900);
let home: string;
let agencies: Agencies;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'agencies-'));
  agencies = await startAgencies({ city, day: START_DAY, home, mess: null });
});
afterEach(() => agencies.setFaults({ education: {}, 'human-resources': {} }));
afterAll(async () => {
  await agencies.stop();
  await rm(home, { recursive: true });
});

const keysOf = ({ body }: Reply): string[] => (body.rows ?? []).map((row) => row.来源主键 ?? '');
const token = async (): Promise<string> => String((await askToken(agencies.settings.education)).body.access_token);
const page = async (path: string, bearer?: string): Promise<Reply> =>
  getPage(agencies.settings.education, bearer ?? (await token()), path);
const ask = (question: Partial<Parameters<typeof query>[1]> = {}): Promise<Reply> =>
  query(agencies.settings['human-resources'], { type: 'HR01', since: null, limit: 100, ...question });
const held = (type: string): string[] =>
  [...city.households()]
    .flatMap((household) => household.recordsAt(START_DAY))
    .filter(({ recordType }) => recordType === type)
    .map(({ sourceKey }) => sourceKey);

describe('both HTTP agencies', () => {
  it('listen on the loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    for (const { baseUrl } of [agencies.settings.education, agencies.settings['human-resources']]) {
      const { hostname, port } = new URL(baseUrl);
      expect(hostname).toBe('127.0.0.1');
      if (outside !== undefined) expect(await canConnect(outside.address, Number(port))).toBe(false);
    }
  });

  it('fail, refuse and delay where told, so many times', async () => {
    await agencies.setFaults({
      'human-resources': { serverErrors: 1, tooManyRequests: 1, retryAfterSeconds: 7, slowMilliseconds: 60 },
    });
    const before = performance.now();
    expect((await ask()).status).toBe(503);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await ask()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(170);
  });
});

describe('education', () => {
  it('gives a token for the right secret only', async () => {
    expect((await askToken(agencies.settings.education)).body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
    });
    expect((await askToken({ ...agencies.settings.education, clientSecret: 'wrong' })).status).toBe(401);
    expect((await page('ED01?page=1&pageSize=10', 'made-up')).status).toBe(401);
  });

  it('gives the whole list in pages, its size with the first', async () => {
    const bearer = await token();
    const first = await page('ED01?page=1&pageSize=50', bearer);
    const total = Number(first.body.total);
    expect(first.body).toMatchObject({ page: 1, pageSize: 50, asOf: START_DAY });
    const keys = keysOf(first);
    for (let next = 2; keys.length < total; next += 1) {
      const reply = await page(`ED01?page=${next}&pageSize=50`, bearer);
      expect(reply.body).not.toHaveProperty('total');
      keys.push(...keysOf(reply));
    }
    expect(keys.sort()).toEqual(held('ED01').sort());
  });

  it('lets a token expire in the middle', async () => {
    await agencies.setFaults({ education: { expireTokenAfter: 1 } });
    const bearer = await token();
    expect((await page('ED01?page=1&pageSize=10', bearer)).status).toBe(200);
    expect((await page('ED01?page=2&pageSize=10', bearer)).status).toBe(401);
    expect((await page('ED01?page=2&pageSize=10')).status).toBe(200);
  });

  it('shifts its pages while they are read: a row comes twice, another not at all', async () => {
    const size = Math.ceil(held('ED01').length / 2);
    await agencies.setFaults({ education: { pageShifts: 1 } });
    const keys = [
      ...keysOf(await page(`ED01?page=1&pageSize=${size}`)),
      ...keysOf(await page(`ED01?page=2&pageSize=${size}`)),
    ];
    expect(new Set(keys).size).toBe(keys.length - 1);
  });

  it('answers nonsense with 400 and 404', async () => {
    expect((await page('ED01?page=0')).status).toBe(400);
    expect((await page('ED09')).status).toBe(404);
  });
});

describe('human resources', () => {
  it('gives everything by cursor, then nothing more', async () => {
    const keys: string[] = [];
    let since: string | null = null;
    for (;;) {
      const { body, ...reply } = await ask({ since, limit: 1000 });
      keys.push(...keysOf({ body, ...reply }));
      since = String(body.nextCursor);
      if (body.more !== true) break;
    }
    expect(keys.sort()).toEqual(held('HR01').sort());
    expect((await ask({ since })).body).toMatchObject({ rows: [], nextCursor: since, more: false });
  });

  it('refuses a wrong signature, a strange client and a clock off by more than five minutes', async () => {
    expect((await ask({ secret: 'wrong' })).body.error).toBe('wrong_signature');
    expect((await ask({ ahead: 6 * 60_000 })).body.error).toBe('timestamp_off');
    expect((await ask({ ahead: -4 * 60_000 })).status).toBe(200);
    expect(
      (
        await query(
          { ...agencies.settings['human-resources'], clientId: 'other' },
          { type: 'HR01', since: null, limit: 1 },
        )
      ).status,
    ).toBe(401);
  });

  it('can have a clock of its own, which its Date header tells', async () => {
    await agencies.setFaults({ 'human-resources': { clockSkewSeconds: 900 } });
    const refused = await ask();
    expect(refused.status).toBe(401);
    expect(Date.parse(refused.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(890_000);
    expect((await ask({ ahead: 900_000 })).status).toBe(200);
  });

  it('can replay rows from before the cursor', async () => {
    const first = await ask({ limit: 10 });
    await agencies.setFaults({ 'human-resources': { replayedRows: 3 } });
    const second = await ask({ since: String(first.body.nextCursor), limit: 10 });
    expect(keysOf(second).slice(0, 3)).toEqual(keysOf(first).slice(-3));
    expect(keysOf(second)).toHaveLength(13);
  });

  it('refuses a cursor it never gave', async () => {
    expect((await ask({ since: 'bG9nOjk5OTk5OTk5' })).status).toBe(400);
    expect((await ask({ since: 'x' })).status).toBe(400);
  });

  it('tells after a cursor only what changed since, deletions too', async () => {
    const { body } = await ask({ type: 'HR02', limit: 10_000 });
    await agencies.advanceTo('2026-12-10');
    const { body: later } = await ask({ type: 'HR02', since: String(body.nextCursor), limit: 10_000 });
    const expected = [...city.changesBetween(START_DAY, '2026-12-10')]
      .flatMap(({ changes }) => changes)
      .filter(({ recordType }) => recordType === 'HR02');
    expect((later.rows ?? []).map((row) => row.来源主键).sort()).toEqual(
      expected.map(({ sourceKey }) => sourceKey).sort(),
    );
    expect(later.asOf).toBe('2026-12-10');
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 1000 });
    const settle = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket
      .once('connect', () => settle(true))
      .once('error', () => settle(false))
      .once('timeout', () => settle(false));
  });
}
