import { z } from 'zod';
import type { Clock } from '../../../src/kernel/clock.ts';
import { SourceError } from '../source-error.ts';
import { type HttpAnswer, type HttpRequest, type HttpSource, parseAnswer } from './http-source.ts';

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token about to expire is renewed before it is used. */
const RENEW_BEFORE_MS = 5000;

/** Sends requests with a token by OAuth 2.0 client credentials (RFC 6749 4.4), renewing it as needed. */
export class OAuthClient {
  readonly #http: HttpSource;
  readonly #credentials: ClientCredentials;
  readonly #clock: Clock;
  #token: { readonly value: string; readonly renewAt: number } | null = null;

  constructor(http: HttpSource, credentials: ClientCredentials, clock: Clock) {
    this.#http = http;
    this.#credentials = credentials;
    this.#clock = clock;
  }

  /** A token can expire between two pages: an answer 401 is met with a new token, once. */
  async get(path: string, signal: AbortSignal): Promise<HttpAnswer> {
    const first = await this.#getOnce(path, signal);
    if (first.status !== 401) return first;
    this.#token = null;
    const second = await this.#getOnce(path, signal);
    if (second.status === 401) throw this.#refused(401);
    return second;
  }

  async #getOnce(path: string, signal: AbortSignal): Promise<HttpAnswer> {
    const token = await this.#validToken(signal);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    return this.#http.send(() => ({ method: 'GET', path, headers }), signal);
  }

  async #validToken(signal: AbortSignal): Promise<string> {
    const now = this.#clock.now().getTime();
    if (this.#token === null || now >= this.#token.renewAt) {
      const answer = await this.#http.send(() => this.#tokenRequest(), signal);
      if (answer.status === 401) throw this.#refused(401);
      const { access_token, expires_in } = parseAnswer(answer, tokenSchema, this.#http.source);
      const lifeMs = expires_in * 1000;
      this.#token = { value: access_token, renewAt: now + Math.max(lifeMs - RENEW_BEFORE_MS, lifeMs / 2) };
    }
    return this.#token.value;
  }

  #tokenRequest(): HttpRequest {
    const { clientId, clientSecret } = this.#credentials;
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    return {
      method: 'POST',
      path: 'oauth/token',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    };
  }

  #refused(status: number): SourceError {
    return new SourceError('SOURCE_CREDENTIALS', { source: this.#http.source, status });
  }
}
