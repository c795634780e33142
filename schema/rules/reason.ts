/** A rule's reasons in words, as far as the caller may read what they rest on. */
import type { Clearance } from '../../src/modules/access/index.ts';
import { type Explanation, leavesOf, type TraceStep } from '../../src/modules/discovery/index.ts';
import { mayRead } from '../alerts/evidence.ts';

const MOST_REASONS = 6;

/** What a step rests on, in the form sources are written. What rests on no feed is open. */
export function isOpen({ sources }: Pick<TraceStep, 'sources'>, clearance: Clearance): boolean {
  return sources.length === 0 || mayRead(sources.join(','), clearance);
}

function textOf({ text, compared, personId }: TraceStep): string {
  const whom = personId === null ? '' : `P${personId}: `;
  return compared === null
    ? `${whom}${text}`
    : `${whom}${text} [${compared.left ?? '?'} ${compared.operator} ${compared.right ?? '?'}]`;
}

/** The conditions that made the word what it is: of a hit those that hold, else those that do not. */
export function reasonOf({ word, trace }: Explanation, clearance: Clearance): string {
  const decisive = { HIT: 'TRUE', UNKNOWN: 'UNKNOWN', NONE: 'FALSE' }[word.result];
  const leaves = [...leavesOf(trace)].filter(({ result }) => result === decisive);
  const open = leaves.filter((leaf) => isOpen(leaf, clearance));
  const shown = open.slice(0, MOST_REASONS).map(textOf);
  return [...shown, ...(open.length < leaves.length ? ['…'] : [])].join('; ');
}
