select json_build_object(
  'id', h.id, 'kind', h.kind, 'number', h.number, 'streetCode', h.street_code, 'committeeCode', h.committee_code,
  'address', h.address, 'asOf', h.as_of, 'registeredClass', h.registered_class,
  'annualIncome', h.annual_income_fen, 'outOfPocket12Months', h.out_of_pocket_fen,
  'members', (select json_agg(json_build_object('relationshipToHead', m.relationship, 'person', json_build_object(
      'id', p.id, 'name', p.name, 'residentId', p.resident_id, 'sex', p.sex, 'birthDate', p.birth_date, 'age', p.age,
      'phone', p.phone, 'diedOn', p.died_on,
      'civilAffairs', json_build_object('asOf', p.civil_affairs_as_of,
        'payments', (select coalesce(json_agg(x), '[]') from (select programme, month, amount, paid_on as "paidOn" from peer.payment where person_id = p.id) x)),
      'healthInsurance', json_build_object('asOf', p.health_insurance_as_of,
        'enrolments', (select coalesce(json_agg(x), '[]') from (select insutype as "insuranceType", year, status from peer.enrolment where person_id = p.id) x),
        'settlements', (select coalesce(json_agg(x), '[]') from (select setl_id as "settlementId", med_type as type, setl_time as "settledAt", medfee_sumamt as total, fund_pay_sumamt as "fundPaid", psn_part_amt as "selfPaid", refd_setl_flag as refund from peer.settlement where person_id = p.id) x),
        'chronicRegistrations', (select coalesce(json_agg(x), '[]') from (select opsp_dise_cod as "diseaseCode", opsp_dise_name as "diseaseName", begndate as "beganOn", enddate as "endedOn" from peer.chronic where person_id = p.id) x)),
      'education', json_build_object('asOf', p.education_as_of,
        'enrolments', (select coalesce(json_agg(x), '[]') from (select school, stage, grade, status, home_taught as "homeTaught" from peer.schooling where person_id = p.id) x),
        'hardship', (select coalesce(json_agg(x), '[]') from (select school_year as "schoolYear", hardship_level as level from peer.hardship where person_id = p.id) x),
        'aid', (select coalesce(json_agg(x), '[]') from (select term, aid_item as item, amount, paid_on as "paidOn" from peer.aid where person_id = p.id) x)),
      'humanResources', json_build_object('asOf', p.human_resources_as_of,
        'contributions', (select coalesce(json_agg(x), '[]') from (select month, employer, base, status from peer.contribution where person_id = p.id) x),
        'unemployment', (select coalesce(json_agg(x), '[]') from (select registered_on as "registeredOn", benefit_from as "benefitFrom", benefit_to as "benefitTo", status, hard_to_employ as "hardToEmploy" from peer.unemployment where person_id = p.id) x),
        'pensions', (select coalesce(json_agg(x), '[]') from (select kind, monthly_amount as "monthlyAmount", status from peer.pension where person_id = p.id) x)),
      'disability', json_build_object('asOf', p.disability_as_of,
        'certificate', (select coalesce(json_agg(x), '[]') from (select category, level, issued_on as "issuedOn", expires_on as "expiresOn", status from peer.certificate where person_id = p.id) x),
        'services', (select coalesce(json_agg(x), '[]') from (select item, served_on as "servedOn", amount from peer.service where person_id = p.id) x)))))
    from peer.membership m join peer.person p on p.id = m.person_id where m.household_id = h.id))::text
from person n join peer.membership own on own.person_id = n.id join peer.household h on h.id = own.household_id
where n.number_index = $1
