import { z } from 'zod';
import { AGENCY_OF } from '../../../src/kernel/agency.ts';
import type { Clock } from '../../../src/kernel/clock.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';
import { answerDay, type HttpSource, jsonRowSchema, parseAnswer } from './http-source.ts';
import { type ClientCredentials, OAuthClient } from './oauth-client.ts';
import { type Page, type PagePass, readPages } from './page-pass.ts';
import { numbered } from './row-numbers.ts';

const pageSchema = z.object({
  page: z.int().positive(),
  pageSize: z.int().positive(),
  total: z.int().nonnegative().optional(),
  asOf: answerDay,
  rows: z.array(jsonRowSchema),
});

/** How often a list that changes under the reading is begun again. */
const MOST_PASSES = 5;

export interface HttpPagesOptions {
  readonly http: HttpSource;
  readonly credentials: ClientCredentials;
  readonly pageSize: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Whole lists by `GET records/<type>?page=&pageSize=`. */
export class HttpPagesTransport {
  readonly #options: HttpPagesOptions;
  readonly #client: OAuthClient;

  constructor(options: HttpPagesOptions) {
    this.#options = options;
    this.#client = new OAuthClient(options.http, options.credentials, options.clock);
  }

  /** The agency's whole current list of a record type, as one batch. */
  async batchOf(contract: RecordContract): Promise<SourceBatch> {
    const { recordType } = contract;
    const agency = AGENCY_OF[recordType];
    const pass = await this.#readStable(contract);
    return {
      recordType,
      agency,
      name: `${agency}/${recordType}`,
      mode: 'full',
      asOf: pass.asOf,
      deliveredAt: this.#options.clock.now().toISOString(),
      rows: () => numbered(pass.rows()),
    };
  }

  /**
   * A reading is believed where it has as many rows as announced, the first page stood still, and no row came twice,
   * or where the next reading gives exactly the same: then the agency's list really has a row twice.
   */
  async #readStable(contract: RecordContract): Promise<PagePass> {
    let before: PagePass | null = null;
    let pass: PagePass | null = null;
    for (let attempt = 1; attempt <= MOST_PASSES; attempt += 1) {
      before = pass;
      pass = await readPages((page) => this.#readPage(contract, page));
      const complete = pass.count === pass.total && pass.steady;
      if (complete && (pass.repeated === 0 || pass.digest === before?.digest)) return pass;
    }
    throw new SourceError('PAGES_SHIFTED', {
      source: this.#options.http.source,
      expected: pass?.total ?? 0,
      actual: (pass?.count ?? 0) - (pass?.repeated ?? 0),
    });
  }

  async #readPage({ recordType }: RecordContract, page: number): Promise<Page> {
    const { http, pageSize, signal } = this.#options;
    const answer = await this.#client.get(`records/${recordType}?page=${page}&pageSize=${pageSize}`, signal);
    const parsed = parseAnswer(answer, pageSchema, http.source);
    if (page === 1 && parsed.total === undefined) {
      throw new SourceError('SOURCE_ANSWER', { source: http.source, detail: 'no total in the first page' });
    }
    return parsed;
  }
}
