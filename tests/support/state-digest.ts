/** What a hub holds, without what may differ between two ways to the same state: row ids, batch ids, times. */
import { createHash } from 'node:crypto';
import { RECORD_TYPES } from '../../src/kernel/agency.ts';
import type { Database } from '../../src/platform/database/database.ts';

const DOCUMENT = `regexp_replace(regexp_replace(v.document::text, '"batch":[0-9]+', '', 'g'), '"id":[0-9]+', '', 'g')`;

function recordsOf(type: string): string {
  return `select to_jsonb(r) - 'subject_id' - 'batch_id' || jsonb_build_object('subject', s.key) as line
    from record_${type.toLowerCase()} r left join subject s on s.id = r.subject_id`;
}

const QUERIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(RECORD_TYPES.map((type) => [type, recordsOf(type)])),
  links: `select jsonb_build_array(s.key, p.anchor, l.method) as line
    from link l join subject s on s.id = l.subject_id join person p on p.id = l.person_id`,
  reviews: `select jsonb_build_array(record_type, source_key, reason, state) as line from identity_review`,
  quarantine: `select jsonb_build_array(file, row, source_key, raw, reasons, state) as line from quarantined_row`,
  findings: `select jsonb_build_array(record_type, source_key, "column", code) as line from finding`,
  profiles: `select jsonb_build_array(h.anchor, v.valid_from, v.valid_to, md5(${DOCUMENT}), length(v.document::text) > 0) as line
    from profile_version v join household h on h.id = v.household_id`,
  facts: `select jsonb_build_array(h.anchor, p.anchor, to_jsonb(m) - 'household_id' - 'person_id' - 'part_hash') as line
    from member_fact m join household h on h.id = m.household_id join person p on p.id = m.person_id`,
  results: `select jsonb_build_array(h.anchor, r.rule_id, r.result, r.severity, (
      select jsonb_agg(p.anchor order by p.anchor) from person p where p.id = any(r.members))) as line
    from rule_result r join household h on h.id = r.household_id`,
  alerts: `select jsonb_build_array(h.anchor, a.state, a.severity, (
      select jsonb_agg(t.rule_id order by t.rule_id) from alert_hit t where t.alert_id = a.id and t.ended_on is null)) as line
    from alert a join household h on h.id = a.household_id`,
  marks: `select jsonb_build_array('subject', count(*)) as line from subject_mark union all
    select jsonb_build_array('anchor', count(*)) from anchor_mark union all
    select jsonb_build_array('household', count(*)) from household_mark union all
    select jsonb_build_array('judgement', count(*)) from judgement_mark`,
};

/** One digest per part of the state, so that a difference names its part. */
export async function stateDigest(db: Database): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const [part, query] of Object.entries(QUERIES)) {
    const rows = await db.query<{ line: unknown }>(`select q.line::text as line from (${query}) q order by 1`);
    const lines = rows.map(({ line }) => String(line)).join('\n');
    digests[part] = `${rows.length} ${createHash('sha256').update(lines).digest('hex').slice(0, 16)}`;
  }
  return digests;
}
