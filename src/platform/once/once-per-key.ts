/** Idempotency keys in the database: one answer per caller and key, whichever process is asked. */
import type { ErrorCode } from '../../kernel/errors.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Sealer } from '../crypto/sealer.ts';
import type { Queryable, Transaction } from '../database/database.ts';

/** A request under a key; `asked` is all that makes it this request and no other. */
export interface KeyedRequest {
  /** Makes the digests that are kept: what was asked is not to be guessed from them. */
  readonly sealer: Pick<Sealer, 'index'>;
  readonly worker: { readonly subject: string; readonly organisation: string };
  readonly key: string;
  readonly operation: string;
  readonly asked: unknown;
  readonly now: Date;
}

/** The key was used for another request. */
export interface KeyReused {
  readonly code: Extract<ErrorCode, 'KEY_REUSED'>;
}

const CLAIM = `INSERT INTO work_key (caller, key, operation, request, used_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (caller, key) DO NOTHING`;
const READ = 'SELECT operation, request, answer FROM work_key WHERE caller = $1 AND key = $2';
const KEEP = 'UPDATE work_key SET answer = $3 WHERE caller = $1 AND key = $2';

const textOf = (asked: unknown): string =>
  JSON.stringify(asked, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/**
 * Callers choose keys freely, so only their digests are kept, as of what they ask. Runs `work` unless the key was used; then its answer is given again, as JSON keeps it. A second request waits for the
 * first. What `work` does in `tx` is kept together with its answer or not at all; what it does elsewhere must by itself
 * refuse to be done twice.
 */
export async function oncePerKey<T, E>(
  tx: Transaction,
  { sealer, worker, key, operation, asked, now }: KeyedRequest,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | KeyReused>> {
  const caller = `${worker.organisation} ${worker.subject}`;
  const digest = sealer.index('work_key.key', key);
  const request = sealer.index('work_key.request', textOf(asked));
  if ((await tx.execute(CLAIM, [caller, digest, operation, request, now])) === 0) {
    const [kept] = await tx.query<{ operation: string; request: string; answer: Result<T, E> }>(READ, [caller, digest]);
    return kept?.operation === operation && kept.request === request ? kept.answer : fail({ code: 'KEY_REUSED' });
  }
  const answer = await work();
  await tx.execute(KEEP, [caller, digest, JSON.stringify(answer)]);
  return answer;
}

/** Forgets keys used before a moment; nobody repeats a request after so long. Tells how many. */
export function forgetKeys(db: Queryable, before: Date): Promise<number> {
  return db.execute('DELETE FROM work_key WHERE used_at < $1', [before]);
}
