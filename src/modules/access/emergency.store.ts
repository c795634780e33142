/** 紧急查阅: a caller opens a household for itself, for a stated reason and a short time; the auditor is told. */
import type { Clock } from '../../kernel/clock.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';

export interface EmergencyAccess {
  readonly id: number;
  readonly subject: string;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly householdId: number;
  readonly reason: string;
  readonly at: Date;
  readonly until: Date;
}

export type EmergencyAsked = Omit<EmergencyAccess, 'id' | 'at' | 'until'> & { readonly minutes: number };

export interface Emergencies {
  /** Opens it now; the row is the auditor's notice. */
  open(asked: EmergencyAsked, within?: Queryable): Promise<EmergencyAccess>;
  /** Newest first; `before` is the id the page begins after. */
  list(page: { readonly first: number; readonly before: number | null }): Promise<readonly EmergencyAccess[]>;
}

const COLUMNS = `id, subject, organisation, purpose, case_id as "caseId", household_id as "householdId", reason, at, until`;
const MINUTE_MS = 60_000;

const OPEN = `insert into emergency_access
    (subject, organisation, purpose, case_id, household_id, reason, at, until)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`;

export interface EmergencyParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

export function createEmergencies({ db, clock, sealer }: EmergencyParts): Emergencies {
  const opened = (row: EmergencyAccess): EmergencyAccess => ({
    ...row,
    reason: sealer.open('emergency_access.reason', row.reason),
  });
  return {
    async open({ subject, organisation, purpose, caseId, householdId, reason, minutes }, within = db) {
      const at = clock.now();
      const until = new Date(at.getTime() + minutes * MINUTE_MS);
      const sealed = sealer.seal('emergency_access.reason', reason);
      const values = [subject, organisation, purpose, caseId, householdId, sealed, at, until];
      const [row] = await within.query<EmergencyAccess>(OPEN, values);
      if (row === undefined) throw new Error('an inserted row was not returned');
      return opened(row);
    },
    async list({ first, before }) {
      const rows = await db.query<EmergencyAccess>(
        `select ${COLUMNS} from emergency_access where $1::bigint is null or id < $1 order by id desc limit $2`,
        [before, first],
      );
      return rows.map(opened);
    },
  };
}
