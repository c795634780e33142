/**
 * Files in an S3-compatible store. What is sent is sealed already; a file is there when its upload is completed, and an
 * upload that fails is taken back.
 */
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
import { S3mini, type UploadPart } from 's3mini';
import { WanjiaError } from '../../kernel/errors.ts';
import type { FileChunks, FileStore } from './file-store.ts';

/** Bytes of one part; stores ask for five million at least. */
const PART_BYTES = 8 * 1024 * 1024;
const TYPE = 'application/octet-stream';
const FULL: ReadonlySet<unknown> = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull']);
const NO_ROOM = 507;

const patience = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff({ initialDelay: 200 }) });

/** Asks the store, a few times. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await patience.execute(work);
  } catch (cause) {
    const { status, serviceCode } = cause as { readonly status?: unknown; readonly serviceCode?: unknown };
    const full = status === NO_ROOM || FULL.has(serviceCode);
    throw new WanjiaError(full ? 'EXPORT_STORE_FULL' : 'EXPORT_STORE_FAILED', {}, { cause });
  }
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

/** `url` names the bucket and a folder in it, with the credentials: `https://key:secret@host/bucket/folder?region=cn-east`. */
export function s3Store(url: string): FileStore {
  const { protocol, username, password, host, pathname, searchParams } = new URL(url);
  const [, bucket = '', ...folder] = pathname.split('/').map(decodeURIComponent);
  const client = new S3mini({
    endpoint: `${protocol}//${host}/${bucket}`,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? 'auto',
  });
  const keyOf = (key: string): string => [...folder.filter(Boolean), key].join('/');

  async function upload(
    key: string,
    pieces: AsyncGenerator<{ piece: Buffer; last: boolean }>,
    first: Buffer,
  ): Promise<void> {
    const id = await asking(() => client.getMultipartUploadId(key, TYPE));
    try {
      const parts: UploadPart[] = [];
      const send = async (piece: Buffer): Promise<void> => {
        const number = parts.length + 1;
        parts.push(await asking(() => client.uploadPart(key, id, piece, number)));
      };
      await send(first);
      for await (const { piece } of pieces) if (piece.length > 0) await send(piece);
      await asking(() => client.completeMultipartUpload(key, id, parts));
    } catch (error) {
      await client.abortMultipartUpload(key, id).catch(() => undefined);
      throw error;
    }
  }

  return {
    async put(name, content) {
      const key = keyOf(name);
      const pieces = piecesOf(content);
      const { value } = await pieces.next();
      if (value === undefined || value.last) await asking(() => client.putObject(key, value?.piece ?? '', TYPE));
      else await upload(key, pieces, value.piece);
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
