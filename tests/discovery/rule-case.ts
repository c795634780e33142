import type { RecordType } from '../../src/kernel/agency.ts';
import { asDay, type Day } from '../../src/kernel/day.ts';
import type { Clue } from '../../src/modules/discovery/index.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import { DAY } from '../support/documents.ts';

/** What a rule is to say: its severity, `none`, or `unknown`. */
export type Word = 'red' | 'orange' | 'yellow' | 'blue' | 'none' | 'unknown';

/** One household, and what one rule says about it. */
export interface RuleCase {
  readonly rule: string;
  readonly says: Word;
  readonly about: string;
  readonly document: HouseholdDocument;
  readonly day: Day;
  /** Places of the evidence members in the document's list; undefined: not compared. */
  readonly members?: readonly number[];
  /** Feeds that are STALE. */
  readonly stale: readonly RecordType[];
  readonly clues: readonly Clue[];
}

interface Circumstances {
  readonly day?: string;
  readonly members?: readonly number[];
  readonly stale?: readonly RecordType[];
  readonly clues?: readonly Clue[];
}

/** Cases of one rule. */
export function casesOf(rule: string) {
  return (
    says: Word,
    about: string,
    document: HouseholdDocument,
    { day, members, stale = [], clues = [] }: Circumstances = {},
  ): RuleCase => ({
    rule,
    says,
    about,
    document,
    day: day === undefined ? DAY : asDay(day),
    stale,
    clues,
    ...(members === undefined ? {} : { members }),
  });
}
