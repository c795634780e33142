/** The client: one hub, one identity. */
import {
  type Change,
  type ChangeIteration,
  type ChangePage,
  changePages,
  changes,
  type FeedOptions,
} from './changes.ts';
import type { TypedDocument } from './document.ts';
import {
  type ExportedFiles,
  type ExportProgress,
  type ExportRequest,
  readExport,
  type StartOptions,
  startExport,
  type WaitOptions,
  waitForExport,
} from './exports.ts';
import type { ChangeType } from './generated/operations.ts';
import { type SubscribeOptions, subscribe, type Told } from './subscriptions.ts';
import { type Answer, createTransport, type RequestOptions, type TransportOptions } from './transport.ts';

export type ClientOptions = TransportOptions;

/** What follows the document: variables may be left out where none is required. */
export type GivenTo<V> =
  Record<string, never> extends V
    ? [variables?: V, options?: RequestOptions]
    : [variables: V, options?: RequestOptions];

export interface HubClient {
  /**
   * Sends an operation. Throws a HubError if the answer has errors; what the caller may not see is no error but null, and
   * named in `access`.
   */
  request<R, V>(document: TypedDocument<R, V>, ...given: GivenTo<V>): Promise<Answer<R>>;
  /** Events of a subscription, over as many connections as it takes; `after` in the variables goes on behind a cursor. */
  subscribe<R, V>(
    document: TypedDocument<R, V>,
    variables: V,
    options?: SubscribeOptions,
  ): AsyncGenerator<Told<R>, void, void>;
  /** What changed, one after the other. Throws CursorExpiredError if the hub does not keep changes that old. */
  changes<T extends ChangeType = ChangeType>(options?: ChangeIteration<T>): AsyncGenerator<Change<T>, void, void>;
  /** What changed, page by page. */
  changePages<T extends ChangeType = ChangeType>(options?: FeedOptions<T>): AsyncGenerator<ChangePage<T>, void, void>;
  /** Asks for files of one moment; the feed goes on from their `cursor`. */
  startExport(request: ExportRequest, options?: StartOptions): Promise<ExportProgress>;
  /** An export as it stands, with fresh links to its files if it is done. */
  readExport(id: string, signal?: AbortSignal): Promise<ExportedFiles>;
  /** Waits until an export is done. Throws what the hub says where it ends otherwise, such as EXPORT_REFUSED. */
  waitForExport(id: string, options?: WaitOptions): Promise<ExportedFiles>;
}

export function createClient(options: ClientOptions): HubClient {
  const ask = createTransport(options);
  return {
    request: (document, ...given) => {
      const [variables = {}, requested = {}] = given;
      return ask({ query: document.toString(), variables, options: requested }) as Promise<never>;
    },
    subscribe: (document, variables, subscribed = {}) => {
      const asked = { query: document.toString(), variables: variables as Readonly<Record<string, unknown>> };
      return subscribe(options, asked, subscribed) as AsyncGenerator<never, void, void>;
    },
    changes: (iterated = {}) => changes(ask, iterated),
    changePages: (followed = {}) => changePages(ask, followed),
    startExport: (request, started = {}) => startExport(ask, request, started),
    readExport: (id, signal) => readExport(ask, id, signal),
    waitForExport: (id, waiting = {}) => waitForExport(ask, id, waiting),
  };
}
