/** Endpoints and their secrets in the database. Address and secrets are sealed. */

import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Endpoint, EndpointDraft, EndpointState } from './endpoint.ts';

const URL_USE = 'webhook_endpoint.url';
const SECRET_USE = 'webhook_secret.secret';

/** Columns that key rotation has to seal anew. */
export const SEALED_COLUMNS = [
  { table: 'webhook_endpoint', column: 'url' },
  { table: 'webhook_secret', column: 'secret' },
] as const;

const COLUMNS = `id, organisation, subject, identity, purpose, url, types, detail, signature, state,
  state_reason AS "stateReason", position, failures, failing_since AS "failingSince", held_until AS "heldUntil",
  created_at AS "createdAt", version`;

const INSERT = `WITH added AS (
    INSERT INTO webhook_endpoint (organisation, subject, identity, purpose, url, types, detail, signature,
      position, created_at)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, position, $9 FROM change_head RETURNING *),
  secret AS (INSERT INTO webhook_secret (endpoint_id, secret, created_at) SELECT id, $10, $9 FROM added)
  SELECT ${COLUMNS} FROM added`;

const ADD_SECRET = 'INSERT INTO webhook_secret (endpoint_id, secret, created_at) VALUES ($1, $2, $3)';

const RETIRE_SECRETS = `UPDATE webhook_secret SET ends_at = $2 WHERE endpoint_id = $1 AND ends_at IS NULL`;

const DUE = `state = 'ACTIVE' AND (held_until IS NULL OR held_until <= $1)`;

/** Endpoints of one organisation; null: of all. */
export type EndpointReach = string | null;

export interface EndpointStore {
  add(draft: EndpointDraft, secret: string, moment: { readonly now: Date; readonly tx: Queryable }): Promise<Endpoint>;
  find(id: number, reach: EndpointReach): Promise<Endpoint | null>;
  list(reach: EndpointReach): Promise<Endpoint[]>;
  /** Those that are to be sent to and are not held back. */
  listDue(now: Date): Promise<Endpoint[]>;
  findDue(id: number, now: Date): Promise<Endpoint | null>;
  /** Newest first; each in force. */
  secrets(id: number, now: Date): Promise<string[]>;
  /** A new secret; those before it sign until `oldUntil`. */
  replaceSecret(id: number, secret: string, times: { readonly now: Date; readonly oldUntil: Date }): Promise<void>;
  /** False: its version is another by now. */
  setState(id: number, version: number, state: EndpointState): Promise<boolean>;
  remove(id: number): Promise<void>;
}

export function createEndpointStore(db: Queryable, sealer: Sealer): EndpointStore {
  const opened = ({ url, identity, ...row }: Endpoint): Endpoint => ({
    ...row,
    url: sealer.open(URL_USE, url),
    identity: { ...identity, issuedAt: new Date(identity.issuedAt) },
  });
  const select = async (where: string, params: readonly unknown[]): Promise<Endpoint[]> =>
    (await db.query<Endpoint>(`SELECT ${COLUMNS} FROM webhook_endpoint WHERE ${where} ORDER BY id`, params)).map(
      opened,
    );
  return {
    async add({ caller, url, types, detail, signature }, secret, { now, tx }) {
      const { organisation, subject, identity, purpose } = caller;
      const values = [
        organisation,
        subject,
        JSON.stringify(identity),
        purpose,
        sealer.seal(URL_USE, url),
        types,
        detail,
      ];
      const [row] = await tx.query<Endpoint>(INSERT, [...values, signature, now, sealer.seal(SECRET_USE, secret)]);
      if (row === undefined) throw new Error('an inserted row was not returned');
      return opened(row);
    },
    async find(id, reach) {
      const [found] = await select('id = $1 AND ($2::text IS NULL OR organisation = $2)', [id, reach]);
      return found ?? null;
    },
    list: (reach) => select('$1::text IS NULL OR organisation = $1', [reach]),
    listDue: (now) => select(DUE, [now]),
    findDue: async (id, now) => (await select(`${DUE} AND id = $2`, [now, id]))[0] ?? null,
    async secrets(id, now) {
      const rows = await db.query<{ secret: string }>(
        'SELECT secret FROM webhook_secret WHERE endpoint_id = $1 AND (ends_at IS NULL OR ends_at > $2) ORDER BY id DESC',
        [id, now],
      );
      return rows.map(({ secret }) => sealer.open(SECRET_USE, secret));
    },
    async replaceSecret(id, secret, { now, oldUntil }) {
      await db.execute(RETIRE_SECRETS, [id, oldUntil]);
      await db.execute(ADD_SECRET, [id, sealer.seal(SECRET_USE, secret), now]);
    },
    async setState(id, version, state) {
      const done = await db.execute(
        `UPDATE webhook_endpoint SET state = $3, state_reason = NULL, failures = 0, failing_since = NULL,
           held_until = NULL, version = version + 1 WHERE id = $1 AND version = $2`,
        [id, version, state],
      );
      return done === 1;
    },
    async remove(id) {
      await db.execute('DELETE FROM webhook_endpoint WHERE id = $1', [id]);
    },
  };
}
