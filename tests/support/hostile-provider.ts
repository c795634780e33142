/** An identity provider in the hands of a test: it publishes what it is told to, as slowly and as wrongly as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export type Page = (response: ServerResponse, request: IncomingMessage) => void;

export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: object;
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
}

export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return {
    kid,
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey),
  };
}

export const json =
  (value: unknown): Page =>
  (response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

/** Claims to set; undefined leaves one out. */
export type Changes = Readonly<Record<string, unknown>>;

export interface HostileProvider {
  readonly issuer: string;
  /** Pages by path; a path without one is not there. */
  readonly pages: Map<string, Page>;
  /** Requests that came, by path. */
  readonly asked: string[];
  publish(...keys: readonly SigningKey[]): void;
  /** Claims of a good token, on the clock given. */
  claims(now: Date, changes?: Changes): JWTPayload;
  close(): void;
}

export async function startHostileProvider(): Promise<HostileProvider> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://provider').pathname;
    asked.push(path);
    const page = pages.get(path);
    if (page === undefined) response.writeHead(404).end();
    else page(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages.set('/.well-known/openid-configuration', json({ issuer, jwks_uri: `${issuer}/jwks` }));
  return {
    issuer,
    pages,
    asked,
    publish: (...keys) => void pages.set('/jwks', json({ keys: keys.map(({ publicJwk }) => publicJwk) })),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
    claims: (now, changes = {}) => {
      const iat = Math.floor(now.getTime() / 1000);
      return {
        iss: issuer,
        sub: '7f3a',
        aud: 'wanjia',
        client_id: 'console',
        iat,
        exp: iat + 600,
        jti: 'j1',
        ...changes,
      };
    },
  };
}
