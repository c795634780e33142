/** A rule's reasons in words, as far as the caller may read what they rest on. */
import { type Explanation, leavesOf, type TraceStep } from '../../src/modules/discovery/index.ts';
import { isOpen, type Reader } from './fact-classes.ts';

const MOST_REASONS = 6;

function textOf({ reading, compared, personId }: TraceStep): string {
  const whom = personId === null ? '' : `P${personId}: `;
  return compared === null
    ? `${whom}${reading}`
    : `${whom}${reading} [${compared.left ?? '?'} ${compared.operator} ${compared.right ?? '?'}]`;
}

/**
 * The conditions that made the word what it is: of a hit those that hold, else those that do not. The word and what made it
 * are one: where something in it is closed, nothing is said.
 */
export function reasonOf({ word, trace }: Explanation, reader: Reader): string {
  if (!isOpen(trace, reader)) return '…';
  const decisive = { HIT: 'TRUE', UNKNOWN: 'UNKNOWN', NONE: 'FALSE' }[word.result];
  const leaves = [...leavesOf(trace)].filter(({ result }) => result === decisive);
  const shown = leaves.slice(0, MOST_REASONS).map(textOf);
  return [...shown, ...(shown.length < leaves.length ? ['…'] : [])].join('; ');
}
