/**
 * Requests to addresses that somebody else named. Redirects are not followed; names that lead to private, loopback or
 * link-local addresses are refused at the moment of connecting, whatever they led to before.
 */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { fail, type Result, succeed } from '../../kernel/result.ts';

export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'POST' | 'OPTIONS';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** So much of the answer's body is read, once its sender is known; absent: none. */
  readonly answerBytes?: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Its beginning, as much as was asked for. */
  readonly body: string;
}

/** Why there was no answer. */
export type OutgoingFailure =
  | 'TARGET_REFUSED'
  | 'TARGET_UNREACHABLE'
  | 'TARGET_TLS_INVALID'
  // It may have taken what it was told.
  | 'TARGET_TIMED_OUT'
  | 'TARGET_BROKE_OFF';

export const MAY_HAVE_ARRIVED: ReadonlySet<OutgoingFailure> = new Set(['TARGET_TIMED_OUT', 'TARGET_BROKE_OFF']);

export interface OutgoingSettings {
  /** Addresses (CIDR) that are allowed though they are private. */
  readonly allowedAddresses: readonly string[];
  readonly timeoutMs: number;
}

export type Send = (request: OutgoingRequest) => Promise<Result<OutgoingAnswer, OutgoingFailure>>;

const TLS = /^(ERR_TLS|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/;

function failureOf(error: NodeJS.ErrnoException, { reached }: { readonly reached: boolean }): OutgoingFailure {
  if (/is not allowed/.test(error.message)) return 'TARGET_REFUSED';
  if (TLS.test(error.code ?? '')) return 'TARGET_TLS_INVALID';
  return reached ? 'TARGET_BROKE_OFF' : 'TARGET_UNREACHABLE';
}

/** Tells when something may have been said to the other side. */
function onceReached(request: ClientRequest, reached: () => void): void {
  request.once('socket', (socket) => {
    if (request.reusedSocket) reached();
    else socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', reached);
  });
}

/** Bytes of an answer that are read off the line, so that it can be used again; what they say is not looked at. */
const BODY_LIMIT = 65_536;

function discardBody(response: IncomingMessage): void {
  let size = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > BODY_LIMIT) response.destroy();
  });
}

/** What came before the limit, the end or a break. */
function readBeginning(response: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('error', () => undefined);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) response.destroy();
    });
    response.once('close', () => resolve(Buffer.concat(chunks).subarray(0, limit).toString('utf8')));
  });
}

export function createOutgoing({ allowedAddresses, timeoutMs }: OutgoingSettings): Send {
  // How many go to one server at a time is bounded by who sends: one party's server may be another's too.
  const options = { keepAlive: true, allowIPAddressList: [...allowedAddresses] };
  const plain = { send: requestHttp, agent: new RequestFilteringHttpAgent(options) };
  const secure = { send: requestHttps, agent: new RequestFilteringHttpsAgent(options) };

  return ({ url, method, headers, body, answerBytes = 0 }) =>
    new Promise((resolve) => {
      const patience = AbortSignal.timeout(timeoutMs);
      const { send, agent } = url.startsWith('https:') ? secure : plain;
      const request = send(url, {
        method,
        agent,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: patience,
      });
      const progress = { reached: false };
      onceReached(request, () => {
        progress.reached = true;
      });
      const failWith = (error: OutgoingFailure): void => resolve(fail(patience.aborted ? 'TARGET_TIMED_OUT' : error));
      request.on('error', (error) => failWith(failureOf(error, progress)));
      // Whoever answers that it speaks another protocol from now on (101) is left without a word.
      request.once('upgrade', (_response, socket) => {
        socket.destroy();
        failWith('TARGET_BROKE_OFF');
      });
      request.once('response', (response) => {
        const header = (name: string): string | undefined => [response.headers[name]].flat()[0];
        const answered = (beginning: string): void =>
          resolve(succeed({ status: response.statusCode ?? 0, header, body: beginning }));
        if (answerBytes > 0) return void readBeginning(response, answerBytes).then(answered);
        answered('');
        discardBody(response);
      });
      request.end(body);
    });
}
