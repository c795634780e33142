/**
 * The linking rules as set-based statements over the agencies' current records. They run in one transaction on
 * temporary tables, touch only subjects whose word could have changed, and are written so that the outcome depends
 * on what is held now and on people's decisions, never on the order in which it came.
 *
 *   touched      subjects whose records changed
 *   place        households whose own rows changed
 *   reconsidered subjects whose match could have changed, with their keys
 *   wanted       what each subject should be linked to: a person, a method, evidence; or a doubt
 */

/** Takes the marks; what is marked later waits for the next run. */
export const TAKE_MARKS = [
  `create temp table touched (subject_id bigint primary key) on commit drop`,
  `create temp table place (anchor text primary key) on commit drop`,
  `with taken as (delete from subject_mark returning subject_id)
   insert into touched select distinct subject_id from taken`,
  `with taken as (delete from anchor_mark returning anchor)
   insert into place select distinct anchor from taken`,
  `analyze touched`,
  `analyze place`,
];

/** Subjects with a number are the persons of that number. */
export const LINK_NUMBERS = [
  `insert into person (anchor, number_index)
   select s.key, substr(s.key, 4) from touched t join subject s on s.id = t.subject_id
   where s.key like 'id:%' and not exists (select 1 from link l where l.subject_id = s.id)
   order by s.key on conflict do nothing`,
  `insert into link (subject_id, person_id, method, evidence)
   select s.id, p.id, 'NUMBER', '{}' from touched t join subject s on s.id = t.subject_id
   join person p on p.anchor = s.key
   where s.key like 'id:%' and not exists (select 1 from link l where l.subject_id = s.id)`,
];

/**
 * Rows that can be matched by street, name, birth date and sex. A CA02 row stands in its CA01 household's street;
 * an ED01 row in the roll households of its guardian.
 */
const ASSISTANCE_ROWS = `
  select a.source_key, a.subject_id, a.name, a.birth_date, a.sex, h.street_code
  from record_ca02 a join record_ca01 h on h.assistance_household_no = a.assistance_household_no and h.ended_on is null
  where a.ended_on is null`;

/** Subjects whose match could have changed; `probe` holds names and birth dates that changed rows carry. */
export const RECONSIDER = [
  `create temp table probe on commit drop as
   select r.name, r.birth_date from record_ca05 r join touched t using (subject_id) where r.birth_date is not null
   union select r.name, r.birth_date from record_ca02 r join touched t using (subject_id) where r.birth_date is not null
   union select r.name, r.birth_date from record_ed01 r join touched t using (subject_id) where r.birth_date is not null
   union select r.name, r.birth_date from touched t join subject s on s.id = t.subject_id and s.key like 'id:%'
     join record_ed01 r on r.guardian_resident_id = substr(s.key, 4) where r.birth_date is not null
   union select r.name, r.birth_date from place p
     join record_ca02 r on r.assistance_household_no = substr(p.anchor, 6)
     where p.anchor like 'CA01:%' and r.birth_date is not null`,
  `create temp table reconsidered on commit drop as
   with touched_people as (select l.person_id from touched t join link l using (subject_id)),
   numbers as (select substr(s.key, 4) as number from touched t join subject s on s.id = t.subject_id where s.key like 'id:%'),
   direct as (
     select t.subject_id from touched t join subject s on s.id = t.subject_id where s.key not like 'id:%'
     union
     select s.id from (
       select r.psn_no from touched join record_hi01 r using (subject_id)
       union select r.psn_no from touched join record_hi02 r using (subject_id)
       union select r.psn_no from touched join record_hi03 r using (subject_id)) h
       join subject s on s.key = 'psn:' || h.psn_no
     union
     select s.id from touched t join record_ed01 e using (subject_id) join subject s on s.key = 'stu:' || e.student_no
     union
     select l.subject_id from link l join touched_people using (person_id)
       join subject s on s.id = l.subject_id where s.key not like 'id:%'
     union
     select r.subject_id from identity_review r where r.state = 'OPEN'
       and exists (select 1 from touched_people tp where tp.person_id = any (r.candidates))
     union
     select e.subject_id from numbers n join record_ed01 e on e.guardian_resident_id = n.number
       join subject s on s.id = e.subject_id where s.key not like 'id:%' and e.ended_on is null),
   names as (
     select name, birth_date from probe
     union select r.name, r.birth_date from record_ca05 r join direct using (subject_id) where r.birth_date is not null
     union select r.name, r.birth_date from record_ca02 r join direct using (subject_id) where r.birth_date is not null)
   select r.subject_id, s.key from (
   select subject_id from direct
   union select r.subject_id from names join record_ca05 r using (name, birth_date)
     join subject s on s.id = r.subject_id where s.key not like 'id:%' and r.ended_on is null
   union select r.subject_id from names join record_ca02 r using (name, birth_date)
     join subject s on s.id = r.subject_id where s.key not like 'id:%' and r.ended_on is null
   union select r.subject_id from names join record_ed01 r using (name, birth_date)
     join subject s on s.id = r.subject_id where s.key not like 'id:%' and r.ended_on is null) r
   join subject s on s.id = r.subject_id`,
  `create unique index on reconsidered (subject_id)`,
  `analyze reconsidered`,
  `create temp table wanted (
     subject_id bigint primary key, person_id bigint, method text not null, evidence jsonb not null,
     candidates bigint[] not null default '{}', doubt text, record_type text, source_key text) on commit drop`,
];

