import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import { isRead } from './document.ts';

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; silent?: boolean };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Answers one reply after the other, the last for ever. */
async function serving(...replies: Reply[]) {
  const seen: { headers: Readonly<Record<string, unknown>>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ headers: request.headers, body });
    const {
      status = 200,
      headers = {},
      body: reply,
      silent,
    } = replies[Math.min(seen.length, replies.length) - 1] ?? {};
    if (silent) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(reply ?? null));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

const READ = 'query Feeds { feeds { agency } }';
const CHANGE = 'mutation Assign { assignAlert(id: "A1") { __typename } }';
const well: Reply = { body: { data: { feeds: [] } } };
const busy: Reply = { status: 503, headers: { 'retry-after': '0' }, body: null };
const failure = (code: string, status: number): Reply => ({
  status,
  body: { errors: [{ message: '无权 denied', extensions: { code, suggestion: 'ask' } }] },
});

describe('a request', () => {
  it('says who asks and for what, and tells what was held back', async () => {
    const access = { withheld: [{ coordinate: 'Person.phone', reason: 'NOT_GRANTED' }] };
    const { url, seen } = await serving({ body: { data: { feeds: [] }, extensions: { access } } });
    const client = createClient({ url, token: 't1', purpose: 'operations', caseId: 'C1' });
    const answer = await client.request(READ, {}, { purpose: 'audit' });
    expect(answer).toEqual({ data: { feeds: [] }, access: { ...access, masked: [] } });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer t1',
      'wanjia-purpose': 'audit',
      'wanjia-case': 'C1',
    });
  });

  it('is sent again while the hub is busy if it only reads, and once if it changes something', async () => {
    const { url, seen } = await serving(busy, busy, well);
    await createClient({ url, token: 't' }).request(READ);
    expect(seen).toHaveLength(3);
    const changing = createClient({ url: (await serving(busy, well)).url, token: 't' }).request(CHANGE);
    await expect(changing).rejects.toMatchObject({ code: 'NOT_AN_ANSWER', status: 503, retryAfterMs: 0 });
  });

  it('tells the code and the suggestion of the hub, and asks no second time', async () => {
    const { url, seen } = await serving(failure('FORBIDDEN', 403));
    const asked = createClient({ url, token: 't' }).request(READ);
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN', suggestion: 'ask', message: '无权 denied' });
    expect(seen).toHaveLength(1);
  });

  it('does not wait as long as an hour because the hub asks for it', async () => {
    const { url } = await serving({ ...busy, headers: { 'retry-after': '3600' } });
    await expect(createClient({ url, token: 't' }).request(READ)).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
  });

  it('gives up after its time, and at once when it is broken off', async () => {
    const { url } = await serving({ silent: true });
    const client = createClient({ url, token: 't', attempts: 1, timeoutMs: 50 });
    await expect(client.request(READ)).rejects.toMatchObject({ code: 'TIMEOUT' });
    const signal = AbortSignal.abort(new Error('not wanted any more'));
    await expect(client.request(READ, {}, { signal })).rejects.toThrow('not wanted any more');
  });

  it('follows no redirect: a token goes to the hub only', async () => {
    const elsewhere = await serving(well);
    const { url } = await serving({ status: 307, headers: { location: elsewhere.url } });
    await expect(createClient({ url, token: 't', attempts: 1 }).request(READ)).rejects.toMatchObject({
      code: 'NETWORK',
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it('asks with a new token where the hub refused the first, also for a change', async () => {
    const { url, seen } = await serving(failure('UNAUTHENTICATED', 401), well);
    const refusals: (string | undefined)[] = [];
    const token = (refused?: string): string => {
      refusals.push(refused);
      return refused === undefined ? 'old' : 'new';
    };
    await createClient({ url, token }).request(CHANGE);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(refusals).toEqual([undefined, 'old']);
  });
});

describe('client credentials', () => {
  const given = { clientId: 'warehouse', clientSecret: 'öffne+dich' };

  it('are exchanged once for a token that is used until it ends or is refused', async () => {
    const { url, seen } = await serving(
      { body: { access_token: 'one', expires_in: 3600 } },
      { body: { access_token: 'two', expires_in: 3600 } },
    );
    const token = clientCredentials({ ...given, tokenUrl: url, scope: 'read' }) as (of?: string) => Promise<string>;
    expect(await Promise.all([token(), token(), token()])).toEqual(['one', 'one', 'one']);
    expect(await Promise.all([token('one'), token('one')])).toEqual(['two', 'two']);
    expect(seen.map(({ body }) => body)).toEqual(Array(2).fill('grant_type=client_credentials&scope=read'));
    expect(seen[0]?.headers.authorization).toBe(`Basic ${btoa('warehouse:%C3%B6ffne%2Bdich')}`);
  });

  it('replace a token shortly before it ends, and are tried again after a failure', async () => {
    const { url, seen } = await serving(
      { status: 500, body: {} },
      { body: { access_token: 'one', expires_in: 20 } },
      { body: { access_token: 'two', expires_in: 3600 } },
    );
    const token = clientCredentials({ ...given, tokenUrl: url, method: 'post' }) as () => Promise<string>;
    await expect(token()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 500 });
    await token();
    expect(await token()).toBe('two');
    expect(seen).toHaveLength(3);
  });
});

describe('what only reads', () => {
  it.each([
    ['{ feeds { agency } }', true],
    ['# mutation\nquery A { a(text: "} mutation") }', true],
    ['mutation A { a }', false],
    ['fragment F on Q { a } mutation A { a }', false],
    ['subscription A { a }', false],
  ])('%s', (text, read) => expect(isRead(text)).toBe(read));
});
