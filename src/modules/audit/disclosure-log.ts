/**
 * The writing end of the disclosure log. An answer leaves once its row is committed; answers that wait together share
 * one commit. When more wait than the queue holds, reading is refused: nothing is ever read unlogged.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import type { Database } from '../../platform/database/database.ts';
import { type ChainEnds, rowHash, sealOf } from './chain.ts';
import type { Disclosure, DisclosureScope } from './disclosure.ts';
import { addRows, type HashedRow, readEnds, registerWriter } from './writer.store.ts';

/** A place in the log, taken before anything is read. */
export interface DisclosureSlot {
  /** Resolves when the row is committed; throws DISCLOSURE_LOG_FAILED where it cannot be. */
  record(disclosure: Disclosure): Promise<void>;
  /** Gives the place back: nothing personal was read. */
  release(): void;
}

export interface DisclosureLog {
  /** Throws DISCLOSURE_LOG_FULL when too many answers wait for their commit. */
  admit(): DisclosureSlot;
  /** Waits for the rows under way. */
  close(): Promise<void>;
}

export interface DisclosureLogDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Seals the ends of the chains; not in the database. */
  readonly key: Uint8Array;
  /** Answers that may be under way at once. */
  readonly capacity: number;
  /** Told of the chain before its first row. */
  begun(writer: string): Promise<void>;
}

/** Rows of one commit at most. */
const GROUP = 1_000;
/** Scopes known to be written; beyond this they are simply offered again. */
const KNOWN_SCOPES = 10_000;

interface Waiting {
  readonly at: number;
  readonly disclosure: Disclosure;
  done(): void;
  failed(error: unknown): void;
}

function chainRow(ends: ChainEnds, { at, disclosure }: Waiting): HashedRow {
  const { scope, persons, households, ...who } = disclosure;
  const row = {
    ...who,
    writer: ends.writer,
    sequence: ends.lastSequence + 1,
    at,
    scope: scope.key,
    persons: [...persons].sort((a, b) => a - b),
    households: [...households].sort((a, b) => a - b),
    previous: ends.lastHash,
  };
  return { ...row, hash: rowHash(row) };
}

/** The chain of this process; one commit at a time, so that its rows stand in order. */
class Chain {
  #ends: ChainEnds;
  readonly #written = new Set<string>();
  readonly #deps: DisclosureLogDeps;

  constructor(ends: ChainEnds, deps: DisclosureLogDeps) {
    this.#ends = ends;
    this.#deps = deps;
  }

  async commit(group: readonly Waiting[]): Promise<void> {
    const rows: HashedRow[] = [];
    const scopes = new Map<string, DisclosureScope>();
    let ends = this.#ends;
    for (const waiting of group) {
      const row = chainRow(ends, waiting);
      rows.push(row);
      ends = { ...ends, lastSequence: row.sequence, lastHash: row.hash };
      if (!this.#written.has(row.scope)) scopes.set(row.scope, waiting.disclosure.scope);
    }
    await this.#add({ rows, scopes: [...scopes.values()] }, ends);
    if (this.#written.size > KNOWN_SCOPES) this.#written.clear();
    for (const key of scopes.keys()) this.#written.add(key);
  }

  async #add(added: Parameters<typeof addRows>[1], ends: ChainEnds): Promise<void> {
    const { db, key } = this.#deps;
    try {
      await addRows(db, added, { ends, seal: sealOf(key, ends) });
      this.#ends = ends;
    } catch (error) {
      // The commit may have happened though its answer was lost; or retention moved the beginning of the chain.
      const found = await readEnds(db, ends.writer);
      if (found?.lastHash === ends.lastHash) {
        this.#ends = found;
        return;
      }
      if (found?.lastHash !== this.#ends.lastHash || found.firstSequence === ends.firstSequence) throw error;
      const moved = { ...ends, firstSequence: found.firstSequence, firstPrevious: found.firstPrevious };
      await addRows(db, added, { ends: moved, seal: sealOf(key, moved) });
      this.#ends = moved;
    }
  }
}

/** Opens the log under a chain of its own, begun with the first row. */
export function createDisclosureLog(deps: DisclosureLogDeps): DisclosureLog {
  let chain: Promise<Chain> | undefined;
  let waiting: Waiting[] = [];
  let taken = 0;
  let writing: Promise<void> | null = null;

  const opened = (): Promise<Chain> => {
    chain ??= registerWriter(deps.db, deps.key, randomUUID()).then(async (ends) => {
      await deps.begun(ends.writer);
      return new Chain(ends, deps);
    });
    return chain;
  };

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      try {
        await (await opened()).commit(group);
        for (const one of group) one.done();
      } catch (cause) {
        // A chain whose end is not known is left as it stands; the next rows begin another.
        chain = undefined;
        const error = new WanjiaError('DISCLOSURE_LOG_FAILED', {}, { cause });
        for (const one of group) one.failed(error);
      }
    }
    writing = null;
  }

  function enqueue(disclosure: Disclosure): Promise<void> {
    return new Promise((done, failed) => {
      waiting.push({ at: deps.clock.now().getTime(), disclosure, done, failed });
      // What comes in the same turn shares the commit.
      writing ??= Promise.resolve().then(writeAll);
    });
  }

  return {
    admit() {
      if (taken >= deps.capacity) throw new WanjiaError('DISCLOSURE_LOG_FULL', { waiting: taken });
      taken += 1;
      let held = true;
      const release = (): void => {
        if (held) taken -= 1;
        held = false;
      };
      return { record: (disclosure) => enqueue(disclosure).finally(release), release };
    },
    close: async () => {
      await writing;
    },
  };
}
