import { z } from 'zod';
import { canonicalToken, isNotStated } from '../../../src/kernel/cell-text.ts';
import type { CodeList } from '../../../src/kernel/code-lists.ts';
import { type FieldKind, Unreadable } from './field-kind.ts';

const UNKNOWN = new Unreadable('UNKNOWN_CODE');
const NEITHER = new Unreadable('UNREADABLE_YES_NO');

/** A code of a list, given as the code or as its Chinese label. */
export function code<C extends string>(codes: CodeList<C>): FieldKind<C> {
  return {
    name: 'code',
    columnType: 'text',
    schema: z.enum(codes.codes),
    codes,
    read(cell) {
      if (cell === null) return null;
      if (typeof cell === 'number') return codes.findNumber(cell) ?? UNKNOWN;
      if (typeof cell !== 'string') return UNKNOWN;
      const token = canonicalToken(cell);
      // The list comes first: where it has the label 无, that is a code and not a blank.
      return codes.find(token) ?? (isNotStated(token) ? null : UNKNOWN);
    },
  };
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['Y', true],
  ['1', true],
  ['√', true],
  ['否', false],
  ['N', false],
  ['0', false],
]);

/** 是/否, Y/N, 1/0, √. */
export const yesNo: FieldKind<boolean> = {
  name: 'yesNo',
  columnType: 'boolean',
  schema: z.boolean(),
  read(cell) {
    if (cell === null || typeof cell === 'boolean') return cell;
    if (typeof cell !== 'string' && typeof cell !== 'number') return NEITHER;
    const token = canonicalToken(String(cell));
    return YES_NO.get(token) ?? (isNotStated(token) ? null : NEITHER);
  },
};
