/** Opaque cursors of lists that are ordered by an id. */
import { WanjiaError } from '../../src/kernel/errors.ts';

const PREFIX = 'after:';

export function encodeCursor(id: number): string {
  return Buffer.from(`${PREFIX}${id}`).toString('base64url');
}

/** The id a page begins after; null for the first page. */
export function decodeCursor(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const id = Number(text.slice(PREFIX.length));
  if (!text.startsWith(PREFIX) || !Number.isSafeInteger(id) || id < 0)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'after', expected: 'a cursor of this list' });
  return id;
}