/** One candidate is a match, more are a doubt for a person to decide; a refused pair is not made again. */
const fromCandidates = (method: string, recordType: string): string => `
  insert into wanted (subject_id, person_id, method, evidence, candidates, doubt, record_type, source_key)
  select c.subject_id,
         case when c.rows_found = 1 and not c.refused then c.people[1] end,
         case when c.rows_found = 1 and not c.refused then '${method}' else 'ALONE' end,
         jsonb_build_object('rows', c.found),
         case when c.rows_found > 1 then c.people else '{}' end,
         case when c.rows_found > 1 then 'SEVERAL_CANDIDATES' end,
         ${recordType}, c.source_key
  from counted c on conflict do nothing`;

/** Whether a person said that this subject is not that person. */
const REFUSED = `left join link_decision d
    on d.subject_id = n.subject_id and d.person_id = n.person_id and d.verdict = 'NOT_SAME'`;

/** Rows of the health agency, looked up one subject at a time. */
const HEALTH_ROWS = (condition: string): string => `lateral (
    select subject_id, 'HI01' as type, source_key from record_hi01 where ${condition} and ended_on is null
    union all select subject_id, 'HI02', source_key from record_hi02 where ${condition} and ended_on is null
    union all select subject_id, 'HI03', source_key from record_hi03 where ${condition} and ended_on is null) r`;

/** Rows of the education agency that carry its own number, looked up one subject at a time. */
const SCHOOL_ROWS = `lateral (
    select 'ED01' as type, source_key from record_ed01 where subject_id = c.subject_id
    union all select 'ED02', source_key from record_ed02 where subject_id = c.subject_id
    union all select 'ED03', source_key from record_ed03 where subject_id = c.subject_id) r`;

/** The person of the number that other rows under the same number of the agency carry; several numbers are a doubt. */
function matchAgencyNumber(prefix: 'psn' | 'stu', own: string, numbered: string): string {
  return `
  with named as (
    select c.subject_id, l.person_id, min(r.type || ':' || r.source_key) as found
    from reconsidered c cross join ${numbered} join subject n on n.id = r.subject_id and n.key like 'id:%'
    join link l on l.subject_id = n.id where c.key like '${prefix}:%' group by c.subject_id, l.person_id),
  own as (
    select c.subject_id, min(r.type) as record_type, min(r.source_key) as source_key
    from reconsidered c cross join ${own} where c.key like '${prefix}:%' group by c.subject_id),
  counted as (
    select n.subject_id, array_agg(n.person_id order by n.person_id) as people, count(*) as rows_found,
           jsonb_agg(n.found order by n.found) as found, bool_or(d.id is not null) as refused,
           min(o.record_type) as record_type, min(o.source_key) as source_key
    from named n join own o using (subject_id)
    ${REFUSED}
    group by n.subject_id)
  ${fromCandidates('AGENCY_NUMBER', 'c.record_type')}`;
}

