/** Addresses in the database. What they are, their secrets and the codes sent to them are sealed. */
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { AddressDraft, AddressReach, AddressState, MessageAddress, Preferences } from './address.ts';

const USES = {
  address: 'message_address.address',
  secret: 'message_address.secret',
  code: 'message_address.code',
} as const;

/** Columns that key rotation has to seal anew. */
export const SEALED_COLUMNS = [
  { table: 'message_address', column: 'address' },
  { table: 'message_address', column: 'secret' },
  { table: 'message_address', column: 'code' },
] as const;

const COLUMNS = `id, organisation, subject, identity, purpose, channel, audience, address, secret, kinds,
  digest_at AS "digestAt", quiet_from AS "quietFrom", quiet_until AS "quietUntil", urgent_in_quiet AS "urgentInQuiet",
  state, state_reason AS "stateReason", position, failures, failing_since AS "failingSince", held_until AS "heldUntil",
  created_at AS "createdAt", version`;

const INSERT = `INSERT INTO message_address (organisation, subject, identity, purpose, channel, audience, address, secret,
    kinds, digest_at, quiet_from, quiet_until, urgent_in_quiet, position, look_at, created_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, position, $14, $14 FROM change_head RETURNING ${COLUMNS}`;

/** A code as it was sent. */
export interface SentCode {
  readonly code: string | null;
  readonly sentAt: Date | null;
  readonly tries: number;
}

export interface AddressStore {
  add(draft: AddressDraft, moment: { readonly now: Date; readonly tx: Queryable }): Promise<MessageAddress>;
  find(id: number, reach: AddressReach): Promise<MessageAddress | null>;
  /** Keyed digest of what the address is: the same however often and by whomever it was entered. */
  digest(address: Pick<MessageAddress, 'address'>): string;
  list(reach: AddressReach): Promise<MessageAddress[]>;
  /** Those that may be told something now. */
  listDue(now: Date): Promise<number[]>;
  findDue(id: number, now: Date): Promise<MessageAddress | null>;
  /** Keeps preferences; false: its version is another by now. */
  keep(id: number, version: number, preferences: Preferences): Promise<boolean>;
  /** What changed while nothing was sent is not told afterwards: the digest says how things stand. */
  setState(id: number, version: number, state: AddressState): Promise<boolean>;
  remove(id: number): Promise<void>;
  /** Takes one try of the code that was sent last. */
  tryCode(id: number): Promise<SentCode>;
  keepCode(id: number, code: string, now: Date): Promise<void>;
}

const REACH = `($1::text IS NULL OR organisation = $1) AND ($2::text IS NULL OR (subject = $2 AND audience = '{}'))`;
const ACTIVE = `state = 'ACTIVE' AND (held_until IS NULL OR held_until <= $1)`;
const DUE = `${ACTIVE} AND (look_at <= $1 OR EXISTS (SELECT FROM message m WHERE m.address_id = message_address.id
  AND m.state = 'PENDING' AND m.next_attempt_at <= $1 AND (m.leased_until IS NULL OR m.leased_until <= $1)))`;

export function createAddressStore(db: Queryable, sealer: Sealer): AddressStore {
  const opened = (row: MessageAddress): MessageAddress => ({
    ...row,
    address: sealer.open(USES.address, row.address),
    secret: row.secret === null ? null : sealer.open(USES.secret, row.secret),
    identity: { ...row.identity, issuedAt: new Date(row.identity.issuedAt) },
  });
  const select = async (where: string, params: readonly unknown[]): Promise<MessageAddress[]> =>
    (await db.query<MessageAddress>(`SELECT ${COLUMNS} FROM message_address WHERE ${where} ORDER BY id`, params)).map(
      opened,
    );
  return {
    async add({ owner, channel, audience, address, secret, ...preferences }, { now, tx }) {
      const { organisation, subject, identity, purpose } = owner;
      const { kinds, digestAt, quietFrom, quietUntil, urgentInQuiet } = preferences;
      const [row] = await tx.query<MessageAddress>(INSERT, [
        ...[organisation, subject, JSON.stringify(identity), purpose, channel, audience],
        ...[sealer.seal(USES.address, address), secret === null ? null : sealer.seal(USES.secret, secret)],
        ...[kinds, digestAt, quietFrom, quietUntil, urgentInQuiet, now],
      ]);
      if (row === undefined) throw new Error('an inserted row was not returned');
      return opened(row);
    },
    find: async (id, { organisation, subject }) =>
      (await select(`${REACH} AND id = $3`, [organisation, subject, id]))[0] ?? null,
    digest: ({ address }) => sealer.index(USES.address, address.toLowerCase()),
    list: ({ organisation, subject }) => select(REACH, [organisation, subject]),
    listDue: async (now) =>
      (await db.query<{ id: number }>(`SELECT id FROM message_address WHERE ${DUE} ORDER BY id`, [now])).map(
        ({ id }) => id,
      ),
    findDue: async (id, now) => (await select(`${ACTIVE} AND id = $2`, [now, id]))[0] ?? null,
    async keep(id, version, { kinds, digestAt, quietFrom, quietUntil, urgentInQuiet }) {
      const done = await db.execute(
        `UPDATE message_address SET kinds = $3, digest_at = $4, quiet_from = $5, quiet_until = $6, urgent_in_quiet = $7,
           version = version + 1 WHERE id = $1 AND version = $2`,
        [id, version, kinds, digestAt, quietFrom, quietUntil, urgentInQuiet],
      );
      return done === 1;
    },
    async setState(id, version, state) {
      const done = await db.execute(
        `UPDATE message_address SET state = $3, state_reason = NULL, failures = 0, failing_since = NULL, code = NULL,
           held_until = NULL, version = version + 1,
           position = CASE WHEN $3 = 'ACTIVE' THEN (SELECT position FROM change_head) ELSE position END
         WHERE id = $1 AND version = $2`,
        [id, version, state],
      );
      return done === 1;
    },
    async remove(id) {
      await db.execute('DELETE FROM message_address WHERE id = $1', [id]);
    },
    async tryCode(id) {
      const [row] = await db.query<SentCode>(
        `UPDATE message_address SET code_tries = code_tries + 1 WHERE id = $1
         RETURNING code, code_sent_at AS "sentAt", code_tries AS tries`,
        [id],
      );
      if (row === undefined) return { code: null, sentAt: null, tries: 0 };
      return { ...row, code: row.code === null ? null : sealer.open(USES.code, row.code) };
    },
    async keepCode(id, code, now) {
      await db.execute('UPDATE message_address SET code = $2, code_sent_at = $3, code_tries = 0 WHERE id = $1', [
        id,
        sealer.seal(USES.code, code),
        now,
      ]);
    },
  };
}
