/** Tells followers which households and persons a set of new versions changed; runs before the old ones are replaced. */
import { headSql } from '../../platform/crypto/sealed-form.ts';
import { appendSelected, scopeKeys } from '../../platform/outbox/outbox.ts';

const PARTS = (document: string): string => `json_array_elements(${document} -> 'members') AS m(part)`;
/** A name or number that changed behind its mask is seen by the household's sealed block, as a change of each member. */
const who = (version: string): string =>
  `(m.part -> 'person' ->> 'id')::bigint AS person_id, m.part::text || ${headSql(`${version}.identities`)} AS part`;

/** Whether another household still lists the person that left. Those that are written now speak with their new lists. */
const LISTED_ELSEWHERE = `(exists (select 1 from built_member m where m.person_id = x.person_id)
  or exists (select 1 from member_fact m where m.person_id = x.person_id and m.valid_to = 'infinity'
    and not exists (select 1 from moved_version o where o.household_id = m.household_id)))`;

/**
 * A household that is gone is a tombstone, and so is a person whom no household lists any more. A person whose part
 * differs, or who left for another household, is told with the streets of this one.
 */
export const TELL_VERSIONS: readonly string[] = [
  `create temp table moved_version on commit drop as
   select b.household_id, coalesce(c.version, 0) + 1 as version, b.document is null as gone,
     ${scopeKeys('f.street_code')} as scope_before, ${scopeKeys('h.street_code')} as scope_after
   from built_profile b left join current_version c using (household_id)
   left join household_fact f on f.household_id = c.household_id and f.valid_from = c.valid_from
   left join built_household h on h.household_id = b.household_id
   where b.document is not null or c.household_id is not null`,
  appendSelected(`select 'HOUSEHOLD', v.household_id::text, v.household_id, case when gone then 'DELETE' else 'UPSERT' end, null,
     version, scope_before, scope_after from moved_version v order by v.household_id`),
  // Nobody followed a household that is new: all of its persons are told, without reading a document again.
  appendSelected(`select 'PERSON', m.person_id::text, m.household_id, 'UPSERT', null, v.version, v.scope_before, v.scope_after
   from built_member m join moved_version v using (household_id)
   where v.scope_before = '{}' order by m.household_id, m.person_id`),
  appendSelected(`select 'PERSON', x.person_id::text, v.household_id,
     case when x.is_part is null and not ${LISTED_ELSEWHERE} then 'DELETE' else 'UPSERT' end,
     case when x.is_part is null then 'LEFT' when x.was_part is null then 'JOINED' end, v.version,
     case when x.was_part is null then '{}' else v.scope_before end,
     case when x.is_part is null then '{}' else v.scope_after end
   from (select household_id, person_id, w.part as was_part, a.part as is_part
     from (select c.household_id, ${who('p')} from current_version c join profile_version p using (household_id, valid_from)
       cross join ${PARTS('p.document')}) w
     full join (select c.household_id, ${who('b')} from current_version c join built_profile b using (household_id)
       cross join ${PARTS('b.document')}) a using (household_id, person_id)) x
   join moved_version v using (household_id)
   where x.was_part is distinct from x.is_part or v.scope_before <> v.scope_after
   order by v.household_id, x.person_id`),
];
