/** The body of a message: a CloudEvents 1.0 event in structured mode. */
import type { ChangeType } from '../../kernel/change.ts';

/** A change as one caller may see it now. */
export interface SeenChange {
  readonly cursor: string;
  readonly type: ChangeType;
  /** UPSERT, DELETE, or REVOKED: the caller may no longer see it. */
  readonly operation: string;
  /** What happened, such as RAISED; null: plain. */
  readonly kind: string | null;
  /** Public id, a pseudonym for some callers. */
  readonly id: string;
  readonly version: number;
  readonly changedAt: Date;
  /** As the caller may see it; null: gone, revoked, or not asked for. */
  readonly record: unknown;
}

export interface EventFrame {
  readonly id: string;
  /** Names the hub's feed. */
  readonly source: string;
  readonly time: Date;
}

const COLLECTION: Readonly<Record<ChangeType, string>> = {
  HOUSEHOLD: 'households',
  PERSON: 'persons',
  ALERT: 'alerts',
  CASE: 'cases',
  SERVICE: 'services',
  RULE: 'rules',
  CONSENT: 'consents',
};

function envelope({ id, source, time }: EventFrame, type: string): Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0',
    id,
    source,
    type: `wanjia.${type}`,
    time: time.toISOString(),
    datacontenttype: 'application/json',
  };
}

/** The event of a change. `subject` holds the kind of thing and its id, never a value of a person. */
export function changeEvent(frame: EventFrame, change: SeenChange): string {
  const { type, kind, operation, changedAt, ...rest } = change;
  const what = (operation === 'REVOKED' ? operation : (kind ?? operation)).toLowerCase();
  return JSON.stringify({
    ...envelope(frame, `${type.toLowerCase()}.${what}`),
    subject: `${COLLECTION[type]}/${change.id}`,
    data: { type, operation, kind, changedAt: changedAt.toISOString(), ...rest },
  });
}

/** The event that only shows that an endpoint can be reached and checks signatures. */
export function testEvent(frame: EventFrame): string {
  return JSON.stringify({ ...envelope(frame, 'webhook.tested'), data: {} });
}

export const EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';
