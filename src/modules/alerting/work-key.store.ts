/** Idempotency keys in the database: one answer per caller and key, whichever process is asked. */
import { createHash } from 'node:crypto';
import type { Result } from '../../kernel/result.ts';
import { fail } from '../../kernel/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Worker, WorkRefusal } from './work.ts';

/** A request under a key; `asked` is all that makes it this request and no other. */
export interface KeyedRequest {
  readonly worker: Worker;
  readonly key: string;
  readonly operation: string;
  readonly asked: unknown;
  readonly now: Date;
}

const CLAIM = `INSERT INTO work_key (caller, key, operation, request, used_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (caller, key) DO NOTHING`;
const READ = 'SELECT operation, request, answer FROM work_key WHERE caller = $1 AND key = $2';
const KEEP = 'UPDATE work_key SET answer = $3 WHERE caller = $1 AND key = $2';

/** Runs `work` unless the key was used; then its answer is given again. A second request waits for the first. */
export async function oncePerKey<T>(
  tx: Transaction,
  { worker, key, operation, asked, now }: KeyedRequest,
  work: () => Promise<Result<T, WorkRefusal>>,
): Promise<Result<T, WorkRefusal>> {
  const caller = `${worker.organisation} ${worker.subject}`;
  const request = createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
  if ((await tx.execute(CLAIM, [caller, key, operation, request, now])) === 0) {
    const [kept] = await tx.query<{ operation: string; request: string; answer: Result<T, WorkRefusal> }>(READ, [
      caller,
      key,
    ]);
    return kept?.operation === operation && kept.request === request ? kept.answer : fail({ code: 'KEY_REUSED' });
  }
  const answer = await work();
  await tx.execute(KEEP, [caller, key, JSON.stringify(answer)]);
  return answer;
}
