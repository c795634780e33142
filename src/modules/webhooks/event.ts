/** The body of a message: a CloudEvents 1.0 event in structured mode, as `delivery/events.ts` defines it. */
import type { ChangeType } from '../../kernel/change.ts';
import { CHANGE_WORDS, type ChangeEvent, eventType, type TestEvent } from '../delivery/index.ts';

type ChangeData = ChangeEvent['data'];

/** A change as one caller may see it now. */
export interface SeenChange extends Readonly<Omit<ChangeData, 'changedAt' | 'type'>> {
  readonly type: ChangeType;
  readonly changedAt: Date;
}

export interface EventFrame {
  readonly id: string;
  /** Names the hub's feed. */
  readonly source: string;
  readonly time: Date;
}

const framed = ({ id, source, time }: EventFrame) =>
  ({ specversion: '1.0', id, source, time: time.toISOString(), datacontenttype: 'application/json' }) as const;

/** The event of a change. `subject` holds the kind of thing and its id, never a value of a person. */
export function changeEvent(frame: EventFrame, change: SeenChange): string {
  const { type, operation, kind, changedAt } = change;
  const event: ChangeEvent = {
    ...framed(frame),
    type: eventType(type, operation, kind),
    subject: `${CHANGE_WORDS[type].collection}/${change.id}`,
    data: { ...change, changedAt: changedAt.toISOString() },
  };
  return JSON.stringify(event);
}

/** The event that only shows that an endpoint can be reached and checks signatures. */
export function testEvent(frame: EventFrame): string {
  const event: TestEvent = { ...framed(frame), type: 'wanjia.webhook.tested', data: {} };
  return JSON.stringify(event);
}
