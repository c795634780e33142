/** Sends JSON to the hub and to agencies, over connections that are kept open. */
import { Agent, type IncomingMessage, request as send } from 'node:http';
import { Agent as SecureAgent, request as sendSecurely } from 'node:https';

export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Servers close what is idle after five seconds: a connection that may be closing brings nothing more. */
const IDLE_MS = 4_000;
const kept = { keepAlive: true, timeout: IDLE_MS };
const [agent, secureAgent] = [new Agent(kept), new SecureAgent(kept)];

/** The answer began and did not end. */
export class BrokenOff extends Error {}

async function read(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw new BrokenOff('the answer broke off', { cause });
  }
  const { statusCode: status = 502, headers } = response;
  const contentType = headers['content-type'] ?? 'application/json';
  return { status, contentType, body: Buffer.concat(chunks).toString('utf8') };
}

/** The answer, whatever its status; throws where there is none. */
export function post(url: URL, { headers, body, signal }: Posted): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = {
      ...{ method: 'POST', ...(signal && { signal }) },
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    };
    const answered = (response: IncomingMessage): void => void read(response).then(resolve, reject);
    const sending =
      url.protocol === 'https:'
        ? sendSecurely(url, { ...options, agent: secureAgent }, answered)
        : send(url, { ...options, agent }, answered);
    sending.on('error', reject);
    sending.end(body);
  });
}
