import type { Day } from '../../src/kernel/day.ts';
import type { FeedStates, PersonRecords } from '../../src/modules/household/index.ts';

/** What a section shows: a person's records on a day, and how the feeds stood. The same in whatever process. */
export interface SectionView {
  readonly person: PersonRecords;
  readonly day: Day;
  readonly feeds: FeedStates;
  /** Whether the section of this class is shown of this person. */
  shows(section: string): boolean;
}
