import { dayNumber } from '../calendar/day-number.ts';
import { wallTime } from '../calendar/wall-time.ts';
import type { City } from '../city/city.ts';
import type { Household } from '../city/household.ts';
import { phoneNumber } from '../numbers/agency-numbers.ts';
import { fraction, hashText, mix } from '../random/hash.ts';
import { fieldsOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';

/** What is delivered: everything held on a day, or what changed since another day. */
export type DeliveryContent =
  | { readonly mode: 'full' }
  | {
      readonly mode: 'increment';
      /** The day of the delivery before. */
      readonly since: string;
      /**
       * Only about this share of the people, and each of them with a new phone number at least. For measuring: the
       * city itself does not remember the new numbers.
       */
      readonly touch?: number;
    };

const TOUCH_STREAM = 91;

/** The record versions a delivery holds, household by household. */
export function* versionsToDeliver(
  city: City,
  day: string,
  content: DeliveryContent,
): Iterable<readonly RecordVersion[]> {
  for (const household of city.households()) {
    if (content.mode === 'full') yield household.recordsAt(day);
    else if (content.touch === undefined) yield household.changesBetween(content.since, day);
    else if (isTouched(city, household, content.touch)) yield touchedRecords(household, content.since, day);
  }
}

function isTouched(city: City, household: Household, share: number): boolean {
  return fraction(mix(city.settings.seed, household.number, TOUCH_STREAM)) < share;
}

function touchedRecords(household: Household, since: string, day: string): readonly RecordVersion[] {
  const changes = household.changesBetween(since, day).filter(({ recordType }) => recordType !== 'CA05');
  const rollEntries = household.recordsAt(day).filter(({ recordType }) => recordType === 'CA05');
  return [...changes, ...rollEntries.map((entry) => withNewPhone(entry, day))];
}

const PHONE_PLACE = fieldsOf('CA05').findIndex(({ name }) => name === 'phone');

function withNewPhone(entry: RecordVersion, day: string): RecordVersion {
  const phone = phoneNumber(mix(dayNumber(day), hashText(entry.sourceKey)) % 10_000_000, 10);
  const cells = entry.cells?.map((cell, place) => (place === PHONE_PLACE ? phone : cell)) ?? null;
  return { ...entry, updatedAt: wallTime(dayNumber(day), 86_399), cells };
}
