/** Clues: recorded, withdrawn, read. Whoever they are about is marked to be judged anew. */
import type { Day } from '../../../kernel/day.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { HouseholdDocument } from '../../household/index.ts';
import type { Clue, ClueChannel } from './clue.ts';

/** A clue as it is told. */
export interface ToldClue extends Omit<Clue, 'recordedOn' | 'withdrawnOn'> {
  readonly channel: ClueChannel;
  readonly source: string;
  readonly note: string | null;
  /** Street or committee of a family that is not in the data; then nobody else is named. */
  readonly placeCode?: string | null;
  readonly recordedBy: string;
}

interface ClueRow {
  readonly kind: Clue['kind'];
  readonly person_id: number | null;
  readonly household_id: number | null;
  readonly area_code: string | null;
  readonly occurred_on: Day;
  readonly ended_on: Day | null;
  readonly value: number | null;
  readonly recorded_on: Day;
  readonly withdrawn_on: Day | null;
}

export async function insertClue(tx: Transaction, told: ToldClue, at: { now: Date; day: Day }): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO clue (kind, channel, person_id, household_id, area_code, occurred_on, ended_on, value, source, note,
       recorded_by, recorded_at, recorded_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    [
      ...[told.kind, told.channel, told.personId, told.householdId, told.areaCode, told.occurredOn, told.endedOn],
      ...[told.value, told.source, told.note, told.recordedBy, at.now, at.day],
    ],
  );
  return row?.id ?? 0;
}

/** The households a clue can make a difference to are judged anew. */
export async function markConcerned(
  tx: Transaction,
  clue: Pick<Clue, 'personId' | 'householdId' | 'areaCode'>,
): Promise<void> {
  await tx.execute(
    `INSERT INTO judgement_mark (household_id)
     SELECT household_id FROM household_fact WHERE valid_to = 'infinity'
       AND (household_id = $1 OR street_code = $2 OR committee_code = $2)
     UNION SELECT household_id FROM member_fact WHERE valid_to = 'infinity' AND person_id = $3`,
    [clue.householdId, clue.areaCode, clue.personId],
  );
}

/** Whether a person, household or area lies in streets the patterns name. */
export async function isWithin(
  db: Queryable,
  about: Pick<Clue, 'personId' | 'householdId' | 'areaCode'>,
  patterns: readonly string[],
): Promise<boolean> {
  const [row] = await db.query<{ within: boolean }>(
    `SELECT coalesce($3::text LIKE ANY($4::text[]), FALSE) OR EXISTS (SELECT FROM household_fact h WHERE h.valid_to = 'infinity'
       AND h.street_code LIKE ANY($4::text[]) AND (h.household_id = $1 OR h.household_id IN
         (SELECT m.household_id FROM member_fact m WHERE m.person_id = $2 AND m.valid_to = 'infinity'))) AS within`,
    [about.householdId, about.personId, about.areaCode, patterns],
  );
  return row?.within === true;
}

/** Names the household of a clue that named nobody the hub knew; false: it names someone. */
export async function nameHousehold(tx: Transaction, id: number, householdId: number): Promise<boolean> {
  const text = `UPDATE clue SET household_id = $2 WHERE id = $1 AND num_nonnulls(household_id, person_id, area_code) = 0`;
  return (await tx.execute(text, [id, householdId])) > 0;
}

/** Ends a clue that was wrong, from the day on; null where it is not held, or withdrawn already. */
export async function withdrawClue(tx: Transaction, id: number, day: Day): Promise<Clue | null> {
  const [row] = await tx.query<ClueRow>(
    'UPDATE clue SET withdrawn_on = $2 WHERE id = $1 AND withdrawn_on IS NULL RETURNING *',
    [id, day],
  );
  return row === undefined ? null : clueOf(row);
}

function clueOf(row: ClueRow): Clue {
  return {
    kind: row.kind,
    personId: row.person_id,
    householdId: row.household_id,
    areaCode: row.area_code,
    occurredOn: row.occurred_on,
    endedOn: row.ended_on,
    value: row.value,
    recordedOn: row.recorded_on,
    withdrawnOn: row.withdrawn_on,
  };
}

/** What is told of a household, its persons and its area, whenever it counts. */
export async function listClues(db: Queryable, id: number, document: HouseholdDocument): Promise<readonly Clue[]> {
  const rows = await db.query<ClueRow>(
    'SELECT * FROM clue WHERE household_id = $1 OR person_id = ANY($2::bigint[]) OR area_code = ANY($3::text[]) ORDER BY id',
    [
      id,
      document.members.map(({ person }) => person.id),
      [document.streetCode, document.committeeCode].filter((code) => code !== null),
    ],
  );
  return rows.map(clueOf);
}
