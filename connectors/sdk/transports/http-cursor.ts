import { z } from 'zod';
import { AGENCY_OF } from '../../../src/kernel/agency.ts';
import type { Clock } from '../../../src/kernel/clock.ts';
import type { RawRow } from '../raw-row.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';
import {
  answerDay,
  type HttpAnswer,
  type HttpRequest,
  type HttpSource,
  jsonRowSchema,
  parseAnswer,
} from './http-source.ts';
import { signRequest } from './request-signature.ts';
import { numbered } from './row-numbers.ts';

const answerSchema = z.object({
  rows: z.array(jsonRowSchema),
  nextCursor: z.string(),
  more: z.boolean(),
  asOf: answerDay,
});

type CursorAnswer = z.infer<typeof answerSchema>;

/** A first sync is cut into batches of about this size, each with its own checkpoint. */
const ROWS_PER_BATCH = 200_000;

export interface HttpCursorOptions {
  readonly http: HttpSource;
  readonly clientId: string;
  readonly secret: string;
  readonly limit: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A batch of changes, and whether more were waiting when it ended. */
export interface CursorBatch {
  readonly batch: SourceBatch;
  hasMore(): boolean;
}

/** Changes by `POST records/<type>/query` with a cursor; each request is signed. */
export class HttpCursorTransport {
  readonly #options: HttpCursorOptions;
  /** The agency's clock minus ours, in milliseconds, as far as it has been told. */
  #clockOffset = 0;

  constructor(options: HttpCursorOptions) {
    this.#options = options;
  }

  /** The changes after a cursor (null: all records), as one batch whose checkpoint is the last cursor. */
  async batchAfter(contract: RecordContract, since: string | null): Promise<CursorBatch> {
    const { recordType } = contract;
    const agency = AGENCY_OF[recordType];
    const first = await this.#query(contract, since);
    let last = first;
    const remember = (answer: CursorAnswer): void => {
      last = answer;
    };
    const readOn = (answer: CursorAnswer): AsyncGenerator<readonly RawRow[]> =>
      this.#rowsFrom(contract, answer, remember);
    return {
      batch: {
        recordType,
        agency,
        name: `${agency}/${recordType}`,
        mode: 'incremental',
        asOf: first.asOf,
        deliveredAt: this.#options.clock.now().toISOString(),
        rows: () => numbered(readOn(first)),
        get checkpoint() {
          return last.nextCursor;
        },
      },
      hasMore: () => last.more,
    };
  }

  async *#rowsFrom(
    contract: RecordContract,
    first: CursorAnswer,
    remember: (answer: CursorAnswer) => void,
  ): AsyncGenerator<readonly RawRow[]> {
    let answer = first;
    let count = answer.rows.length;
    yield answer.rows;
    while (answer.more && count < ROWS_PER_BATCH) {
      const next = await this.#query(contract, answer.nextCursor);
      // Rows may come again after a cursor was repeated, but a cursor that stands still would never end.
      if (next.more && next.nextCursor === answer.nextCursor) throw this.#answerError('a cursor that does not advance');
      answer = next;
      count += answer.rows.length;
      yield answer.rows;
      remember(answer);
    }
  }

  async #query({ recordType }: RecordContract, since: string | null): Promise<CursorAnswer> {
    const { http, limit, signal } = this.#options;
    const body = JSON.stringify({ since, limit });
    const make = (): HttpRequest => this.#signed(`records/${recordType}/query`, body);
    let answer = await http.send(make, signal);
    // A refused signature is most often a clock: try once more by the agency's.
    if (answer.status === 401 && this.#adoptClock(answer)) answer = await http.send(make, signal);
    if (answer.status === 401) throw new SourceError('SOURCE_CREDENTIALS', { source: http.source, status: 401 });
    return parseAnswer(answer, answerSchema, http.source);
  }

  #adoptClock({ date }: HttpAnswer): boolean {
    if (date === null) return false;
    this.#clockOffset = date.getTime() - this.#options.clock.now().getTime();
    return true;
  }

  #signed(path: string, body: string): HttpRequest {
    const { http, clientId, secret, clock } = this.#options;
    const method = 'POST';
    const timestamp = clock.now().getTime() + this.#clockOffset;
    return {
      method,
      path,
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-client': clientId,
        'x-timestamp': String(timestamp),
        'x-signature': signRequest(secret, { method, path: http.urlOf(path).pathname, timestamp, body }),
      },
    };
  }

  #answerError(detail: string): SourceError {
    return new SourceError('SOURCE_ANSWER', { source: this.#options.http.source, detail });
  }
}
