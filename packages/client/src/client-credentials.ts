/** Tokens of a system, by its own credentials (OAuth 2.0, RFC 6749 section 4.4). */
import { HubError } from './hub-error.ts';
import type { TokenProvider } from './identity.ts';

export interface ClientCredentials {
  /** The identity provider's token endpoint. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string | undefined;
  /** For whom the token is made out, where the provider wants to be told (RFC 8707). */
  readonly resource?: string | undefined;
  /** How the credentials are sent; `basic` unless said. */
  readonly method?: 'basic' | 'post' | undefined;
  readonly fetch?: typeof fetch;
}

/** A token that ends within this time is replaced before it is used. */
const MARGIN_MS = 30_000;
const TIMEOUT_MS = 15_000;

interface Held {
  readonly token: string;
  readonly until: number;
}

function requestOf({ clientId, clientSecret, scope, resource, method }: ClientCredentials): RequestInit {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== undefined) form.set('scope', scope);
  if (resource !== undefined) form.set('resource', resource);
  if (method === 'post') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
    return { body: form };
  }
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  return { body: form, headers: { authorization: `Basic ${btoa(pair)}` } };
}

async function fetchToken(given: ClientCredentials): Promise<Held> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const asked = { ...requestOf(given), method: 'POST', redirect: 'error', signal } as const;
  const response = await (given.fetch ?? fetch)(given.tokenUrl, asked).catch((cause: unknown) => {
    throw new HubError({ code: 'NETWORK', message: 'the identity provider could not be reached', cause });
  });
  const answer = (await response.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown };
  if (typeof answer.access_token !== 'string') {
    const message = `the identity provider gave no token (HTTP ${response.status})`;
    throw new HubError({ code: 'UNAUTHENTICATED', message, status: response.status });
  }
  const seconds = typeof answer.expires_in === 'number' ? answer.expires_in : 60;
  return { token: answer.access_token, until: Date.now() + seconds * 1_000 - MARGIN_MS };
}

/** Gets tokens when they are needed, keeps them until shortly before they end, and gets a new one for a refused one. */
export function clientCredentials(given: ClientCredentials): TokenProvider {
  let held: Promise<Held> | null = null;
  const renew = (): Promise<Held> => {
    const fetched = fetchToken(given);
    held = fetched;
    fetched.catch(() => {
      if (held === fetched) held = null;
    });
    return fetched;
  };
  return async (refused) => {
    const asked = held ?? renew();
    const current = await asked;
    if (current.token !== refused && Date.now() < current.until) return current.token;
    // Whoever finds it spent first gets the new one for all.
    return (await (held === asked || held === null ? renew() : held)).token;
  };
}
