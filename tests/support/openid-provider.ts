/** A real OpenID provider on loopback: people sign in through a client, systems with their credentials. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';

const RESOURCE = 'urn:wanjia';
const CALLBACK = 'https://console.example/callback';
const SECRET = 'secret';

const REGISTERED: ClientMetadata[] = [
  { client_id: 'console', grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: [CALLBACK] },
  { client_id: 'warehouse-job', grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
  { client_id: 'wanjia-hub', grant_types: [], response_types: [], redirect_uris: [] },
];

const CLIENTS = REGISTERED.map(
  (client): ClientMetadata => ({
    ...client,
    client_secret: SECRET,
    token_endpoint_auth_method: 'client_secret_post',
    introspection_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'ES256',
  }),
);

export interface OpenIdProvider {
  readonly issuer: string;
  /** An access token of a person who signed in. */
  signIn(subject: string): Promise<string>;
  /** An access token of a system. */
  clientToken(clientId: string): Promise<string>;
  revoke(token: string): Promise<void>;
  /** Signs with a new key from now on; the old one is not published any more. */
  rotate(): Promise<void>;
  stop(): Promise<void>;
  /** Comes back at the same address. */
  start(): Promise<void>;
}

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
}

function configuration(key: JWK, format: 'jwt' | 'opaque'): Configuration {
  const wanjia = { scope: 'read', audience: 'wanjia', accessTokenTTL: 3600 };
  return {
    clients: CLIENTS,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    jwks: { keys: [key] } as NonNullable<Configuration['jwks']>,
    ttl: { AccessToken: 3600, ClientCredentials: 3600, Grant: 3600, AuthorizationCode: 60 },
    // What an attacker would like to have: claims that say more than the records.
    extraTokenClaims: () => ({ roles: ['district-officer', 'adviser', 'warehouse'], org: 'changning-civil-affairs' }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: async () => true },
      revocation: { enabled: true, allowedPolicy: async () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => RESOURCE,
        useGrantedResource: async () => true,
        getResourceServerInfo: async () =>
          format === 'jwt'
            ? { ...wanjia, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }
            : { ...wanjia, accessTokenFormat: 'opaque' },
      },
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** What a person does in a browser ends in a code; the code is bought for a token as a client would. */
async function codeFor(provider: Provider, subject: string): Promise<string> {
  const client = await provider.Client.find('console');
  if (client === undefined) throw new Error('the console is no client');
  const grant = new provider.Grant({ clientId: 'console', accountId: subject });
  grant.addResourceScope(RESOURCE, 'read');
  const grantId = await grant.save();
  const code = new provider.AuthorizationCode({
    client,
    accountId: subject,
    grantId,
    redirectUri: CALLBACK,
    scope: 'read',
    resource: RESOURCE,
    gty: 'authorization_code',
  } as never);
  return code.save();
}

export async function startOpenIdProvider(format: 'jwt' | 'opaque' = 'jwt'): Promise<OpenIdProvider> {
  let server = createServer();
  const port = await listen(server, 0);
  const issuer = `http://127.0.0.1:${port}`;
  let rotation = 0;
  let provider = new Provider(issuer, configuration(await newKey('key-0'), format));
  server.on('request', (request, response) => void provider.callback()(request, response));
  const post = async (path: string, form: Record<string, string>): Promise<Record<string, string>> => {
    const body = new URLSearchParams({ client_secret: SECRET, ...form });
    const response = await fetch(`${issuer}${path}`, { method: 'POST', body });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`the provider answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, string>);
  };
  const token = async (form: Record<string, string>): Promise<string> =>
    String((await post('/token', { resource: RESOURCE, ...form })).access_token);
  return {
    issuer,
    signIn: async (subject) =>
      token({
        client_id: 'console',
        grant_type: 'authorization_code',
        code: await codeFor(provider, subject),
        redirect_uri: CALLBACK,
      }),
    clientToken: (clientId) => token({ client_id: clientId, grant_type: 'client_credentials' }),
    revoke: async (value) => void (await post('/token/revocation', { token: value, client_id: 'console' })),
    rotate: async () => {
      rotation += 1;
      provider = new Provider(issuer, configuration(await newKey(`key-${rotation}`), format));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    start: async () => {
      server = createServer((request, response) => void provider.callback()(request, response));
      await listen(server, port);
    },
  };
}
