/** Data classes suspended for a time, and tokens that are refused though their time has not run out. */
import type { Queryable } from '../../platform/database/database.ts';
import { type ClosedClass, type Identity, LONGEST_LIFE_HOURS } from '../access/index.ts';

/** A suspension as it is on record. */
export interface ClassSuspension extends ClosedClass {
  readonly id: number;
  readonly reason: string;
  readonly liftedAt: Date | null;
}

const SUSPENSION = `id, target, target_id as "of", data_class as "dataClass", since as "from", until, reason,
  lifted_at as "liftedAt"`;

export async function writeSuspension(
  at: Queryable,
  asked: Omit<ClassSuspension, 'id' | 'liftedAt'>,
): Promise<ClassSuspension> {
  const { target, of, dataClass, from, until, reason } = asked;
  const [row] = await at.query<ClassSuspension>(
    `insert into class_suspension (target, target_id, data_class, since, until, reason)
     values ($1, $2, $3, $4, $5, $6) returning ${SUSPENSION}`,
    [target, of, dataClass, from, until, reason],
  );
  if (row === undefined) throw new Error('an inserted row was not returned');
  return row;
}

export async function findSuspension(at: Queryable, id: number): Promise<ClassSuspension | null> {
  const [row] = await at.query<ClassSuspension>(`select ${SUSPENSION} from class_suspension where id = $1 for update`, [
    id,
  ]);
  return row ?? null;
}

export async function liftSuspension(at: Queryable, id: number, now: Date): Promise<ClassSuspension | null> {
  const [row] = await at.query<ClassSuspension>(
    `update class_suspension set lifted_at = $2 where id = $1 and lifted_at is null returning ${SUSPENSION}`,
    [id, now],
  );
  return row ?? null;
}

/** Those in force or to come, newest first. */
export function listSuspensions(at: Queryable, now: Date): Promise<ClassSuspension[]> {
  return at.query<ClassSuspension>(
    `select ${SUSPENSION} from class_suspension
     where lifted_at is null and (until is null or until > $1) order by id desc`,
    [now],
  );
}

/** One token (jti), a session (sid), or all tokens a subject was given up to now. */
export interface TokenRevocation {
  readonly issuer: string;
  readonly kind: 'TOKEN' | 'SESSION' | 'SUBJECT';
  readonly value: string;
}

export async function writeRevocation(
  at: Queryable,
  { issuer, kind, value }: TokenRevocation,
  issuedUntil: Date,
): Promise<void> {
  await at.execute('insert into token_revocation (issuer, kind, value, issued_until) values ($1, $2, $3, $4)', [
    issuer,
    kind,
    value,
    issuedUntil,
  ]);
}

const FORGOTTEN_AFTER_MS = 2 * LONGEST_LIFE_HOURS * 3_600_000;

/** Removes revocations of tokens that are too old to be believed, revoked or not; returns their number. */
export function forgetRevocations(at: Queryable, now: Date): Promise<number> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
  return at.execute('delete from token_revocation where issued_until < $1', [before]);
}

/** Whether a token is among the revoked; see {@link revokedParams} for $1 to $5. */
export const IS_REVOKED = `exists (select 1 from token_revocation where issuer = $1 and (
    (kind = 'TOKEN' and value = $3) or (kind = 'SESSION' and value = $4)
    or (kind = 'SUBJECT' and value = $2 and issued_until >= $5)))`;

export function revokedParams({ issuer, subject, tokenId, session, issuedAt }: Identity): unknown[] {
  return [issuer, subject, tokenId, session, issuedAt];
}
