/** Writes a chain: registers a writer, and adds many rows with the chain's new end in one statement. */
import type { Database } from '../../platform/database/database.ts';
import { type ChainEnds, type ChainRow, genesis, sealOf } from './chain.ts';
import type { DisclosureScope } from './disclosure.ts';

/** Begins a chain under the next free number. */
export function registerWriter(db: Database, key: Uint8Array, writer: string): Promise<ChainEnds> {
  return db.tx(async (tx) => {
    await tx.lock('disclosure_writer');
    const [row] = await tx.query<{ number: number }>(
      'select coalesce(max(number), 0) + 1 as number from disclosure_writer',
    );
    const number = row?.number ?? 1;
    const first = genesis(writer, number);
    const ends = { writer, number, firstSequence: 1, firstPrevious: first, lastSequence: 0, lastHash: first };
    await tx.execute(
      `insert into disclosure_writer (writer, number, first_sequence, first_previous, last_sequence, last_hash, seal)
       values ($1, $2, 1, $3, 0, $3, $4)`,
      [writer, number, first, sealOf(key, ends)],
    );
    return ends;
  });
}

export interface HashedRow extends ChainRow {
  readonly hash: string;
}

const ADD = `with added as (
  insert into disclosure (writer, sequence, at, subject, organisation, purpose, case_id, scope, decision, persons,
    households, previous, hash)
  select writer, sequence, to_timestamp(at / 1000.0), subject, organisation, purpose, "caseId", scope, decision,
    persons, households, previous, hash
  from jsonb_to_recordset($1::jsonb) as row (writer text, sequence bigint, at bigint, subject text, organisation text,
    purpose text, "caseId" text, scope text, decision text, persons bigint[], households bigint[], previous text,
    hash text)
), scopes as (
  insert into disclosure_scope (key, operation, document, fields, masked, withheld)
  select key, operation, document, fields, masked, withheld
  from jsonb_to_recordset($2::jsonb) as scope (key text, operation text, document text, fields text[], masked text[],
    withheld text[])
  on conflict (key) do nothing
)
update disclosure_writer set last_sequence = $4, last_hash = $5,
  seal = case when first_sequence = $6 then $7 end
where writer = $3`;

/** Adds rows in one commit. Throws where the chain's beginning was moved meanwhile: its seal would be wrong. */
export async function addRows(
  db: Database,
  added: { readonly rows: readonly HashedRow[]; readonly scopes: readonly DisclosureScope[] },
  end: { readonly ends: ChainEnds; readonly seal: string },
): Promise<void> {
  const { ends, seal } = end;
  await db.execute(
    ADD,
    [
      JSON.stringify(added.rows),
      JSON.stringify(added.scopes),
      ends.writer,
      ends.lastSequence,
      ends.lastHash,
      ends.firstSequence,
      seal,
    ],
    { name: 'add-disclosures' },
  );
}

/** Reads a chain's ends again, as retention may have moved its beginning. */
export async function readEnds(db: Database, writer: string): Promise<ChainEnds | null> {
  const [row] = await db.query<ChainEnds>(
    `select writer, number, first_sequence as "firstSequence", first_previous as "firstPrevious",
       last_sequence as "lastSequence", last_hash as "lastHash" from disclosure_writer where writer = $1`,
    [writer],
  );
  return row ?? null;
}
