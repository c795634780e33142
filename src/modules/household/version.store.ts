/** Writes profile versions and their facts: one version per change, valid from the hub's day of the change. */
import type { Day } from '../../kernel/day.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { foldTally } from '../../platform/database/tally.ts';
import { appendChanges } from '../../platform/outbox/outbox.ts';
import type { StoredProfile } from './identities.ts';
import { storedTextOf } from './stored-text.ts';
import { type ChangedHousehold, changesOf, type HeldVersion, leaversOf, resettled } from './told-changes.ts';
import { HOUSEHOLD_FACT_COLUMNS, householdCells, MEMBER_FACT_COLUMNS, memberCells } from './version-rows.ts';

/** A household as built now; no profile: there is no such household any more. */
export interface BuiltHousehold {
  readonly id: number;
  readonly profile: StoredProfile | null;
}

/** The versions in force of some households; a household's persons beside it, each with what tells a change of their part. */
const HELD = `select v.household_id as id, v.version, v.document_hash as hash, h.street_code as street,
    h.committee_code as committee,
    array(select m.person_id from member_fact m where m.household_id = v.household_id and m.valid_from = v.valid_from
      order by m.person_id) as persons,
    array(select m.part_hash from member_fact m where m.household_id = v.household_id and m.valid_from = v.valid_from
      order by m.person_id) as parts
  from unnest($1::bigint[]) as given(id) cross join lateral (
    select * from profile_version p where p.household_id = given.id and p.valid_to = 'infinity' offset 0) v
  join household_fact h on h.household_id = v.household_id and h.valid_from = v.valid_from`;

interface HeldRow extends Omit<HeldVersion, 'parts'> {
  readonly id: number;
  readonly hash: string;
  readonly persons: readonly number[];
  readonly parts: readonly string[];
}

async function findHeld(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, HeldRow>> {
  const rows = await tx.query<HeldRow>(HELD, [ids], { name: 'held versions' });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ends the versions in force before a day; one of the day itself gives way to the next. */
const END = ['profile_version', 'household_fact', 'member_fact'].map(
  (table) => `with replaced as (delete from ${table}
      where household_id = any($1::bigint[]) and valid_to = 'infinity' and valid_from >= $2::date)
    update ${table} set valid_to = $2::date
    where household_id = any($1::bigint[]) and valid_to = 'infinity' and valid_from < $2::date`,
);

/** Persons of whom households other than `$2` speak. */
const LISTED = `select distinct person_id as id from member_fact
  where person_id = any($1::bigint[]) and valid_to = 'infinity' and household_id <> all($2::bigint[])`;

/** Who of those that left is listed in a household that is not written now. */
async function findListed(tx: Transaction, changed: readonly ChangedHousehold[]): Promise<readonly number[]> {
  const leavers = leaversOf(changed);
  if (leavers.length === 0) return [];
  const rows = await tx.query<{ id: number }>(LISTED, [leavers, changed.map(({ id }) => id)]);
  return rows.map(({ id }) => id);
}

const FOREVER = 'infinity';

async function insertVersions(tx: Transaction, changed: readonly ChangedHousehold[], day: Day): Promise<void> {
  const written = changed.flatMap(({ id, before, now }) =>
    now === null ? [] : [{ ...now, id, version: (before?.version ?? 0) + 1, document: now.profile.document }],
  );
  await tx.copyInto(
    'profile_version',
    ['household_id', 'valid_from', 'valid_to', 'version', 'document_hash', 'document', 'identities'],
    written.map(({ id, version, text, profile }) => [
      ...[id, day, FOREVER, version],
      ...[text.hash, text.text, profile.identities],
    ]),
  );
  await tx.copyInto(
    'household_fact',
    ['household_id', 'valid_from', 'valid_to', ...HOUSEHOLD_FACT_COLUMNS],
    written.map(({ id, document }) => [id, day, FOREVER, ...householdCells(document)]),
  );
  await tx.copyInto(
    'member_fact',
    ['household_id', 'valid_from', 'valid_to', 'part_hash', ...MEMBER_FACT_COLUMNS],
    written.flatMap(({ id, document, text }) =>
      memberCells(document).map((cells, at) => [
        ...[id, day, FOREVER, text.parts.get(document.members[at]?.person.id ?? 0)],
        ...cells,
      ]),
    ),
  );
}

function isChanged({ before, now }: ChangedHousehold, held: HeldRow | undefined): boolean {
  return now === null ? before !== null : now.text.hash !== held?.hash;
}

/** In the order in which counts ask for them. */
const TALLY = {
  table: 'household_tally',
  by: ['alerted', 'class_code', 'street_code', 'committee_code', 'kind', 'class_until'],
};

/** Adds up what a large load left, so that counts after it read no differences. */
export function foldCounts(db: Database): Promise<void> {
  return db.tx((tx) => foldTally(tx, TALLY, 'anyhow'));
}

/** Writes the versions that differ from those held; tells how many differ. */
export async function writeVersions(tx: Transaction, built: readonly BuiltHousehold[], day: Day): Promise<number> {
  const held = await findHeld(
    tx,
    built.map(({ id }) => id),
  );
  const changed = built
    .map(({ id, profile }): ChangedHousehold => {
      const row = held.get(id);
      const before =
        row === undefined ? null : { ...row, parts: new Map(row.persons.map((p, at) => [p, row.parts[at] ?? ''])) };
      return { id, before, now: profile === null ? null : { profile, text: storedTextOf(profile) } };
    })
    .filter((household) => isChanged(household, held.get(household.id)));
  if (changed.length === 0) return 0;
  await appendChanges(tx, changesOf(changed, await findListed(tx, changed)));
  const ended = changed.flatMap(({ id, before }) => (before === null ? [] : [id]));
  if (ended.length > 0) for (const text of END) await tx.execute(text, [ended, day]);
  await insertVersions(tx, changed, day);
  await foldTally(tx, TALLY);
  await tx.copyInto(
    'judgement_mark',
    ['household_id'],
    changed.map(({ id }) => [id]),
  );
  await tx.copyInto('alert_mark', ['household_id', 'persons'], resettled(changed));
  return changed.length;
}
