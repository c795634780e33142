import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Messiness } from '../mess/messiness.ts';
import { type JsonRow, jsonRowsOf, type RecordsByType } from './agency-rows.ts';
import type { PagesFaults } from './faults.ts';
import { HttpFaultSwitch } from './http-fault-switch.ts';
import { type Answer, type LoopbackServer, readBody, refusal, startLoopbackServer } from './loopback-server.ts';

const TOKEN_SECONDS = 3600;
const DEFAULT_PAGE_SIZE = 200;
const LARGEST_PAGE = 10_000;

export interface PagesSettings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * An agency that is read by pages: HTTP JSON behind OAuth 2.0 client credentials, always the whole current list in pages, its
 * size told on the first page only.
 */
export class HttpPagesAgency {
  readonly #lists = new Map<RecordType, Map<string, JsonRow[]>>();
  readonly #orders = new Map<RecordType, JsonRow[]>();
  readonly #faults = new HttpFaultSwitch<PagesFaults>({});
  readonly #mess: Messiness | null;
  readonly #client = { id: 'wanjia-hub', secret: randomBytes(16).toString('hex') };
  readonly #tokens = new Map<string, number>();
  #tokenRequestsLeft: number | null = null;
  #shiftsLeft = 0;
  #server: LoopbackServer | null = null;
  #asOf = '';

  readonly #types: readonly RecordType[];

  constructor(types: readonly RecordType[], mess: Messiness | null) {
    this.#types = types;
    this.#mess = mess;
  }

  async start(port?: number): Promise<PagesSettings> {
    this.#server = await startLoopbackServer((request) => this.#answer(request), port);
    return { baseUrl: this.#server.baseUrl, clientId: this.#client.id, clientSecret: this.#client.secret };
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  setFaults(faults: PagesFaults): void {
    this.#faults.set(faults);
    this.#tokenRequestsLeft = faults.expireTokenAfter ?? null;
    this.#shiftsLeft = faults.pageShifts ?? 0;
  }

  /** Takes what is held or has changed; the lists then show the day. */
  apply(records: RecordsByType, day: string): void {
    for (const type of this.#types) {
      const list = this.#lists.get(type) ?? new Map<string, JsonRow[]>();
      for (const version of records.get(type) ?? []) {
        if (version.cells === null) list.delete(version.sourceKey);
        else list.set(version.sourceKey, jsonRowsOf(version, this.#mess));
      }
      this.#lists.set(type, list);
      this.#orders.set(type, [...list.values()].flat());
    }
    this.#asOf = day;
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://agency');
    const fault = await this.#faults.intercept();
    if (fault !== null) return fault;
    if (request.method === 'POST' && url.pathname === '/oauth/token') return this.#giveToken(request);
    const type = this.#types.find((known) => url.pathname === `/records/${known}`);
    if (request.method !== 'GET' || type === undefined) return refusal(404, 'not_found');
    if (!this.#isAuthorised(request)) {
      return refusal(401, 'invalid_token', { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
    }
    return this.#pageOf(type, url.searchParams);
  }

  async #giveToken(request: IncomingMessage): Promise<Answer> {
    const form = new URLSearchParams(await readBody(request));
    if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type');
    const expected = `Basic ${Buffer.from(`${this.#client.id}:${this.#client.secret}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return refusal(401, 'invalid_client');
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, Date.now() + TOKEN_SECONDS * 1000);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS } };
  }

  #isAuthorised(request: IncomingMessage): boolean {
    if (this.#tokenRequestsLeft !== null) {
      if (this.#tokenRequestsLeft === 0) {
        this.#tokens.clear();
        this.#tokenRequestsLeft = null;
      } else this.#tokenRequestsLeft -= 1;
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    return (this.#tokens.get(token) ?? 0) > Date.now();
  }

  #pageOf(type: RecordType, query: URLSearchParams): Answer {
    const page = Number(query.get('page') ?? 1);
    const pageSize = Math.min(Number(query.get('pageSize') ?? DEFAULT_PAGE_SIZE), LARGEST_PAGE);
    if (!Number.isInteger(page) || page < 1 || !Number.isInteger(pageSize) || pageSize < 1) {
      return refusal(400, 'invalid_request');
    }
    const list = this.#listAsRead(type, page);
    const rows = list.slice((page - 1) * pageSize, page * pageSize);
    const total = page === 1 ? { total: list.length } : {};
    return { status: 200, body: { page, pageSize, ...total, asOf: this.#asOf, rows } };
  }

  /** The list is sorted by last use: while it is read, a row may move from its end to its front. */
  #listAsRead(type: RecordType, page: number): readonly JsonRow[] {
    const list = this.#orders.get(type) ?? [];
    if (page === 2 && this.#shiftsLeft > 0) {
      this.#shiftsLeft -= 1;
      list.unshift(...list.splice(-1));
    }
    return list;
  }
}
