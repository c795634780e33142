import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Messiness } from '../mess/messiness.ts';
import { jsonRowsOf, type RecordsByType } from './agency-rows.ts';
import { ChangeLog } from './change-log.ts';
import type { CursorFaults } from './faults.ts';
import { HttpFaultSwitch } from './http-fault-switch.ts';
import { type Answer, type LoopbackServer, readBody, refusal, startLoopbackServer } from './loopback-server.ts';
import { isSignedBy } from './request-signature.ts';

const TOLERATED_MILLISECONDS = 5 * 60 * 1000;
const DEFAULT_LIMIT = 500;
const LARGEST_LIMIT = 10_000;

export interface CursorSettings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly secret: string;
}

/** An agency that is read by cursor: HTTP JSON, every request signed with HMAC-SM3. */
export class HttpCursorAgency {
  readonly #logs: ReadonlyMap<RecordType, ChangeLog>;
  readonly #faults = new HttpFaultSwitch<CursorFaults>({});
  readonly #mess: Messiness | null;
  readonly #client = { id: 'wanjia-hub', secret: randomBytes(24).toString('hex') };
  readonly #now: () => number;
  #server: LoopbackServer | null = null;
  #asOf = '';

  constructor(types: readonly RecordType[], mess: Messiness | null, now: () => number) {
    this.#logs = new Map(types.map((type) => [type, new ChangeLog()]));
    this.#mess = mess;
    this.#now = now;
  }

  async start(port?: number): Promise<CursorSettings> {
    this.#server = await startLoopbackServer((request) => this.#answer(request), port);
    return { baseUrl: this.#server.baseUrl, clientId: this.#client.id, secret: this.#client.secret };
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  setFaults(faults: CursorFaults): void {
    this.#faults.set(faults);
  }

  /** Appends what is held or has changed to the logs. */
  apply(records: RecordsByType, day: string): void {
    for (const [type, log] of this.#logs) {
      const versions = records.get(type) ?? [];
      log.append(versions.map((version) => ({ key: version.sourceKey, rows: jsonRowsOf(version, this.#mess) })));
    }
    this.#asOf = day;
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const answer = await this.#answerUndated(request);
    return { ...answer, headers: { ...answer.headers, Date: new Date(this.#clock()).toUTCString() } };
  }

  async #answerUndated(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request);
    const fault = await this.#faults.intercept();
    if (fault !== null) return fault;
    const path = request.url ?? '/';
    const log = this.#logs.get((/^\/records\/([A-Z]{2}\d\d)\/query$/.exec(path)?.[1] ?? '') as RecordType);
    if (request.method !== 'POST' || log === undefined) return refusal(404, 'not_found');
    const reason = this.#reasonToRefuse(request, path, body);
    return reason === null ? this.#rowsFrom(log, body) : refusal(401, reason);
  }

  #clock(): number {
    return this.#now() + (this.#faults.current.clockSkewSeconds ?? 0) * 1000;
  }

  #reasonToRefuse(request: IncomingMessage, path: string, body: string): string | null {
    const header = (name: string): string => String(request.headers[name] ?? '');
    const timestamp = header('x-timestamp');
    if (header('x-client') !== this.#client.id) return 'unknown_client';
    if (!/^\d+$/.test(timestamp) || Math.abs(Number(timestamp) - this.#clock()) > TOLERATED_MILLISECONDS)
      return 'timestamp_off';
    const signed = { method: request.method ?? '', path, timestamp, body };
    return isSignedBy(this.#client.secret, signed, header('x-signature')) ? null : 'wrong_signature';
  }

  #rowsFrom(log: ChangeLog, body: string): Answer {
    const question = parseQuestion(body);
    const replayed = this.#faults.current.replayedRows ?? 0;
    const page = question === null ? null : log.read(question.since, question.limit, replayed);
    return page === null ? refusal(400, 'invalid_request') : { status: 200, body: { ...page, asOf: this.#asOf } };
  }
}

function parseQuestion(body: string): { since: string | null; limit: number } | null {
  try {
    const { since = null, limit = DEFAULT_LIMIT } = JSON.parse(body) as { since?: unknown; limit?: unknown };
    if ((since !== null && typeof since !== 'string') || !Number.isInteger(limit) || Number(limit) < 1) return null;
    return { since, limit: Math.min(Number(limit), LARGEST_LIMIT) };
  } catch {
    return null;
  }
}
