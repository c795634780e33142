/** Why something is not shown, and what would show it. */
import { consentWord, type Factor } from './circumstances.ts';
import type { Reason } from './clearance.ts';
import type { Asked } from './grants.ts';
import { RANK, verdictOf, type Weighed } from './verdict.ts';

/** The reason a missing condition gives, the first of these that would help. */
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/open-alert/, 'NO_OPEN_ALERT'],
  [/consent:/, 'NO_CONSENT'],
  [/contract/, 'NO_CONTRACT'],
  [/second-person/, 'NOT_CONFIRMED'],
];

export interface Question {
  readonly weighed: Weighed;
  readonly held: ReadonlySet<Asked>;
  readonly stated: boolean;
  /** The kind of consent an obligor gives for themselves. */
  readonly ownAuthorisation: string;
}

const without = (held: ReadonlySet<Asked>, factor: Factor): ReadonlySet<Asked> =>
  new Set([...held].filter((one) => one !== factor));

/** The missing conditions that would show more, each alone, or else two together. */
function waysOpen({ weighed, held }: Question): string[] {
  const rank = RANK[verdictOf(weighed, held)];
  const opens = (more: readonly Asked[]): boolean => RANK[verdictOf(weighed, new Set([...held, ...more]))] > rank;
  const missing = [...new Set(weighed.grants.flatMap(({ when }) => when))].filter((one) => !held.has(one));
  const alone = missing.filter((one) => opens([one]));
  const rest = missing.filter((one) => !alone.includes(one));
  const pairs = rest.flatMap((one, place) =>
    rest.slice(place + 1).flatMap((other) => (opens([one, other]) ? `${one} + ${other}` : [])),
  );
  return [...alone, ...pairs];
}

/** The reason for a verdict that is not `allow`, with what would be needed where a condition would help. */
export function reasonFor(question: Question): { readonly reason: Reason; readonly needed?: readonly string[] } {
  const { weighed, held, stated, ownAuthorisation } = question;
  const rank = RANK[verdictOf(weighed, held)];
  const better = (factor: Factor): boolean =>
    held.has(factor) && RANK[verdictOf(weighed, without(held, factor))] > rank;
  if (better('obligor')) return { reason: 'NO_OWN_AUTHORISATION', needed: [consentWord(ownAuthorisation)] };
  const ways = waysOpen(question);
  const needed = ways.length === 0 ? {} : { needed: ways };
  if (better('child')) return { reason: 'CHILD_UNDER_14', ...needed };
  const reason = REASONS.find(([word]) => ways.some((way) => word.test(way)))?.[1];
  if (reason !== undefined) return { reason, ...needed };
  return { reason: stated ? 'NOT_GRANTED' : 'PURPOSE_NOT_STATED', ...needed };
}
