/** What keeps the hub from telling for a moment: a database that restarts, a disclosure log that is full. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import { isDatabaseAway } from '../../src/platform/database/away.ts';

const PASSING: ReadonlySet<string> = new Set(['DATABASE_AWAY', 'DISCLOSURE_LOG_FULL', 'DISCLOSURE_LOG_FAILED']);

/** Whether the same may be told in a moment. */
export function mayPass(error: unknown): boolean {
  const { originalError } = error as { readonly originalError?: unknown };
  const known = [error, originalError].find((one) => one instanceof WanjiaError);
  return known === undefined ? isDatabaseAway(error) : PASSING.has(known.code);
}
