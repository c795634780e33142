/** A viewer who sees of a change all there is to it. */
import type { SeenChange, Viewer } from '../../../src/modules/webhooks/index.ts';
import type { Database } from '../../../src/platform/database/database.ts';

async function look(db: Database, positions: readonly number[]): Promise<Map<number, SeenChange>> {
  const rows = await db.query<SeenChange & { position: number; entityId: string }>(
    `SELECT position, type, operation, kind, entity_id AS "entityId", version, changed_at AS "changedAt"
     FROM change WHERE position = ANY($1)`,
    [positions],
  );
  return new Map(
    rows.map(({ position, entityId, ...row }) => [
      position,
      { ...row, cursor: String(position), id: `A${entityId}`, link: null, record: null },
    ]),
  );
}

/** Of one organisation, following alerts and cases of the district. */
export function allSeeing(db: Database, organisation: string): Viewer {
  return {
    types: ['ALERT', 'CASE'],
    divisions: ['310105'],
    organisation,
    look: (positions) => look(db, positions),
  };
}
