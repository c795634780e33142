/** Staffing 配备: where advisers are fewer than the texts ask for (SYS-23.02), place by place, on a day. */
import type { Duty } from './roster.ts';

export const STAFFED_LEVELS = ['DISTRICT', 'STREET', 'COMMITTEE'] as const;
export type StaffedLevel = (typeof STAFFED_LEVELS)[number];

/** One place and how many of its posts are filled. */
export interface StaffedPlace {
  readonly division: string;
  readonly level: StaffedLevel;
  readonly required: number;
  /** Filled posts that count here, stand-ins among them. */
  readonly onDuty: number;
  readonly standIns: number;
  readonly shortfall: number;
}

/** How many a place of each level needs; undefined: no text says, so that nothing is said of it. */
export type StaffingMinimum = Readonly<Record<StaffedLevel, number | undefined>>;

/** Who counts: officers of a street, anybody of a committee, social workers of the whole district (S3 四 第一阶段). */
const COUNTS: Readonly<Record<StaffedLevel, (duty: Duty, division: string) => boolean>> = {
  DISTRICT: ({ division, role }, whole) => role === 'SOCIAL_WORKER' && division.startsWith(whole),
  STREET: ({ division, role }, street) => role === 'STREET_OFFICER' && division === street,
  COMMITTEE: ({ division }, committee) => division === committee,
};

const LEVEL_OF: Readonly<Record<number, StaffedLevel>> = { 6: 'DISTRICT', 9: 'STREET', 12: 'COMMITTEE' };

/** Every place for which a minimum is known, those that lack most first. */
export function staffingOf(
  divisions: readonly string[],
  duties: readonly Duty[],
  minimum: StaffingMinimum,
): readonly StaffedPlace[] {
  const places = [...new Set(divisions)].flatMap((division): StaffedPlace[] => {
    const level = LEVEL_OF[division.length];
    const required = level && minimum[level];
    if (level === undefined || required === undefined) return [];
    const filled = duties.filter((duty) => COUNTS[level](duty, division));
    const shortfall = Math.max(0, required - filled.length);
    const standIns = filled.filter(({ standsInFor }) => standsInFor !== null).length;
    return [{ division, level, required, onDuty: filled.length, standIns, shortfall }];
  });
  return places.sort((a, b) => b.shortfall - a.shortfall || (a.division < b.division ? -1 : 1));
}
