/** Facts of an alert, for checks on how alerts are worked. Who keeps the alerts passes them in; nothing is read here. */
import type { Value, ValueType } from './fact.ts';

/** An alert as far as checks ask of it. */
export interface CheckedAlert {
  readonly state: string;
  readonly severity: string;
  readonly level: string;
  readonly contactedAt: Date | null;
  readonly turnEndsAt: Date | null;
}

/** A fact of one alert. `sql` reads a row of the alerts' table under the alias it is given, at a moment. */
export interface AlertFact {
  readonly name: string;
  readonly type: ValueType;
  readonly zh: string;
  readonly en: string;
  /** May be UNKNOWN. */
  readonly mayBeUnknown?: true;
  readonly sql: (row: string, now: string) => string;
  readonly value: (alert: CheckedAlert, now: Date) => Value;
}

const HOUR_MS = 3_600_000;

export const ALERT_FACTS: ReadonlyMap<string, AlertFact> = new Map(
  (
    [
      {
        name: 'state',
        type: 'string',
        zh: '预警状态',
        en: 'OPEN, ASSIGNED, VISITING or CLOSED',
        sql: (row) => `${row}.state`,
        value: ({ state }) => state,
      },
      {
        name: 'severity',
        type: 'string',
        zh: '预警等级',
        en: 'RED, ORANGE, YELLOW or BLUE',
        sql: (row) => `${row}.severity`,
        value: ({ severity }) => severity,
      },
      {
        name: 'level',
        type: 'string',
        zh: '所在层级',
        en: 'whose turn it is: COMMITTEE, STREET or DISTRICT',
        sql: (row) => `${row}.level`,
        value: ({ level }) => level,
      },
      {
        name: 'isContacted',
        type: 'bool',
        zh: '已走访',
        en: 'someone has been there',
        sql: (row) => `${row}.contacted_at IS NOT NULL`,
        value: ({ contactedAt }) => contactedAt !== null,
      },
      {
        name: 'hoursPastTurn',
        type: 'int',
        zh: '超过本层级时限的小时数',
        en: 'whole hours since the turn of its level ended, negative before; UNKNOWN where no turn ends',
        mayBeUnknown: true,
        sql: (row, now) => `floor(extract(epoch FROM (${now} - ${row}.turn_ends_at)) / 3600)::bigint`,
        value: ({ turnEndsAt }, now) =>
          turnEndsAt === null ? undefined : BigInt(Math.floor((now.getTime() - turnEndsAt.getTime()) / HOUR_MS)),
      },
    ] satisfies readonly AlertFact[]
  ).map((fact): [string, AlertFact] => [fact.name, fact]),
);