/** Health rows without a number: the person of the number that other rows of the same 人员编号 carry. */
export const MATCH_HEALTH_NUMBERS = matchAgencyNumber(
  'psn',
  HEALTH_ROWS('subject_id = c.subject_id'),
  HEALTH_ROWS('psn_no = substr(c.key, 5)'),
);

/** School rows without a number: the person of the number that another row of the same 学籍号 carries. */
export const MATCH_SCHOOL_NUMBERS = matchAgencyNumber(
  'stu',
  SCHOOL_ROWS,
  `lateral (select subject_id, 'ED01' as type, source_key from record_ed01
    where student_no = substr(c.key, 5) and ended_on is null) r`,
);

/** Roll rows without a number that share street, name, birth date and sex with another roll row stay alone. */
export const KEEP_ROLL_TWINS_APART = `
  insert into wanted (subject_id, method, evidence, candidates, doubt, record_type, source_key)
  select r.subject_id, 'ALONE', jsonb_build_object('rows', jsonb_agg('CA05:' || o.source_key order by o.source_key)),
         coalesce(array_agg(distinct l.person_id) filter (where l.person_id is not null), '{}'), 'SAME_ON_ROLL', 'CA05', r.source_key
  from reconsidered c join record_ca05 r using (subject_id)
  join record_ca05 o on o.name = r.name and o.birth_date = r.birth_date and o.sex = r.sex
    and o.street_code = r.street_code and o.source_key <> r.source_key and o.ended_on is null
  left join link l on l.subject_id = o.subject_id
  where c.key like 'rec:CA05:%' and r.ended_on is null group by r.subject_id, r.source_key on conflict do nothing`;

/**
 * A roll row without a number: the person of such a CA02 row of its street or such an ED01 row of its household,
 * where both rows carry a number and speak of one person who has no roll row yet.
 */
export const MATCH_ROLL = `
  with mine as (
    select r.subject_id, r.source_key, r.name, r.birth_date, r.sex, r.street_code, r.roll_household_no
    from reconsidered c join record_ca05 r using (subject_id)
    where c.key like 'rec:CA05:%' and r.ended_on is null and not exists (select 1 from wanted w where w.subject_id = r.subject_id)),
  found as (
    select m.subject_id, m.source_key, l.person_id, 'CA02:' || a.source_key as found
    from mine m join (${ASSISTANCE_ROWS}) a using (name, birth_date, sex, street_code)
    join subject s on s.id = a.subject_id and s.key like 'id:%' join link l on l.subject_id = a.subject_id
    union
    select m.subject_id, m.source_key, l.person_id, 'ED01:' || e.source_key
    from mine m join record_ed01 e on e.name = m.name and e.birth_date = m.birth_date and e.sex = m.sex and e.ended_on is null
    join subject s on s.id = e.subject_id and s.key like 'id:%' join link l on l.subject_id = e.subject_id
    join subject gs on gs.key = 'id:' || e.guardian_resident_id join link gl on gl.subject_id = gs.id
    where exists (select 1 from link gl2 join record_ca05 g on g.subject_id = gl2.subject_id and g.ended_on is null
                  where gl2.person_id = gl.person_id and g.roll_household_no = m.roll_household_no)),
  taken as (
    select f.subject_id, f.person_id,
      exists (select 1 from link l join record_ca05 r on r.subject_id = l.subject_id and r.ended_on is null
              where l.person_id = f.person_id and l.subject_id <> f.subject_id
                and not exists (select 1 from reconsidered c where c.subject_id = l.subject_id and c.key not like 'id:%'))
      or exists (select 1 from found o where o.person_id = f.person_id and o.subject_id <> f.subject_id) as taken
    from found f),
  counted as (
    select n.subject_id, n.source_key, array_agg(distinct n.person_id) as people,
           count(distinct n.person_id) as rows_found, jsonb_agg(distinct n.found) as found,
           bool_or(t.taken) as taken, bool_or(d.id is not null) as refused
    from found n join taken t on t.subject_id = n.subject_id and t.person_id = n.person_id
    ${REFUSED}
    group by n.subject_id, n.source_key)
  insert into wanted (subject_id, person_id, method, evidence, candidates, doubt, record_type, source_key)
  select subject_id, case when rows_found = 1 and not taken and not refused then people[1] end,
    case when rows_found = 1 and not taken and not refused then 'ROLL_MATCH' else 'ALONE' end,
    jsonb_build_object('rows', found),
    case when rows_found > 1 or (taken and not refused) then people else '{}' end,
    case when rows_found > 1 then 'SEVERAL_CANDIDATES' when taken and not refused then 'TAKEN' end, 'CA05', source_key
  from counted on conflict do nothing`;

