import type { CursorSettings } from '../agencies/http-cursor-agency.ts';
import type { PagesSettings } from '../agencies/http-pages-agency.ts';
import { signatureOf } from '../agencies/request-signature.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [name: string]: unknown; readonly rows?: readonly Record<string, string>[] };
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
}

export function askToken({ baseUrl, clientId, clientSecret }: PagesSettings): Promise<Reply> {
  return send(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}

export function getPage(settings: PagesSettings, token: string, path: string): Promise<Reply> {
  return send(`${settings.baseUrl}/records/${path}`, { headers: { Authorization: `Bearer ${token}` } });
}

export interface Question {
  readonly type: string;
  readonly since: string | null;
  readonly limit: number;
  /** Milliseconds that the asker's clock is ahead. */
  readonly ahead?: number;
  readonly secret?: string;
}

export function query(settings: CursorSettings, { type, since, limit, ahead = 0, secret }: Question): Promise<Reply> {
  const path = `/records/${type}/query`;
  const timestamp = String(Date.now() + ahead);
  const body = JSON.stringify({ since, limit });
  const signature = signatureOf(secret ?? settings.secret, { method: 'POST', path, timestamp, body });
  return send(settings.baseUrl + path, {
    method: 'POST',
    headers: { 'X-Client': settings.clientId, 'X-Timestamp': timestamp, 'X-Signature': signature },
    body,
  });
}
