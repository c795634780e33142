import type { Day } from '../../../kernel/day.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { type Pack, parameterValuesOn } from '../../discovery/index.ts';
import { withinDivisions } from '../../household/index.ts';
import type { Roster } from './roster.ts';
import { type StaffedPlace, type StaffingMinimum, staffingOf } from './staffing.ts';

export interface Staffing {
  /** The places within the divisions in which families live or a post stands, on a day. */
  on(day: Day, divisions: readonly string[]): Promise<readonly StaffedPlace[]>;
}

/** A place without a post has none in the roster: families tell that it is there. */
const INHABITED = `SELECT DISTINCT place FROM household_fact a
  CROSS JOIN LATERAL (VALUES (a.street_code), (a.committee_code)) AS p (place)
  WHERE a.valid_from <= $2::date AND a.valid_to > $2::date AND p.place IS NOT NULL AND ${withinDivisions('a', '$1')}`;

function minimumOn({ parameters }: Pick<Pack, 'parameters'>, day: Day): StaffingMinimum {
  const values = parameterValuesOn(parameters, day);
  const count = (id: string): number | undefined => {
    const value = values.get(id);
    return value === undefined ? undefined : Number(value);
  };
  return { DISTRICT: count('STAFF_DISTRICT'), STREET: count('STAFF_STREET'), COMMITTEE: count('STAFF_COMMITTEE') };
}

export function createStaffing(parts: {
  readonly db: Queryable;
  readonly roster: Roster;
  readonly pack: Pick<Pack, 'parameters'>;
}): Staffing {
  const { db, roster, pack } = parts;
  return {
    async on(day, divisions) {
      const inhabited = await db.query<{ place: string }>(INHABITED, [divisions, day]);
      const posted = roster.divisions.map((place) => ({ place }));
      const reached = [...inhabited, ...posted, { place: roster.top }]
        .map(({ place }) => place)
        .filter((place) => divisions.some((own) => place.startsWith(own)));
      return staffingOf(reached, roster.on(day), minimumOn(pack, day));
    },
  };
}