/** Persons of their own for what found nobody: needed before other rows can match them. */
export function standAlone(kind: 'rec:CA05:' | 'any'): readonly string[] {
  const only = kind === 'any' ? "c.key not like 'id:%'" : `c.key like '${kind}%'`;
  return [
    `insert into wanted (subject_id, method, evidence)
     select c.subject_id, 'ALONE', '{}' from reconsidered c
     where ${only} on conflict do nothing`,
    `update wanted w set person_id = d.person_id, method = 'DECISION', doubt = null, candidates = '{}',
       evidence = jsonb_build_object('decision', d.id)
     from link_decision d where d.subject_id = w.subject_id and d.verdict = 'SAME' and w.method <> 'DECISION'`,
    `insert into person (anchor) select s.key from wanted w join subject s on s.id = w.subject_id
     where w.person_id is null order by s.key on conflict do nothing`,
    `update wanted w set person_id = p.id from subject s join person p on p.anchor = s.key
     where s.id = w.subject_id and w.person_id is null`,
  ];
}

/** How many roll rows say the same, and whose they are. */
const COUNTED_BY_ROLL_ROW = `counted as (
    select n.subject_id, min(n.source_key) as source_key, array_agg(distinct n.person_id) as people,
           count(distinct n.roll_key) as rows_found, jsonb_agg(distinct 'CA05:' || n.roll_key) as found,
           bool_or(d.id is not null) as refused
    from found n ${REFUSED}
    group by n.subject_id)`;

/** An assistance row without a number: the person of the only roll row of its street that says the same. */
export const MATCH_ASSISTANCE = `
  with found as (
    select a.subject_id, a.source_key, r.source_key as roll_key, coalesce(w.person_id, l.person_id) as person_id
    from reconsidered c join (${ASSISTANCE_ROWS}) a using (subject_id)
    join record_ca05 r on c.key like 'rec:CA02:%' and r.name = a.name and r.birth_date = a.birth_date and r.sex = a.sex
      and r.street_code = a.street_code and r.ended_on is null
    left join link l on l.subject_id = r.subject_id left join wanted w on w.subject_id = r.subject_id),
  ${COUNTED_BY_ROLL_ROW}
  ${fromCandidates('ASSISTANCE_MATCH', "'CA02'")}`;

/** A school row without a number: the person of the only roll row of its guardian's household that says the same. */
export const MATCH_GUARDIAN = `
  with found as (
    select e.subject_id, e.source_key, r.source_key as roll_key, coalesce(w.person_id, l.person_id) as person_id
    from reconsidered c join record_ed01 e on e.subject_id = c.subject_id and c.key like 'stu:%'
    join subject gs on gs.key = 'id:' || e.guardian_resident_id join link gl on gl.subject_id = gs.id
    join lateral (
      select g.roll_household_no from (
        select x.subject_id from link x where x.person_id = gl.person_id and not exists (
          select 1 from wanted xw where xw.subject_id = x.subject_id and xw.person_id <> gl.person_id)
        union
        select xw.subject_id from wanted xw join link x on x.subject_id = xw.subject_id
        where xw.person_id = gl.person_id) x
      join record_ca05 g on g.subject_id = x.subject_id and g.ended_on is null) g on true
    join record_ca05 r on r.roll_household_no = g.roll_household_no and r.name = e.name
      and r.birth_date = e.birth_date and r.sex = e.sex and r.ended_on is null
    left join link l on l.subject_id = r.subject_id left join wanted w on w.subject_id = r.subject_id
    where e.ended_on is null and not exists (select 1 from wanted w0 where w0.subject_id = e.subject_id)),
  ${COUNTED_BY_ROLL_ROW}
  ${fromCandidates('GUARDIAN_MATCH', "'ED01'")}`;

