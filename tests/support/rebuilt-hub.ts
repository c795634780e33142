/** What a hub derived, beside what follows from its records alone when they are linked, built and judged from nothing. */
import { RECORD_TYPES } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import { IDENTITY_MASKS } from '../../src/modules/access/index.ts';
import { createDiscovery, type Pack } from '../../src/modules/discovery/index.ts';
import { createHouseholdService } from '../../src/modules/household/index.ts';
import { createIdentityResolver } from '../../src/modules/identity/index.ts';
import { readFeedStandings } from '../../src/modules/ingestion/index.ts';
import { remembering } from '../../src/platform/crypto/remembering.ts';
import type { Sealer } from '../../src/platform/crypto/sealer.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** What people and agencies said; everything else follows from it. */
const GIVEN = [
  ...['subject', 'subject_override', 'feed', 'batch', 'hub_day', 'clue', 'sealed_number'],
  ...RECORD_TYPES.map((type) => `record_${type.toLowerCase()}`),
];

const DERIVED = [
  ...['link', 'person', 'identity_review', 'household', 'household_mark', 'profile_version', 'household_fact'],
  ...['member_fact', 'judgement_mark', 'alert_mark', 'rule_result', 'discovery_state', 'outbox'],
];

/**
 * Ids are counted up as households and persons are met, and marks rest on them: the same under another name. A profile
 * keeps the time at which something was first said; said again later, it is the same.
 */
const DOCUMENT = `regexp_replace(v.document::text, '"id":[0-9]+|"identityMark":"[^"]*"|"at":"[^"]*"', '', 'g')`;

const DERIVATIONS: Readonly<Record<string, string>> = {
  links: `select jsonb_build_array(s.key, p.anchor, l.method) as line
    from link l join subject s on s.id = l.subject_id join person p on p.id = l.person_id`,
  profiles: `select jsonb_build_array(h.anchor, ${DOCUMENT}) as line
    from profile_version v join household h on h.id = v.household_id where v.valid_to = 'infinity'`,
  householdFacts: `select jsonb_build_array(h.anchor, to_jsonb(f) - 'household_id' - 'valid_from') as line
    from household_fact f join household h on h.id = f.household_id where f.valid_to = 'infinity'`,
  memberFacts: `select jsonb_build_array(h.anchor, p.anchor, to_jsonb(m) - 'household_id' - 'person_id' - 'part_hash' - 'valid_from') as line
    from member_fact m join household h on h.id = m.household_id join person p on p.id = m.person_id
    where m.valid_to = 'infinity'`,
  results: `select jsonb_build_array(h.anchor, r.rule_id, r.rule_version, r.result, r.gap, r.severity,
      (select jsonb_agg(p.anchor order by p.anchor) from person p where p.id = any(r.members))) as line
    from rule_result r join household h on h.id = r.household_id`,
};

/** Who the sealed blocks name, without ids. */
async function identities(db: Database, sealer: Sealer): Promise<readonly string[]> {
  const rows = await db.query<{ anchor: string; identities: string }>(
    `select h.anchor, v.identities from profile_version v join household h on h.id = v.household_id
     where v.valid_to = 'infinity' order by h.anchor`,
  );
  return rows.map((row) => {
    const [address, ...persons] = JSON.parse(sealer.open('profile_version.identities', row.identities)) as unknown[];
    return JSON.stringify([row.anchor, address, persons.map((person) => (person as unknown[]).slice(1))]);
  });
}

/** Everything derived that holds now, by what it is. */
export async function derivedState(db: Database, sealer: Sealer): Promise<ReadonlyMap<string, readonly string[]>> {
  const state = new Map<string, readonly string[]>([['identities', await identities(db, sealer)]]);
  for (const [part, query] of Object.entries(DERIVATIONS)) {
    const rows = await db.query<{ line: string }>(`select q.line::text as line from (${query}) q order by 1`);
    state.set(
      part,
      rows.map(({ line }) => line),
    );
  }
  return state;
}

async function copyTable(from: Database, to: Database, table: string): Promise<void> {
  const [row] = await from.query<{ rows: string }>(`select coalesce(json_agg(t), '[]')::text as rows from ${table} t`);
  await to.execute(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [row?.rows]);
}

/** Derives everything from nothing in another, migrated database. */
export async function rebuild(
  from: Database,
  to: Database,
  { pack, day, sealer }: { readonly pack: Pack; readonly day: Day; readonly sealer: Sealer },
): Promise<void> {
  await to.execute(`truncate ${[...GIVEN, ...DERIVED].join(', ')} cascade`);
  for (const table of GIVEN) await copyTable(from, to, table);
  await to.execute('insert into subject_mark (subject_id) select id from subject');
  await to.execute(`insert into anchor_mark (anchor) select 'CA01:' || assistance_household_no from record_ca01
    union select 'CA01:' || assistance_household_no from record_ca02 union select 'CA05:' || roll_household_no from record_ca05`);
  await createIdentityResolver({ db: to }).resolve();
  await createHouseholdService({
    db: to,
    sealer,
    bulk: remembering(sealer, { indexes: 1_000, values: 1_000 }),
    masks: IDENTITY_MASKS,
  }).rebuildMarked(day);
  const discovery = createDiscovery({ db: to, pack, feedsOn: (on, at) => readFeedStandings(at, on) });
  await discovery.evaluate({ day, scope: 'all', write: true });
}

/** Lines that one state has and the other lacks. */
export function differences(
  held: ReadonlyMap<string, readonly string[]>,
  rebuilt: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, { readonly onlyHeld: readonly string[]; readonly onlyRebuilt: readonly string[] }>> {
  const found: Record<string, { onlyHeld: readonly string[]; onlyRebuilt: readonly string[] }> = {};
  for (const [part, lines] of held) {
    const [mine, theirs] = [new Set(lines), new Set(rebuilt.get(part))];
    const onlyHeld = lines.filter((line) => !theirs.has(line));
    const onlyRebuilt = [...theirs].filter((line) => !mine.has(line));
    if (onlyHeld.length + onlyRebuilt.length > 0) found[part] = { onlyHeld, onlyRebuilt };
  }
  return found;
}
