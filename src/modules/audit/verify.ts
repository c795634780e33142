/** Goes through every chain and names each row that was changed, removed or inserted. */
import type { Database } from '../../platform/database/database.ts';
import { type ChainEnds, rowHash, sealOf } from './chain.ts';
import { type DisclosureScope, scopeKey } from './disclosure.ts';
import type { HashedRow } from './writer.store.ts';

export type ChainProblemKind = 'CHANGED' | 'REMOVED' | 'INSERTED';

export interface ChainProblem {
  readonly kind: ChainProblemKind;
  /** The chain, or `scope` for the list of operations. */
  readonly writer: string;
  /** The row, the first one missing, or null where it is not about a row. */
  readonly sequence: number | null;
  readonly detail: string;
}

export interface ChainReport {
  readonly writers: number;
  readonly rows: number;
  readonly problems: readonly ChainProblem[];
}

const PAGE = 5_000;

const ROWS = `select writer, sequence, (extract(epoch from at) * 1000)::bigint as at, subject, organisation, purpose,
    case_id as "caseId", scope, decision, persons, households, previous, hash
  from disclosure where writer = $1 and sequence > $2 order by sequence limit ${PAGE}`;

const ENDS = `select writer, number, first_sequence as "firstSequence", first_previous as "firstPrevious",
    last_sequence as "lastSequence", last_hash as "lastHash", seal from disclosure_writer order by number`;

type SealedEnds = ChainEnds & { readonly seal: string };

async function* rowsOf(db: Database, writer: string): AsyncGenerator<HashedRow> {
  let after = -1;
  for (;;) {
    const page = await db.query<HashedRow>(ROWS, [writer, after]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.sequence;
  }
}

/** Follows one chain from its beginning to its end. */
class Walk {
  readonly problems: ChainProblem[] = [];
  rows = 0;
  readonly #ends: ChainEnds;
  #expected: number;
  #previous: string;

  constructor(ends: ChainEnds) {
    this.#ends = ends;
    this.#expected = ends.firstSequence;
    this.#previous = ends.firstPrevious;
  }

  #find(kind: ChainProblemKind, sequence: number | null, detail: string): void {
    this.problems.push({ kind, writer: this.#ends.writer, sequence, detail });
  }

  step(row: HashedRow): void {
    this.rows += 1;
    const { sequence } = row;
    if (sequence < this.#ends.firstSequence || sequence > this.#ends.lastSequence) {
      this.#find('INSERTED', sequence, 'the row lies outside the chain');
      return;
    }
    if (sequence > this.#expected) this.#find('REMOVED', this.#expected, `${sequence - this.#expected} rows missing`);
    else if (row.previous !== this.#previous) this.#find('CHANGED', sequence, 'the row does not follow the one before');
    if (rowHash(row) !== row.hash) this.#find('CHANGED', sequence, 'the row is not what was written');
    this.#expected = sequence + 1;
    this.#previous = row.hash;
  }

  end(): void {
    const { lastSequence, lastHash } = this.#ends;
    if (this.#expected <= lastSequence)
      this.#find('REMOVED', this.#expected, `${lastSequence - this.#expected + 1} rows missing at the end`);
    else if (this.#previous !== lastHash) this.#find('CHANGED', lastSequence, 'the chain ends otherwise');
  }
}

async function verifyChain(db: Database, ends: SealedEnds, key: Uint8Array): Promise<Walk> {
  const walk = new Walk(ends);
  if (sealOf(key, ends) !== ends.seal)
    walk.problems.push({ kind: 'CHANGED', writer: ends.writer, sequence: null, detail: 'the seal is broken' });
  for await (const row of rowsOf(db, ends.writer)) walk.step(row);
  walk.end();
  return walk;
}

/** Chains are numbered without a gap; rows of a chain that nobody registered were put in. */
async function strangers(
  db: Database,
  chains: readonly ChainEnds[],
  known: readonly string[],
): Promise<ChainProblem[]> {
  const registered = new Set(chains.map(({ writer }) => writer));
  const numbers = new Set(chains.map(({ number }) => number));
  const highest = Math.max(0, ...numbers);
  const missing = Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !numbers.has(number));
  const rows = await db.query<{ writer: string; sequence: number }>(
    `select writer, min(sequence) as sequence from disclosure d
     where not exists (select from disclosure_writer w where w.writer = d.writer) group by writer`,
  );
  return [
    ...missing.map((number): ChainProblem => {
      return { kind: 'REMOVED', writer: `number ${number}`, sequence: null, detail: 'the chain is missing' };
    }),
    ...known
      .filter((writer) => !registered.has(writer))
      .map((writer): ChainProblem => ({ kind: 'REMOVED', writer, sequence: null, detail: 'the chain is missing' })),
    ...rows.map(({ writer, sequence }): ChainProblem => {
      return { kind: 'INSERTED', writer, sequence, detail: 'nobody began this chain' };
    }),
  ];
}

async function verifyScopes(db: Database): Promise<ChainProblem[]> {
  const scopes = await db.query<DisclosureScope>('select * from disclosure_scope');
  const missing = await db.query<{ writer: string; sequence: number }>(
    `select writer, sequence from disclosure d
     where not exists (select from disclosure_scope s where s.key = d.scope) order by writer, sequence limit 1`,
  );
  return [
    ...scopes
      .filter((scope) => scopeKey(scope) !== scope.key)
      .map(({ key }): ChainProblem => ({ kind: 'CHANGED', writer: 'scope', sequence: null, detail: key })),
    ...missing.map(({ writer, sequence }): ChainProblem => {
      return { kind: 'REMOVED', writer, sequence, detail: 'what the row disclosed is missing' };
    }),
  ];
}

/** `known` are chains that were begun on this machine, as noted outside the database. */
export async function verifyDisclosures(
  db: Database,
  { key, known }: { readonly key: Uint8Array; readonly known: readonly string[] },
): Promise<ChainReport> {
  const chains = await db.query<SealedEnds>(ENDS);
  const problems: ChainProblem[] = [];
  let rows = 0;
  for (const ends of chains) {
    const walk = await verifyChain(db, ends, key);
    problems.push(...walk.problems);
    rows += walk.rows;
  }
  problems.push(...(await strangers(db, chains, known)), ...(await verifyScopes(db)));
  return { writers: chains.length, rows, problems };
}
