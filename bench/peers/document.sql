select v.document::text
from hub_day d, person n
join member_fact m on m.person_id = n.id
join profile_version v on v.household_id = m.household_id
where n.number_index = $1 and (m.counted or m.home)
  and m.valid_from <= d.day and m.valid_to > d.day and v.valid_from <= d.day and v.valid_to > d.day
order by m.counted desc, m.home desc limit 1
