/** Reads the records of an export's file as it is fetched: checked, unpacked, some at a time. */
import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { HubClient } from './client.ts';
import type { ExportedFile } from './exports.ts';
import { HubError } from './hub-error.ts';

export interface ExportFileOptions {
  /** Records handed over together; 1,000 unless said. */
  readonly batch?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** A record as the feed tells it. */
export type ExportedRecord = Readonly<Record<string, unknown>>;

async function open({ url, name }: ExportedFile, { signal, fetch: fetchWith = fetch }: ExportFileOptions) {
  // The link is the permission: no token goes with it.
  const response = await fetchWith(url ?? '', { redirect: 'error', ...(signal && { signal }) }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw signal.reason;
      throw new HubError({ code: 'NETWORK', message: `the file ${name} could not be fetched`, cause });
    },
  );
  if (response.ok && response.body !== null) return Readable.fromWeb(response.body as never);
  const { errors } = (await response.json().catch(() => ({}))) as { errors?: { extensions?: { code?: string } }[] };
  const code = errors?.[0]?.extensions?.code ?? 'NOT_AN_ANSWER';
  const message = `the file ${name} could not be fetched (HTTP ${response.status})`;
  throw new HubError({ code, message, status: response.status });
}

/** Whole lines, as many as came together. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly string[], void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}

/** Hands on what it hashes; throws at the end if it is not what the hub wrote. */
function checked({ sha256, name }: ExportedFile): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const whole = hash.digest('hex') === sha256;
      const message = `the file ${name} arrived damaged`;
      done(whole ? null : new HubError({ code: 'FILE_DAMAGED', message }));
    },
  });
}

/**
 * The records of one NDJSON file, plain or compressed. Throws FILE_DAMAGED after the last of them if the file is not the
 * one the hub wrote: keep what was read only once the iteration has ended.
 */
export async function* readExportFile(
  client: Pick<HubClient, 'readExport'>,
  id: string,
  name: string,
  options: ExportFileOptions = {},
): AsyncGenerator<readonly ExportedRecord[], void, void> {
  const { batch = 1_000, signal } = options;
  // Links run out after some minutes: each file is asked for when its turn comes.
  const file = (await client.readExport(id, signal)).files?.find((one) => one.name === name);
  if (file === undefined) throw new HubError({ code: 'NOT_FOUND', message: `the export ${id} has no file ${name}` });
  const source = await open(file, options);
  const unpacked = file.format === 'NDJSON_GZIP' ? createGunzip() : new PassThrough();
  const arrived = pipeline(source, checked(file), unpacked);
  // Told by the iteration, which ends with it.
  arrived.catch(() => undefined);
  try {
    let records: ExportedRecord[] = [];
    for await (const lines of linesOf(unpacked)) {
      for (const line of lines) records.push(JSON.parse(line) as ExportedRecord);
      for (; records.length >= batch; records = records.slice(batch)) yield records.slice(0, batch);
    }
    await arrived;
    if (records.length > 0) yield records;
  } finally {
    source.destroy();
  }
}
