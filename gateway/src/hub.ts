/** Asks the hub: for its part of an operation, with the caller's own credentials, and for whatever is not planned here. */
import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';
import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import { z } from 'zod';
import type { Errand, HubRefusal } from './errand.ts';
import { post } from './post.ts';

const reports = z.array(z.looseObject({}));

const answered = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  extensions: z
    .object({
      access: z.object({ withheld: reports, masked: reports }).optional(),
      errand: z.object({ token: z.string(), passes: z.record(z.string(), z.array(z.string())) }).optional(),
    })
    .optional(),
});

const UNREACHABLE: HubRefusal = {
  status: 503,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({
    errors: [
      {
        message: '平台暂不可达 the hub did not answer',
        extensions: { code: 'HUB_UNREACHABLE', suggestion: 'Try again shortly.' },
      },
    ],
  }),
};

const texts = new WeakMap<DocumentNode, string>();

/** The text of a document; plans are kept, and so is their text. */
export function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** The hub authenticates, decides and logs by the original operation; what it signs for the agencies comes back with it. */
export async function askHub(
  hub: URL,
  { document, variables, operationName }: SubgraphRequest,
  errand: Errand,
): Promise<ExecutionResult> {
  const reply = await post(new URL('/federation/graphql', hub), {
    headers: errand.headers,
    body: JSON.stringify({
      query: textOf(document),
      variables,
      operationName,
      extensions: { original: errand.original },
    }),
  }).catch(() => null);
  if (reply === null) {
    errand.refusal ??= UNREACHABLE;
    return { data: null };
  }
  const { status, contentType, body } = reply;
  errand.contentType ??= contentType;
  const read = answered.safeParse(status < 300 ? JSON.parse(body) : null);
  if (!read.success) {
    errand.refusal ??= { status, body, contentType };
    return { data: null };
  }
  const { data, errors, extensions } = read.data;
  if (extensions?.access !== undefined) errand.held(extensions.access);
  errand.signed ??= extensions?.errand;
  return { data, ...(errors === undefined ? {} : { errors }) } as unknown as ExecutionResult;
}

export function sendHubUnreachable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, contentType, body } = UNREACHABLE;
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}

/** Where the hub answers a request, whatever host it was sent to. */
export function addressAt(hub: URL, { url = '/' }: IncomingMessage): URL {
  const target = new URL(url, hub);
  target.host = hub.host;
  return target;
}

/** Passes a request to the hub and its answer back, as they are. */
export function passToHub(hub: URL, request: IncomingMessage, response: ServerResponse, body?: Buffer): void {
  const target = addressAt(hub, request);
  const passing = (target.protocol === 'https:' ? sendSecurely : send)(
    target,
    { method: request.method, headers: { ...request.headers, host: hub.host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  passing.on('error', () => sendHubUnreachable(response));
  response.on('close', () => passing.destroy());
  if (body === undefined) request.pipe(passing);
  else passing.end(body);
}
