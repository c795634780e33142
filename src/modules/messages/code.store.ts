/**
 * Codes that were sent, so that nobody fills a mailbox with them: counted by mailbox, whoever entered it and however often,
 * and by who asked. A mailbox is known by its keyed digest.
 */
import type { Database } from '../../platform/database/database.ts';

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
const PER_MAILBOX = 5;
const PER_ASKER = 20;

export interface CodeAsked {
  readonly mailbox: string;
  readonly asker: string;
  readonly now: Date;
}

const COUNT = `SELECT count(*) FILTER (WHERE mailbox = $1 AND sent_at > $3)::int AS "thisMinute",
    count(*) FILTER (WHERE mailbox = $1)::int AS "ofMailbox", count(*) FILTER (WHERE asker = $2)::int AS "ofAsker"
  FROM message_code WHERE (mailbox = $1 OR asker = $2) AND sent_at > $4`;

interface Counted {
  readonly thisMinute: number;
  readonly ofMailbox: number;
  readonly ofAsker: number;
}

/** Counts one more code, or says why there is to be none: this minute, or within a day. */
export function countCode(db: Database, { mailbox, asker, now }: CodeAsked): Promise<'COUNTED' | 'TOO_SOON' | 'FULL'> {
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  return db.tx(async (tx) => {
    await tx.lock('wanjia:message-code');
    const [sent] = await tx.query<Counted>(COUNT, [mailbox, asker, before(MINUTE_MS), before(DAY_MS)]);
    if (sent === undefined || sent.thisMinute > 0) return 'TOO_SOON';
    if (sent.ofMailbox >= PER_MAILBOX || sent.ofAsker >= PER_ASKER) return 'FULL';
    await tx.execute('INSERT INTO message_code (mailbox, asker, sent_at) VALUES ($1, $2, $3)', [mailbox, asker, now]);
    return 'COUNTED';
  });
}

/** Forgets those that no longer count. */
export function forgetCodes(db: Database, now: Date): Promise<number> {
  return db.execute('DELETE FROM message_code WHERE sent_at < $1', [new Date(now.getTime() - DAY_MS)]);
}
