/**
 * The section of a person of whom its agency holds nothing: what it says depends on the day and the feeds alone, so that
 * one stands for all of them. Most sections are like that.
 */
import type { Day } from '../../src/kernel/day.ts';
import type { FeedStates, PersonRecords } from '../../src/modules/household/index.ts';
import { SharedSource } from '../records/shared-source.ts';
import type { SectionView } from './section-view.ts';

class EmptySection extends SharedSource implements SectionView {
  readonly person: PersonRecords;
  readonly day: Day;
  readonly feeds: FeedStates;

  constructor(person: PersonRecords, { day, feeds }: SectionView) {
    super();
    this.person = person;
    this.day = day;
    this.feeds = feeds;
  }

  /** Whoever got here was shown the section. */
  shows(): boolean {
    return true;
  }
}

/** `lists` are the agency's. Gives a section back as it is where any of them holds something, or is not there. */
export function createEmptySections(lists: readonly string[]): (section: SectionView) => SectionView {
  const nothing = Object.fromEntries(lists.map((name) => [name, []])) as unknown as PersonRecords;
  const made = new WeakMap<FeedStates, Map<Day, EmptySection>>();
  return (section) => {
    const held = section.person as Readonly<Record<string, readonly unknown[] | undefined>>;
    for (const name of lists) if (held[name]?.length !== 0) return section;
    const byDay = made.get(section.feeds) ?? new Map<Day, EmptySection>();
    made.set(section.feeds, byDay);
    const empty = byDay.get(section.day) ?? new EmptySection(nothing, section);
    byDay.set(section.day, empty);
    return empty;
  };
}