/**
 * A school row without number whose guardian does not lead to a roll household: never matched, but where several roll
 * rows say the same, a person is asked.
 */
export const ASK_ABOUT_SCHOOL_NAMESAKES = `
  insert into wanted (subject_id, method, evidence, candidates, doubt, record_type, source_key)
  select e.subject_id, 'ALONE', jsonb_build_object('rows', jsonb_agg(distinct 'CA05:' || r.source_key)),
         array_agg(distinct coalesce(w.person_id, l.person_id)), 'SEVERAL_CANDIDATES', 'ED01', min(e.source_key)
  from reconsidered c join record_ed01 e on e.subject_id = c.subject_id and c.key like 'stu:%'
  join record_ca05 r on r.name = e.name and r.birth_date = e.birth_date and r.sex = e.sex and r.ended_on is null
  left join link l on l.subject_id = r.subject_id left join wanted w on w.subject_id = r.subject_id
  where e.ended_on is null and not exists (select 1 from wanted w0 where w0.subject_id = e.subject_id)
  group by e.subject_id having count(distinct r.source_key) > 1 on conflict do nothing`;

/** Makes the links as wanted and gathers whose profile that changes. */
export const APPLY_LINKS = [
  `create temp table affected on commit drop as
   select l.person_id from touched t join link l using (subject_id)
   union select l.person_id from wanted w join link l using (subject_id) where l.person_id <> w.person_id
   union select w.person_id from wanted w left join link l using (subject_id) where l.person_id is distinct from w.person_id`,
  `insert into link (subject_id, person_id, method, evidence)
   select subject_id, person_id, method, evidence from wanted
   on conflict (subject_id) do update
   set person_id = excluded.person_id, method = excluded.method, evidence = excluded.evidence, linked_at = now()
   where (link.person_id, link.method) is distinct from (excluded.person_id, excluded.method)`,
];

/** Doubts become reviews; reviews whose doubt is gone are closed; a decided one opens again only for new candidates. */
export const UPDATE_REVIEWS = [
  `insert into identity_review (subject_id, record_type, source_key, candidates, reason)
   select subject_id, record_type, source_key, candidates, doubt from wanted where doubt is not null
   on conflict (subject_id) do update
   set candidates = excluded.candidates, reason = excluded.reason, state = 'OPEN', closed_at = null
   where identity_review.state <> 'DECIDED' or not (identity_review.candidates @> excluded.candidates)`,
  `update identity_review r set state = 'OBSOLETE', closed_at = now() from reconsidered c
   where r.state = 'OPEN' and r.subject_id = c.subject_id
     and not exists (select 1 from wanted w where w.subject_id = c.subject_id and w.doubt is not null)`,
];

/** Marks the households to build anew: those touched, and all that list an affected person. */
export const MARK_HOUSEHOLDS = [
  `insert into affected
   select l.person_id from place p join record_ca02 r on r.assistance_household_no = substr(p.anchor, 6)
     join link l using (subject_id) where p.anchor like 'CA01:%' and r.ended_on is null
   union select l.person_id from place p join record_ca05 r on r.roll_household_no = substr(p.anchor, 6)
     join link l using (subject_id) where p.anchor like 'CA05:%' and r.ended_on is null`,
  `analyze affected`,
  `create temp table dwelling on commit drop as
   with people as (select distinct person_id from affected)
   select anchor from place
   union select 'CA01:' || r.assistance_household_no from people join link l using (person_id)
     join record_ca02 r using (subject_id) where r.ended_on is null
   union select 'CA05:' || r.roll_household_no from people join link l using (person_id)
     join record_ca05 r using (subject_id) where r.ended_on is null`,
  `insert into household (anchor, kind, number)
   select d.anchor, case when d.anchor like 'CA01:%' then 'ASSISTANCE' else 'ROLL' end, substr(d.anchor, 6)
   from dwelling d where not exists (select 1 from household h where h.anchor = d.anchor)
   order by d.anchor on conflict do nothing`,
  `insert into household_mark (household_id) select h.id from dwelling d join household h on h.anchor = d.anchor order by h.id`,
];
