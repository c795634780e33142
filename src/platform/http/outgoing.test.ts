/** Where a name leads is decided when the line is made, whatever it led to before. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

interface Found {
  readonly address: string;
  readonly family: number;
}

let found: readonly Found[] = [];
type Told = (error: null, address: readonly Found[] | string | undefined, family?: number) => void;
const lookup = (_name: string, { all }: { readonly all?: boolean }, told: Told): void =>
  all === true ? told(null, found) : told(null, found[0]?.address, found[0]?.family);
jest.unstable_mockModule('node:dns', () => ({ default: { lookup }, lookup }));
const { createOutgoing } = await import('./outgoing.ts');

const at = (address: string): Found => ({ address, family: address.includes(':') ? 6 : 4 });
const server = createServer((_request, response) => response.writeHead(204, { connection: 'close' }).end());
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const asked = (name: string) => ({ url: `http://${name}:${port}/`, method: 'POST', headers: {}, body: '' }) as const;

describe('a name', () => {
  it.each([
    ['loopback', ['127.0.0.1']],
    ['loopback, mapped', ['::ffff:7f00:1']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['the metadata of a cloud, mapped', ['::ffff:a9fe:a9fe']],
    ['a private network beside a public one', ['203.0.114.7', '10.0.0.1']],
    ['a line of this machine', ['fe80::1']],
  ])('that leads to %s is refused', async (_what, addresses) => {
    found = addresses.map(at);
    const send = createOutgoing({ allowedAddresses: [], timeoutMs: 5_000 });
    expect(await send(asked('partner.example'))).toEqual({ ok: false, error: 'TARGET_REFUSED' });
  });

  it('that led where it may and now leads elsewhere is refused', async () => {
    found = [at('127.0.0.1')];
    const send = createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 5_000 });
    expect(await send(asked('turns.example'))).toMatchObject({ ok: true, value: { status: 204 } });
    found = [at('192.168.1.1')];
    expect(await send(asked('turns.example'))).toEqual({ ok: false, error: 'TARGET_REFUSED' });
  });
});
