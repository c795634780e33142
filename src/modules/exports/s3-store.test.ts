/** Against a store that keeps objects in memory and answers as S3 does to the requests that are used. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { patienceOf } from './patience.ts';
import { s3Store } from './s3-store.ts';

const objects = new Map<string, Buffer>();
const uploads = new Map<string, Map<number, Buffer>>();
let failing: { readonly status: number; readonly code: string } | null = null;
/** Requests that are failed before the store is well again; null: it never is. */
let failures: number | null = null;
let unsigned = 0;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const keysIn = (xml: string): string[] => [...xml.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key ?? '');

function answer(method: string, url: URL, body: Buffer): { status: number; body: Buffer | string; etag?: string } {
  const key = url.pathname.replace(/^\/bucket\/?/, '');
  const [id, query] = [url.searchParams.get('uploadId') ?? '', url.searchParams];
  if (failing !== null) {
    const said = { status: failing.status, body: `<Error><Code>${failing.code}</Code></Error>` };
    if (failures !== null) failures -= 1;
    if (failures === 0) failing = null;
    return said;
  }
  if (method === 'POST' && query.has('uploads')) {
    uploads.set(`u${uploads.size + 1}`, new Map());
    return {
      status: 200,
      body: `<InitiateMultipartUploadResult><UploadId>u${uploads.size}</UploadId></InitiateMultipartUploadResult>`,
    };
  }
  if (method === 'PUT' && id !== '') {
    uploads.get(id)?.set(Number(query.get('partNumber')), body);
    return { status: 200, body: '', etag: `"e${query.get('partNumber')}"` };
  }
  if (method === 'POST' && id !== '') {
    objects.set(key, Buffer.concat([...(uploads.get(id) ?? [])].sort(([a], [b]) => a - b).map(([, part]) => part)));
    uploads.delete(id);
    return {
      status: 200,
      body: `<CompleteMultipartUploadResult><Location>x</Location><Bucket>bucket</Bucket><Key>${key}</Key><ETag>"e"</ETag></CompleteMultipartUploadResult>`,
    };
  }
  if (method === 'DELETE' && id !== '') {
    uploads.delete(id);
    return { status: 204, body: '' };
  }
  if (method === 'PUT') {
    objects.set(key, body);
    return { status: 200, body: '', etag: '"e"' };
  }
  if (method === 'POST' && query.has('delete')) {
    for (const one of keysIn(body.toString())) objects.delete(one);
    return {
      status: 200,
      body: `<DeleteResult>${keysIn(body.toString())
        .map((one) => `<Deleted><Key>${one}</Key></Deleted>`)
        .join('')}</DeleteResult>`,
    };
  }
  if (method === 'GET' && query.has('list-type')) {
    const found = [...objects.keys()].filter((one) => one.startsWith(query.get('prefix') ?? ''));
    const contents = found
      .map((one) => `<Contents><Key>${one}</Key><Size>1</Size><ETag>"e"</ETag></Contents>`)
      .join('');
    return {
      status: 200,
      body: `<ListBucketResult><KeyCount>${found.length}</KeyCount><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`,
    };
  }
  const held = objects.get(key);
  return held === undefined
    ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
    : { status: 200, body: held };
}

const server = createServer((request, response) => {
  if (!/^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? '')) unsigned += 1;
  bodyOf(request).then(
    (body) => {
      const said = answer(request.method ?? '', new URL(request.url ?? '', 'http://store'), body);
      response.writeHead(said.status, {
        ...(said.etag && { etag: said.etag }),
        'content-length': Buffer.byteLength(said.body),
      });
      response.end(said.body);
    },
    () => response.destroy(),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));
const place = `http://key:secret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket/wanjia?region=x`;
const patience = patienceOf({ tries: 5, firstMs: 5, mostMs: 20 });
const store = s3Store(place, { brief: patience, long: patience });

beforeEach(() => {
  objects.clear();
  uploads.clear();
  [failing, failures] = [null, null];
});

async function* chunks(total: number, break_ = false): AsyncGenerator<Buffer> {
  for (let at = 0; at < total; at += 1_000_000) yield Buffer.alloc(Math.min(1_000_000, total - at), at / 1_000_000);
  if (break_) throw new Error('cut off');
}

async function read(key: string): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const chunk of await store.get(key)) found.push(chunk);
  return Buffer.concat(found);
}

async function whole(total: number): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const chunk of chunks(total)) found.push(chunk);
  return Buffer.concat(found);
}

describe('an S3-compatible store', () => {
  it.each([0, 10, 20_000_000])(
    'keeps a file of %d bytes under its folder, signed, and gives it back',
    async (total) => {
      await store.put('12/1/household-0001.ndjson', chunks(total));
      expect([...objects.keys()]).toEqual(['wanjia/12/1/household-0001.ndjson']);
      expect((await read('12/1/household-0001.ndjson')).equals(await whole(total))).toBe(true);
      expect(unsigned).toBe(0);
    },
  );

  it('holds nothing of a file whose source breaks off', async () => {
    await expect(store.put('12/1/x', chunks(20_000_000, true))).rejects.toThrow('cut off');
    expect([objects.size, uploads.size]).toEqual([0, 0]);
  });

  it('removes a folder and nothing beside it', async () => {
    for (const key of ['1/1/a', '1/2/b', '12/1/a']) await store.put(key, chunks(1));
    await store.remove('1');
    expect([...objects.keys()]).toEqual(['wanjia/12/1/a']);
  });

  it.each([
    [507, 'InsufficientStorage'],
    [503, 'SlowDown'],
    [429, 'TooManyRequests'],
  ])('is sent the piece again that it refused for a while with %i', async (status, code) => {
    async function* hiccuping(): AsyncGenerator<Buffer> {
      for await (const chunk of chunks(20_000_000)) {
        if (chunk[0] === 9) [failing, failures] = [{ status, code }, 3];
        yield chunk;
      }
    }
    await store.put('12/1/household-0001.ndjson', hiccuping());
    expect(failures).toBe(0);
    expect((await read('12/1/household-0001.ndjson')).equals(await whole(20_000_000))).toBe(true);
    expect(uploads.size).toBe(0);
  });

  it('is not asked again for what it will not take', async () => {
    [failing, failures] = [{ status: 403, code: 'AccessDenied' }, 1];
    await expect(store.put('1/1/a', chunks(1))).rejects.toMatchObject({ code: 'EXPORT_STORE_FAILED' });
    expect(objects.size).toBe(0);
  });

  it('says that it is full, or that it failed', async () => {
    failing = { status: 507, code: 'InsufficientStorage' };
    await expect(store.put('1/1/a', chunks(1))).rejects.toMatchObject({ code: 'EXPORT_STORE_FULL' });
    failing = null;
    await expect(store.get('1/1/nothing')).rejects.toMatchObject({ code: 'EXPORT_STORE_FAILED' });
  });
});
