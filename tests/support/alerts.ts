/** Alerts as the database holds them, for tests of what raises, changes and ends them. */
import type { Day } from '../../src/kernel/day.ts';
import type { Queryable } from '../../src/platform/database/database.ts';

export interface HeldAlert {
  readonly id: number;
  readonly householdId: number;
  readonly state: string;
  readonly severity: string;
  readonly raisedAt: Date;
  readonly raisedOn: Day;
  readonly dueAt: Date | null;
  readonly outcome: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
  /** Of an alert at work those that stand; of a closed one all it ever had. */
  readonly hits: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly firstSeenOn: Day;
    readonly endedOn: Day | null;
    readonly evidence: readonly object[];
  }[];
}

/** Alerts in these states, in the order they were raised; none given: all that are not closed. */
export function heldAlerts(db: Queryable, states = ['OPEN', 'ASSIGNED', 'VISITING']): Promise<HeldAlert[]> {
  return db.query<HeldAlert>(
    `SELECT a.id, a.household_id AS "householdId", a.state, a.severity, a.raised_at AS "raisedAt",
       a.raised_on AS "raisedOn", a.due_at AS "dueAt", a.outcome, a.closed_at AS "closedAt", a.version,
       (SELECT coalesce(json_agg(json_build_object('ruleId', t.rule_id, 'severity', t.severity, 'firstSeenOn', t.first_seen_on,
            'endedOn', t.ended_on, 'evidence', t.evidence) ORDER BY t.rule_id), '[]')
        FROM alert_hit t WHERE t.alert_id = a.id AND (t.ended_on IS NULL OR a.state = 'CLOSED')) AS hits
     FROM alert a WHERE a.state = ANY($1) ORDER BY a.id`,
    [states],
  );
}
