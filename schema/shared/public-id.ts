/** Ids as callers write them. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import { decodeId, type IdKind } from '../../src/kernel/ids.ts';

/** The row's number; an id of another kind is the caller's mistake. */
export function readId(kind: IdKind, id: string, input = 'id'): bigint {
  const number = decodeId(kind, id);
  if (number === null) throw new WanjiaError('BAD_USER_INPUT', { input, expected: `an id of kind ${kind}` });
  return number;
}
