/** The roster: who is on duty where on a day. Dated posts with stand-ins, the place above where there is none. */
import type { Day } from '../../../kernel/day.ts';

/** 街镇救助骨干、社区干部、救助专业社工 (S3 三(一)), and the district above them. */
export const POST_ROLES = ['DISTRICT_OFFICER', 'STREET_OFFICER', 'COMMUNITY_CADRE', 'SOCIAL_WORKER'] as const;
export type PostRole = (typeof POST_ROLES)[number];

/** A stretch of days without the holder; both days included. */
export interface Absence {
  readonly from: Day;
  readonly to: Day;
  readonly standIn: string | null;
}

export interface Post {
  /** Division code: district (6 digits), street (9) or committee (12). */
  readonly division: string;
  readonly role: PostRole;
  readonly holder: string;
  readonly from: Day;
  /** The first day no longer held; null: open. */
  readonly to: Day | null;
  readonly absences: readonly Absence[];
}

/** A post as it is filled on a day. */
export interface Duty {
  readonly division: string;
  readonly role: PostRole;
  readonly onDuty: string;
  /** The holder someone stands in for; null: the holder is there. */
  readonly standsInFor: string | null;
}

export interface Roster {
  /** Every post that is filled on the day, in the order of the file. */
  on(day: Day): readonly Duty[];
  /** The first filled post of each division: who is told. The top is always among them. */
  recipientsOn(day: Day): ReadonlyMap<string, string>;
  /** The places that have posts, filled or not. */
  readonly divisions: readonly string[];
  /** The division above all others, whose post answers where no other does. */
  readonly top: string;
}

function dutyOf(post: Post, day: Day): Duty | null {
  const { division, role, holder, from, to } = post;
  if (day < from || (to !== null && day >= to)) return null;
  const absence = post.absences.find((away) => away.from <= day && day <= away.to);
  if (absence === undefined) return { division, role, onDuty: holder, standsInFor: null };
  return absence.standIn === null ? null : { division, role, onDuty: absence.standIn, standsInFor: holder };
}

/** A roster whose top answers for everything: no alert is anybody's. */
export function createRoster(posts: readonly Post[], top: string): Roster {
  const on = (day: Day): readonly Duty[] =>
    posts.flatMap((post) => dutyOf(post, day) ?? []).sort((a, b) => a.division.length - b.division.length);
  const fallback = posts.find(({ division }) => division === top)?.holder ?? top;
  return {
    top,
    divisions: [...new Set(posts.map(({ division }) => division))],
    on,
    recipientsOn(day) {
      const recipients = new Map<string, string>();
      for (const { division, onDuty } of on(day)) if (!recipients.has(division)) recipients.set(division, onDuty);
      if (!recipients.has(top)) recipients.set(top, fallback);
      return recipients;
    },
  };
}
