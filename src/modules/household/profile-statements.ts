/** The statements that read profiles: within rows, on the hub's day or on a past one, many askers at once or one. */
import type { Day } from '../../kernel/day.ts';

export interface ProfileRow {
  readonly id: number;
  readonly version: number;
  /** JSON. */
  readonly document: string;
  readonly identities: string;
}

/** A row of {@link ON_HUB_DAY} and {@link GATHERED}; without a profile where there is none, or outside the scope. */
export interface HubDayRow extends ProfileRow {
  readonly day: Day;
  /** The newest day of each feed's data, as JSON; it stands in the first row. */
  readonly feeds: string | null;
}

/** The street a household lies in, for the version `v` in force on the hub's day. */
const HERE = 'household_fact h on h.household_id = v.household_id and h.valid_from = v.valid_from';

/**
 * The same for past days: where the household lies now, or lay last. Its file goes with it; whoever it has left reads it no
 * longer, not the days it was theirs either.
 */
const WHERE_IT_IS_NOW = `lateral (select n.household_id, n.street_code from household_fact n
  where n.household_id = v.household_id order by n.valid_from desc limit 1) h on true`;

/** What a search is given, each as it stands in the statement. */
interface Given {
  readonly day: string;
  readonly place: string;
  /** Patterns and single households of the scope. */
  readonly patterns: string;
  readonly households: string;
  readonly wanted: string;
}

const ONE_ASKER = { patterns: '$1::text[]', households: '$2::bigint[]', wanted: '$3' } as const;
const PAST: Given = { ...ONE_ASKER, day: '$4::date', place: WHERE_IT_IS_NOW };
const TODAY: Given = { ...ONE_ASKER, day: 'd.day', place: HERE };
/** Each asker with a scope of its own. */
const EACH: Given = {
  ...{ day: 'd.day', place: HERE, wanted: 'asked.wanted' },
  ...{
    patterns: "string_to_array(asked.patterns, ',')",
    households: "string_to_array(asked.households, ',')::bigint[]",
  },
};

/** Profiles in force on a day within a scope. */
const inForce = ({ day, place, patterns, households }: Given): string =>
  `select v.household_id as id, v.version, v.document, v.identities
  from profile_version v join ${place}
  where v.valid_from <= ${day} and v.valid_to > ${day}
    and (h.street_code like any(${patterns}) or h.household_id = any(${households}))`;

const byId = (given: Given): string => `${inForce(given)} and v.household_id = ${given.wanted}::bigint`;
const byIds = (given: Given): string => `${inForce(given)} and v.household_id = any(${given.wanted}::bigint[])`;

/** The household that counts the person comes before one that only lists them. */
const byNumber = (given: Given): string => `select x.* from person n
  join member_fact m on m.person_id = n.id and m.valid_from <= ${given.day} and m.valid_to > ${given.day}
  join lateral (${inForce(given)} and v.household_id = m.household_id) x on true
  where n.number_index = ${given.wanted} and (m.counted or m.home) order by m.counted desc, m.home desc, x.id limit 1`;

const FEEDS = `(select json_object_agg(f.record_type, f.data_as_of order by f.record_type)::text
  from feed f where f.data_as_of is not null)`;

/** Of `x`: the driver would read what is JSON. */
const PROFILE = 'x.id, x.version, x.document::text as document, x.identities';

/** Day, feeds and profiles in one statement: a profile of the hub's own day is one read. */
export const ON_HUB_DAY = `select d.day, ${PROFILE}, ${FEEDS} as feeds
  from hub_day d left join lateral (${byIds(TODAY)}) x on true`;

/** One row per asker, in their order; `$1` patterns and `$2` households of each, joined by commas, and `$3` what is wanted. */
const gathered = (search: (given: Given) => string): string =>
  `select d.day, ${PROFILE}, case asked.place when 1 then ${FEEDS} end as feeds
  from hub_day d
  cross join unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(patterns, households, wanted, place)
  left join lateral (${search(EACH)}) x on true order by asked.place`;

export const GATHERED = { byId: gathered(byId), byNumber: gathered(byNumber) } as const;

/** As text, for COPY, which takes no parameters; patterns and ids are digits and a percent sign. */
export function manyOnHubDay(lists: readonly (readonly (string | number)[])[]): string {
  const [patterns = '', households = '', wanted = ''] = lists.map((list) => `'{${list.join(',')}}'`);
  const given = { ...TODAY, patterns: `${patterns}::text[]`, households: `${households}::bigint[]`, wanted };
  return `select x.* from hub_day d cross join lateral (${byIds(given)}) x`;
}

const onPastDay = (search: (given: Given) => string): string => `select ${PROFILE} from (${search(PAST)}) x`;

export const ON_PAST_DAY = { byId: onPastDay(byId), byIds: onPastDay(byIds), byNumber: onPastDay(byNumber) } as const;
