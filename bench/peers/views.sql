-- What the peers serve: the hub's own tables, joined so that every record hangs on its person. Neither policy nor log;
-- sealed columns are served as they lie. The peers are given the blind index of a number, so they need not make it.
drop schema if exists peer cascade;
create schema peer;

create view peer.person as
select p.id, p.number_index, m.sex, m.birth_date, m.died_on, r.name, r.resident_id, r.phone,
  extract(year from age(d.day, m.birth_date))::int as age,
  (select min(data_as_of) from feed where record_type like 'CA%') as civil_affairs_as_of,
  (select min(data_as_of) from feed where record_type like 'HI%') as health_insurance_as_of,
  (select min(data_as_of) from feed where record_type like 'ED%') as education_as_of,
  (select min(data_as_of) from feed where record_type like 'HR%') as human_resources_as_of,
  (select min(data_as_of) from feed where record_type like 'DF%') as disability_as_of
from person p cross join hub_day d
left join lateral (
  select sex, birth_date, died_on from member_fact where person_id = p.id and valid_from <= d.day and valid_to > d.day limit 1
) m on true
left join lateral (
  select name, resident_id, phone from link l join record_ca05 r on r.subject_id = l.subject_id where l.person_id = p.id limit 1
) r on true;
comment on view peer.person is E'@primaryKey id\n@unique number_index';

create view peer.household as
select h.household_id as id, h.kind, h.number, h.street_code, h.committee_code, d.day as as_of, h.annual_income_fen,
  case when h.class_until is null or h.class_until >= d.day then h.class_code end as registered_class,
  coalesce(
    (select address from record_ca01 where assistance_household_no = h.number limit 1),
    (select address from record_ca05 where roll_household_no = h.number limit 1)) as address,
  (select coalesce(sum(s.psn_part_amt), 0)::bigint from member_fact m
    join link l on l.person_id = m.person_id join record_hi02 s on s.subject_id = l.subject_id
    where m.household_id = h.household_id and m.valid_from = h.valid_from and m.counted
      and s.setl_time > d.day - interval '12 months') as out_of_pocket_fen
from household_fact h join hub_day d on h.valid_from <= d.day and h.valid_to > d.day;
comment on view peer.household is E'@primaryKey id';

create view peer.membership as
select m.household_id, m.person_id, m.relationship from member_fact m
join hub_day d on m.valid_from <= d.day and m.valid_to > d.day
where m.counted and (m.died_on is null or m.died_on > d.day);
comment on view peer.membership is E'@foreignKey (household_id) references peer.household (id)|@fieldName household|@foreignFieldName members\n@foreignKey (person_id) references peer.person (id)|@fieldName person|@foreignFieldName memberships';

create view peer.payment as
select r.source_key as id, l.person_id, programme, month, amount, paid_on
from link l join record_ca03 r on r.subject_id = l.subject_id cross join hub_day d
where month > to_char(d.day - interval '6 months', 'YYYY-MM');
create view peer.enrolment as
select r.source_key as id, l.person_id, insutype, year, status from link l join record_hi01 r on r.subject_id = l.subject_id;
create view peer.settlement as
select r.source_key as id, l.person_id, setl_id, med_type, setl_time, medfee_sumamt, fund_pay_sumamt, psn_part_amt, refd_setl_flag
from link l join record_hi02 r on r.subject_id = l.subject_id cross join hub_day d where setl_time > d.day - interval '12 months';
create view peer.chronic as
select r.source_key as id, l.person_id, opsp_dise_cod, opsp_dise_name, begndate, enddate
from link l join record_hi03 r on r.subject_id = l.subject_id;
create view peer.schooling as
select r.source_key as id, l.person_id, school, stage, grade, status, home_taught
from link l join record_ed01 r on r.subject_id = l.subject_id;
create view peer.hardship as
select r.source_key as id, l.person_id, school_year, hardship_level from link l join record_ed02 r on r.subject_id = l.subject_id;
create view peer.aid as
select r.source_key as id, l.person_id, term, aid_item, amount, paid_on from link l join record_ed03 r on r.subject_id = l.subject_id;
create view peer.contribution as
select r.source_key as id, l.person_id, aae002 as month, employer, aae180 as base, status
from link l join record_hr01 r on r.subject_id = l.subject_id cross join hub_day d
where aae002 > to_char(d.day - interval '24 months', 'YYYYMM');
create view peer.unemployment as
select r.source_key as id, l.person_id, registered_on, benefit_from, benefit_to, status, hard_to_employ
from link l join record_hr02 r on r.subject_id = l.subject_id;
create view peer.pension as
select r.source_key as id, l.person_id, kind, monthly_amount, status from link l join record_hr03 r on r.subject_id = l.subject_id;
create view peer.certificate as
select r.source_key as id, l.person_id, category, level, issued_on, expires_on, status
from link l join record_df01 r on r.subject_id = l.subject_id;
create view peer.service as
select r.source_key as id, l.person_id, item, served_on, amount from link l join record_df02 r on r.subject_id = l.subject_id;

-- A block, since one statement names the foreign key of every list of records.
do $$ declare name text; begin
  foreach name in array array['payment', 'enrolment', 'settlement', 'chronic', 'schooling', 'hardship', 'aid',
    'contribution', 'unemployment', 'pension', 'certificate', 'service'] loop
    execute format('comment on view peer.%I is %L', name,
      E'@primaryKey id\n@foreignKey (person_id) references peer.person (id)|@fieldName person');
  end loop;
end $$;
