/**
 * Files in an S3-compatible store. What is sent is sealed already; a file is there when its upload is completed, and an
 * upload that fails is taken back.
 */
import { S3mini, type UploadPart } from 's3mini';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FileChunks, FileStore } from './file-store.ts';
import { BRIEF, LONG, type Patience, patienceOf } from './patience.ts';

/** Bytes of one part; stores ask for five million at least. */
const PART_BYTES = 8 * 1024 * 1024;
const TYPE = 'application/octet-stream';
const FULL: ReadonlySet<unknown> = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull']);
const NO_ROOM = 507;

/** Slow down, and what a client sends too much of: answered so for a moment. */
const LATER: ReadonlySet<unknown> = new Set([408, 425, 429]);
const SERVER_FAILED = 500;

interface Failure {
  readonly status?: unknown;
  readonly serviceCode?: unknown;
}

const isFull = ({ status, serviceCode }: Failure): boolean => status === NO_ROOM || FULL.has(serviceCode);

/** Refused for now: full, failing, or not reached at all. */
function passes(failure: unknown): boolean {
  const { status } = failure as Failure;
  return isFull(failure as Failure) || typeof status !== 'number' || status >= SERVER_FAILED || LATER.has(status);
}

function told(cause: unknown): WanjiaError {
  return new WanjiaError(isFull(cause as Failure) ? 'EXPORT_STORE_FULL' : 'EXPORT_STORE_FAILED', {}, { cause });
}

/** Pieces of one size, and a smaller one at the end. */
async function* piecesOf(content: FileChunks): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let [held, bytes]: [Uint8Array[], number] = [[], 0];
  for await (const chunk of content) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    const all = Buffer.concat(held);
    for (let from = 0; bytes >= PART_BYTES; from += PART_BYTES, bytes -= PART_BYTES)
      yield { piece: all.subarray(from, from + PART_BYTES), last: false };
    held = [all.subarray(all.length - bytes)];
  }
  yield { piece: Buffer.concat(held), last: true };
}

type Asking = <T>(work: () => Promise<T>) => Promise<T>;

/** Asks the store, for as long as it is worth. */
const askingWith =
  (patience: Patience, signal?: AbortSignal): Asking =>
  (work) =>
    patience(work, passes, signal).catch((cause: unknown) => Promise.reject(told(cause)));

async function* chained<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** `url` names the bucket and a folder in it, with the credentials: `https://key:secret@host/bucket/folder?region=cn-east`. */
export function s3Store(
  url: string,
  { brief, long } = { brief: patienceOf(BRIEF), long: patienceOf(LONG) },
): FileStore {
  const { protocol, username, password, host, pathname, searchParams } = new URL(url);
  const [, bucket = '', ...folder] = pathname.split('/').map(decodeURIComponent);
  const client = new S3mini({
    endpoint: `${protocol}//${host}/${bucket}`,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? 'auto',
  });
  const keyOf = (key: string): string => [...folder.filter(Boolean), key].join('/');

  const asking = askingWith(brief);

  async function upload(
    key: string,
    pieces: AsyncIterable<{ piece: Buffer; last: boolean }>,
    offer: Asking,
  ): Promise<void> {
    const id = await offer(() => client.getMultipartUploadId(key, TYPE));
    try {
      const parts: UploadPart[] = [];
      for await (const { piece } of pieces) {
        const number = parts.length + 1;
        if (piece.length > 0) parts.push(await offer(() => client.uploadPart(key, id, piece, number)));
      }
      await offer(() => client.completeMultipartUpload(key, id, parts));
    } catch (error) {
      await client.abortMultipartUpload(key, id).catch(() => undefined);
      throw error;
    }
  }

  return {
    async put(name, content, signal) {
      const key = keyOf(name);
      const pieces = piecesOf(content);
      const offer = askingWith(long, signal);
      const { value } = await pieces.next();
      if (value === undefined || value.last) await offer(() => client.putObject(key, value?.piece ?? '', TYPE));
      else await upload(key, chained(value, pieces), offer);
    },
    async get(name) {
      const found = await asking(() => client.getObjectResponse(keyOf(name)));
      if (found?.body == null) throw new WanjiaError('EXPORT_STORE_FAILED');
      return found.body as unknown as FileChunks;
    },
    async remove(of) {
      const found = await asking(() => client.listObjects('/', `${keyOf(of)}/`));
      const keys = (found ?? []).map(({ Key }) => Key);
      if (keys.length > 0) await asking(() => client.deleteObjects(keys));
    },
  };
}
