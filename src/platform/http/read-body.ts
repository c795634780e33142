import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { fail, type Result, succeed } from '../../kernel/result.ts';

/** Reads a request's body, up to a limit; a longer one is refused before it is held in memory. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Result<Buffer, 'TOO_LARGE'>> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return fail('TOO_LARGE');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) return fail('TOO_LARGE');
    chunks.push(chunk);
  }
  return succeed(Buffer.concat(chunks));
}
