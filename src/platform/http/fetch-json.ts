/** Asks another server for JSON within bounds: it may be slow, endless, elsewhere or no JSON at all. */
import { fail, type Result, succeed } from '../../kernel/result.ts';

export interface JsonRequest {
  readonly url: URL;
  /** Sent as a form by POST; absent: GET. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the whole answer, its body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Why there is no answer; never a part of it. */
export type JsonFailure = 'NOT_REACHED' | 'STATUS' | 'TOO_LARGE' | 'NOT_JSON';

async function readAtMost(response: Response, maxBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the body.
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): Result<unknown, JsonFailure> {
  try {
    return succeed(JSON.parse(body.toString('utf8')));
  } catch {
    return fail('NOT_JSON');
  }
}

/** A redirect is not followed: whom one asks is configured, not answered. */
export async function fetchJson(request: JsonRequest): Promise<Result<unknown, JsonFailure>> {
  const { url, form, headers, timeoutMs, maxBytes } = request;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json', ...headers },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return fail('STATUS');
    }
    const body = await readAtMost(response, maxBytes);
    return body === null ? fail('TOO_LARGE') : parsed(body);
  } catch {
    return fail('NOT_REACHED');
  }
}
