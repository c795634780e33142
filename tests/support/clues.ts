import type { Clue } from '../../src/modules/discovery/index.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** Writes clues as they are, outside the intake. */
export async function writeClues(db: Database, clues: readonly Clue[]): Promise<void> {
  for (const clue of clues)
    await db.execute(
      `INSERT INTO clue (kind, channel, person_id, household_id, area_code, occurred_on, ended_on, value, source,
         recorded_by, recorded_at, recorded_on, withdrawn_on)
       VALUES ($1, 'VISIT', $2, $3, $4, $5, $6, $7, 'test', 'test', now(), $8, $9)`,
      [
        ...[clue.kind, clue.personId, clue.householdId, clue.areaCode, clue.occurredOn, clue.endedOn, clue.value],
        ...[clue.recordedOn, clue.withdrawnOn],
      ],
    );
}
