import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { fail, type Result, succeed } from '../../kernel/result.ts';

/** Reads a request's body, up to a limit; a longer one is refused before it is held in memory. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Result<Buffer, 'TOO_LARGE'>> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve(fail('TOO_LARGE'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      else {
        request.pause();
        resolve(fail('TOO_LARGE'));
      }
    });
    request.once('end', () => resolve(succeed(Buffer.concat(chunks))));
    request.once('error', reject);
    // A connection that breaks off says neither.
    request.once('close', () => {
      if (!request.complete) reject(new Error('the request ended before its body'));
    });
  });
}
