/** Readers that stop reading: what is held for them is bounded, they are looked at, and cut off. */
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { WebSocket } from 'ws';
import { DEFAULT_LIMITS } from '../../schema/server/limits.ts';
import { createStreamServer } from '../../schema/server/stream-server.ts';
import { createStreams, type Outlet, type Streams } from '../../schema/subscriptions/streams.ts';
import { issuerOf } from '../../src/app/access.ts';
import { serverLog } from '../../src/app/server-log.ts';
import { createRequestQuota } from '../../src/modules/access/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const { hub, face } = await serveHub();

/** More than the buffers between two sockets hold. */
const LARGE = 'x'.repeat(4_000_000);

interface Watched {
  taken: number;
  ended: boolean;
  outlet: Outlet | undefined;
}

/** Tells something large whenever it may; the transports are tried, not what is told. */
function endless(watched: Watched): Streams {
  return {
    admit: async () => undefined,
    organisationOf: async () => 'anybody',
    close: () => undefined,
    async open({ outlet }) {
      watched.outlet = outlet;
      async function* answers() {
        try {
          for (;;) {
            while (!(await outlet.ready(60_000)));
            await new Promise((resolve) => setImmediate(resolve));
            watched.taken += 1;
            yield { data: { tick: LARGE } };
          }
        } finally {
          watched.ended = true;
        }
      }
      return answers();
    },
  };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Until nothing is taken any more. */
async function stalled(watched: Watched): Promise<number> {
  for (let before = -1; before !== watched.taken || watched.taken === 0; ) {
    before = watched.taken;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return watched.taken;
}

describe('a reader that stops reading', () => {
  const schema = buildSchema('type Query { none: Int } type Subscription { tick: String }');
  const watched: Watched = { taken: 0, ended: false, outlet: undefined };
  const log = serverLog(createLog('silent'));
  const streaming = createStreamServer(
    {
      schema,
      streams: endless(watched),
      limits: DEFAULT_LIMITS,
      log,
      trusted: { required: false, textOf: async (asked) => (asked as { query: string }).query },
    },
    { keepAliveMs: 1_000, lastWordsMs: 100 },
  );
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((request, response) => void streaming.handle(request, response));
    streaming.attach(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    Object.assign(watched, { taken: 0, ended: false, outlet: undefined });
  });
  afterAll(async () => {
    await streaming.close();
    server.closeAllConnections();
    server.close();
  });

  it('of an event stream is told no more than fits on the line, and cut off', async () => {
    const query = encodeURIComponent('subscription { tick }');
    const response = await new Promise<IncomingMessage>((resolve) => {
      get(
        `http://127.0.0.1:${port}/graphql/stream?query=${query}`,
        { headers: { accept: 'text/event-stream' } },
        resolve,
      );
    });
    response.on('error', () => undefined).pause();
    const taken = await stalled(watched);
    expect(taken).toBeLessThan(10);
    expect(await watched.outlet?.ready(20)).toBe(false);
    watched.outlet?.cutOff();
    await until(() => watched.ended);
    // One more was asked for when the line was cut.
    expect(watched.taken).toBeLessThanOrEqual(taken + 1);
    response.destroy();
  });

  it('of a WebSocket is told no more than fits on the line, and cut off when it does not answer', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer x' } }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: 'subscription { tick }' } }));
    socket.pause();
    expect(await stalled(watched)).toBeLessThan(10);
    await until(() => watched.ended);
    socket.terminate();
  });
});

describe('a subscriber over WebSocket that asks and does not read', () => {
  const schema = buildSchema('type Query { none: Int } type Subscription { tick: String }');
  const watched: Watched = { taken: 0, ended: false, outlet: undefined };
  const streaming = createStreamServer(
    {
      ...{ schema, streams: endless(watched), limits: DEFAULT_LIMITS, log: serverLog(createLog('silent')) },
      trusted: { required: false, textOf: async (asked) => (asked as { query: string }).query },
    },
    { keepAliveMs: 3_600_000, lastWordsMs: 100 },
  );
  const server = createServer();
  streaming.attach(server);
  /** The hub's end of the line. */
  let line: Duplex | undefined;
  server.on('upgrade', (_request, socket) => {
    line = socket;
  });
  beforeEach(() => {
    Object.assign(watched, { taken: 0, ended: false, outlet: undefined });
  });
  afterAll(async () => {
    await streaming.close();
    server.close();
  });

  async function connected(): Promise<WebSocket> {
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer x' } }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    return socket;
  }

  const subscribe = (socket: WebSocket, id: string, query: string): void =>
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query } }));

  it('has no answers to its pings heaped up', async () => {
    const socket = await connected();
    const ping = JSON.stringify({ type: 'ping', payload: { heap: 'x'.repeat(500_000) } });
    for (let nth = 0; nth < 40; nth += 1) socket.send(ping);
    // Said last, it is heard last.
    subscribe(socket, 'last', 'subscription { tick }');
    await until(() => watched.taken > 0);
    expect(line?.writableLength).toBeLessThan(2 * LARGE.length);
    socket.terminate();
  });

  it('is cut off once too much of what it asked is not answered', async () => {
    const socket = await connected();
    subscribe(socket, 'endless', 'subscription { tick }');
    await stalled(watched);
    for (let nth = 0; nth < 50; nth += 1) subscribe(socket, `${nth}`, `# ${'x'.repeat(900_000)}`);
    await until(() => watched.ended);
    socket.terminate();
  });
});

describe('a stream whose reader takes nothing', () => {
  it('is looked at meanwhile and ended: at once when the token ends, and in the end anyhow', async () => {
    const requests = createRequestQuota({ clock: hub.clock });
    const streams = createStreams({
      ...face.standing,
      ...{ requests, log: serverLog(hub.log) },
      streams: { atMost: 2, perCaller: 1, recheckSeconds: 0.01 },
    });
    const query = await operation('AlertRaised');
    const document = parse(query);
    const definition = getOperationAST(document);
    if (definition == null) throw new Error('no operation');
    const told = async (token: string, ready: () => Promise<boolean> = async () => false) => {
      const cut: true[] = [];
      const stream = await streams.open({
        ...{
          document,
          operation: definition,
          variables: {},
          tellsPlace: false,
          show: (errors) => errors,
          stillTrusted: async () => undefined,
        },
        headers: { authorization: `Bearer ${token}`, 'wanjia-purpose': 'casework' },
        outlet: { ready, cutOff: () => void cut.push(true) },
      });
      const { value } = await stream.next();
      return [value?.errors?.[0]?.originalError, cut.length];
    };
    const adviser = { organisation: 'subdistrict-310105001', roles: ['adviser'], divisions: ['310105001'] };
    const issuer = await issuerOf(hub);
    const token = await issuer.issue({ subject: 'stalled', ...adviser });
    // Each ends and makes room for the next.
    for (let nth = 0; nth < 2; nth += 1) expect(await told(token)).toMatchObject([{ code: 'SLOW_READER' }, 1]);
    const revoked = { issuer: 'wanjia-local', kind: 'SUBJECT', value: 'stalled' } as const;
    const by = { name: 'cli:test', organisation: null, scope: null };
    const lost = async (): Promise<boolean> => {
      await face.access.administration.revokeTokens(revoked, { actor: by, reason: '设备遗失' });
      return false;
    };
    expect(await told(token, lost)).toMatchObject([{ code: 'UNAUTHENTICATED' }, 1]);
    await expect(told(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
