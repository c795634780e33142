/** Hours of a day in Beijing: when nothing is sent, and when the digest is. */
import { beijingDay, beijingTime, momentOf } from '../../kernel/clock.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import type { WorkingDays } from '../discovery/index.ts';

export type OfficeDays = Pick<WorkingDays, 'isWorkingDay'>;

export const LOCAL_HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a person may set for themselves; null: as the policy says. */
export interface OwnHours {
  readonly digestAt: string | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

export interface HoursPolicy {
  readonly digest: { readonly at: string; readonly on: 'working-days' | 'all-days' };
  readonly quiet: { readonly from: string; readonly until: string; readonly daysOff: boolean };
}

/** The hour a clock in Beijing shows, such as 08:30. */
const hourOf = (now: Date): string => beijingTime(now).slice(11, 16);

/** Quiet hours may go over midnight; the same hour twice is no hours at all. */
export function isQuiet(now: Date, own: OwnHours, { quiet }: HoursPolicy, workingDays: OfficeDays): boolean {
  if (quiet.daysOff && !workingDays.isWorkingDay(beijingDay(now))) return true;
  const [from, until, at] = [own.quietFrom ?? quiet.from, own.quietUntil ?? quiet.until, hourOf(now)];
  return from <= until ? from <= at && at < until : at >= from || at < until;
}

/**
 * Whether the hour of the day's digest has come, for an address that was there by then; one that was missed is sent as
 * soon as the hub runs again.
 */
export function isDigestTime(
  now: Date,
  own: OwnHours & { readonly createdAt: Date },
  { digest }: HoursPolicy,
  workingDays: OfficeDays,
): boolean {
  const day = beijingDay(now);
  if (digest.on === 'working-days' && !workingDays.isWorkingDay(day)) return false;
  const moment = momentOf(`${day} ${own.digestAt ?? digest.at}:00` as LocalTime);
  return own.createdAt < moment && moment <= now;
}
