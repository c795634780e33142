/** Where the sealing keys come from. The hub needs no more of a key management service than this. */
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { WanjiaError } from '../../kernel/errors.ts';
import { keyFile } from './key-file.ts';
import type { KeyMaterial } from './key-ring.ts';

export interface KeyProvider {
  /** Where the keys are, for messages. */
  readonly place: string;
  /** Null: there are none yet. Error: KEYS_UNREADABLE. */
  read(): Promise<KeyMaterial | null>;
  /** Makes the first keys; keys that are there already are kept. */
  create(): Promise<KeyMaterial>;
  /** Adds a key that opens but does not seal yet; tells its id. */
  add(): Promise<string>;
  /** Makes a key the one that seals. */
  makeCurrent(id: string): Promise<void>;
}

const SECRET = z.string().regex(/^[0-9a-f]{64}$/);
const KEY_ID = z.string().regex(/^k\d+$/);
const CONTENT = z
  .strictObject({
    current: KEY_ID,
    keys: z.record(KEY_ID, SECRET),
    index: z.strictObject({ id: z.string().regex(/^i\d+$/), secret: SECRET }),
  })
  .refine(({ current, keys }) => keys[current] !== undefined);
type Content = z.infer<typeof CONTENT>;

const NAME = 'sealing.json';
const newSecret = (): string => randomBytes(32).toString('hex');

function materialOf({ current, keys, index }: Content): KeyMaterial {
  return {
    current,
    keys: new Map(Object.entries(keys).map(([id, secret]) => [id, Buffer.from(secret, 'hex')])),
    index: { id: index.id, secret: Buffer.from(index.secret, 'hex') },
  };
}

/** Keys in one file, readable by its owner only. */
export function fileKeyProvider(folder: string): KeyProvider {
  const place = join(folder, NAME);
  const parse = (text: string): Content => {
    try {
      return CONTENT.parse(JSON.parse(text));
    } catch {
      // What is wrong with the file is not told: its content is secret.
      throw new WanjiaError('KEYS_UNREADABLE', { place });
    }
  };
  const read = async (): Promise<Content | null> => {
    const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new WanjiaError('KEYS_UNREADABLE', { place }, { cause: error });
    });
    return text === null ? null : parse(text);
  };
  const change = async (changed: (held: Content) => Content): Promise<void> => {
    const held = await read();
    if (held === null) throw new WanjiaError('KEYS_MISSING', { place });
    const draft = `${place}.${process.pid}.draft`;
    await writeFile(draft, JSON.stringify(changed(held), null, 2), { mode: 0o600, flush: true });
    await rename(draft, place);
  };
  return {
    place,
    read: async () => {
      const held = await read();
      return held === null ? null : materialOf(held);
    },
    async create() {
      const first: Content = { current: 'k1', keys: { k1: newSecret() }, index: { id: 'i1', secret: newSecret() } };
      return materialOf(parse(await keyFile(folder, NAME, () => JSON.stringify(first, null, 2))));
    },
    async add() {
      let id = '';
      await change((held) => {
        id = `k${Math.max(...Object.keys(held.keys).map((known) => Number(known.slice(1)))) + 1}`;
        return { ...held, keys: { ...held.keys, [id]: newSecret() } };
      });
      return id;
    },
    makeCurrent: (id) =>
      change((held) => {
        if (held.keys[id] === undefined) throw new WanjiaError('SEALING_KEY_MISSING', { key: id });
        return { ...held, current: id };
      }),
  };
}
