/**
 * Seals what is too large for one text, chunk by chunk: SM4-CTR over the whole, HMAC-SM3 over each chunk with its place
 * and whether it is the last. Nothing of a chunk is given out before its MAC is right, and a file that was cut is broken.
 *
 *   header  "WJS1" · length of the key id · key id · nonce
 *   chunk   4 bytes of length, the highest bit marks the last · ciphertext · MAC
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { open } from 'node:fs/promises';
import { WanjiaError } from '../../kernel/errors.ts';
import type { KeyRing, UseKeys } from './key-ring.ts';
import { NONCE_BYTES } from './sealed-form.ts';

const MAGIC = Buffer.from('WJS1');
const CHUNK_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;
const MAC_BYTES = 32;
const LAST = 0x80000000;
const LONGEST_HEADER = 64;

type Chunks = AsyncIterable<Uint8Array>;

export interface FileSealer {
  seal(use: string, clear: Chunks): AsyncGenerator<Buffer>;
  /** Errors: SEALED_VALUE_BROKEN, SEALING_KEY_MISSING. */
  open(use: string, sealed: Chunks): AsyncGenerator<Buffer>;
  /** The id of the key that seals now. */
  readonly currentKey: string;
}

interface Header {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly length: number;
}

/** Null: the bytes are no header of ours. */
function readHeader(bytes: Buffer): Header | null {
  const idLength = bytes[MAGIC.length] ?? 0;
  const idEnd = MAGIC.length + 1 + idLength;
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || bytes.length < idEnd + NONCE_BYTES) return null;
  return {
    keyId: bytes.toString('latin1', MAGIC.length + 1, idEnd),
    nonce: bytes.subarray(idEnd, idEnd + NONCE_BYTES),
    length: idEnd + NONCE_BYTES,
  };
}

function macOf(keys: UseKeys, nonce: Uint8Array, place: number, framed: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sm3', keys.mac).update(nonce).update(`${place}.`);
  for (const part of framed) mac.update(part);
  return mac.digest();
}

function lengthOf(bytes: number, last: boolean): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(last ? bytes + LAST : bytes);
  return length;
}

/** Pieces of `size` bytes, and a shorter one, possibly empty, at the end. */
async function* piecesOf(source: Chunks, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (; held.length > size; held = held.subarray(size)) yield { piece: held.subarray(0, size), last: false };
  }
  yield { piece: held, last: true };
}

/** Takes bytes off a stream, as many as are asked for. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(source: Chunks) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes without taking them; fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      const next = await this.#source.next();
      if (next.done) break;
      this.#held = Buffer.concat([this.#held, next.value]);
    }
    return this.#held.subarray(0, count);
  }

  async take(count: number): Promise<Buffer> {
    const taken = await this.peek(count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }
}

async function* sealChunks(ring: KeyRing, use: string, clear: Chunks): AsyncGenerator<Buffer> {
  const keyId = ring.current;
  const keys = ring.forUse(keyId, use);
  if (keys === null) throw new WanjiaError('SEALING_KEY_MISSING', { key: keyId });
  const nonce = randomBytes(NONCE_BYTES);
  yield Buffer.concat([MAGIC, Buffer.from([keyId.length]), Buffer.from(keyId, 'latin1'), nonce]);
  const cipher = createCipheriv('sm4-ctr', keys.cipher, nonce);
  let place = 0;
  for await (const { piece, last } of piecesOf(clear, CHUNK_BYTES)) {
    const [length, ciphertext] = [lengthOf(piece.length, last), cipher.update(piece)];
    yield Buffer.concat([length, ciphertext, macOf(keys, nonce, place, [length, ciphertext])]);
    place += 1;
  }
}

async function* openChunks(ring: KeyRing, use: string, sealed: Chunks): AsyncGenerator<Buffer> {
  const broken = (): WanjiaError => new WanjiaError('SEALED_VALUE_BROKEN', { use });
  const reader = new ByteReader(sealed);
  const header = readHeader(await reader.peek(LONGEST_HEADER));
  if (header === null) throw broken();
  const { keyId, nonce } = header;
  await reader.take(header.length);
  const keys = ring.forUse(keyId, use);
  if (keys === null) throw new WanjiaError('SEALING_KEY_MISSING', { key: keyId });
  const cipher = createDecipheriv('sm4-ctr', keys.cipher, nonce);
  for (let place = 0, last = false; !last; place += 1) {
    const length = await reader.take(LENGTH_BYTES);
    if (length.length < LENGTH_BYTES) throw broken();
    const value = length.readUInt32BE();
    last = value >= LAST;
    const size = last ? value - LAST : value;
    if (size > CHUNK_BYTES) throw broken();
    const ciphertext = await reader.take(size);
    const mac = await reader.take(MAC_BYTES);
    const right = macOf(keys, nonce, place, [length, ciphertext]);
    if (mac.length < MAC_BYTES || !timingSafeEqual(mac, right)) throw broken();
    yield cipher.update(ciphertext);
  }
  if ((await reader.take(1)).length > 0) throw broken();
}

/** `ring` is asked anew for each file: keys change while the hub runs. */
export function createFileSealer(ring: () => KeyRing): FileSealer {
  return {
    seal: (use, clear) => sealChunks(ring(), use, clear),
    open: (use, sealed) => openChunks(ring(), use, sealed),
    get currentKey() {
      return ring().current;
    },
  };
}

/** The id of the key a file was sealed under; null: it is no sealed file. */
export async function keyOfFile(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return readHeader(buffer.subarray(0, bytesRead))?.keyId ?? null;
  } finally {
    await file.close();
  }
}
