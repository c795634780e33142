/** Writes the letter of a message out of what its recipient may see; null: there is nothing it may be told. */
import { beijingDay, beijingTime, momentOf } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { encodeId } from '../../kernel/ids.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MessageAddress } from './address.ts';
import { lastTold, readAgenda } from './agenda.store.ts';
import { alertIdsOf, kindOf, type Notice, noticesOf } from './bundle.store.ts';
import type { Letter } from './letter.ts';
import { type MessagePolicy, say } from './message-policy.ts';
import type { Turn } from './plan.store.ts';
import type { MessageViewer, SeenAlert } from './seen.ts';

export interface Composing {
  readonly db: Queryable;
  readonly policy: MessagePolicy;
  readonly viewer: MessageViewer;
  readonly address: MessageAddress;
  readonly turn: Turn;
  /** Where the staff's console is served, without a slash at its end; null: nowhere, and nothing is linked. */
  readonly consoleUrl: string | null;
  readonly now: Date;
  /** Names the message to its readers. */
  readonly number: string;
  /** It was tried before, and nobody knows whether it arrived. */
  readonly doubtful: boolean;
}

type AlertKind = 'URGENT' | 'RUNNING_OUT' | 'PASSED_UP';
type Item = Letter['items'][number];

/** A notice that has waited is told as the alert stands now. More than these are not read to be named. */
const READ_AT_MOST = 100;

const minute = (at: Date): string => beijingTime(at).slice(0, 16);

function alertItem({ policy: { words }, consoleUrl }: Composing, kind: AlertKind, alert: SeenAlert): Item {
  const id = encodeId('alert', BigInt(alert.id));
  const text = say(words.alert[kind], {
    id,
    severity: words.severities[alert.severity],
    street: alert.street,
    rules: alert.rules.length === 0 ? words.alert.noRule : alert.rules.join('、'),
    due: alert.dueAt === null ? words.alert.noDue : minute(alert.dueAt),
    level: alert.level === null ? '' : words.levels[alert.level],
  });
  return { text, url: consoleUrl && `${consoleUrl}/alerts/${id}` };
}

/** One line for each alert: that it was passed up goes before its time, and that before its severity. */
const TOLD_FIRST: readonly AlertKind[] = ['PASSED_UP', 'RUNNING_OUT', 'URGENT'];

async function alertItems(composing: Composing, notices: readonly Notice[]): Promise<readonly Item[]> {
  const kinds = new Map<number, AlertKind>();
  for (const kind of [...TOLD_FIRST].reverse())
    for (const notice of notices) if (notice.kind === kind && notice.alertId !== null) kinds.set(notice.alertId, kind);
  const seen = kinds.size === 0 ? [] : await composing.viewer.alerts([...kinds.keys()]);
  const byId = new Map(seen.map((alert) => [alert.id, alert]));
  return [...new Set(notices.map(({ alertId }) => alertId))].flatMap((id) => {
    const alert = id === null ? undefined : byId.get(id);
    const kind = id === null ? undefined : kinds.get(id);
    return alert === undefined || kind === undefined ? [] : [alertItem(composing, kind, alert)];
  });
}

/** What is known of emergency accesses: who of which body, when; never whose household, nor why. */
async function emergencyLines({ policy, viewer }: Composing, notices: readonly Notice[]): Promise<readonly string[]> {
  const ofThem = notices.filter(({ kind }) => kind === 'EMERGENCY');
  const [first] = ofThem.map(({ plannedAt }) => plannedAt).sort((a, b) => a.getTime() - b.getTime());
  if (first === undefined) return [];
  const seen = await viewer.emergencies(ofThem.length);
  const { title, item } = policy.words.emergency;
  if (seen.length === 0) return [];
  const told = seen.map(({ organisation, at, until }) =>
    say(item, { organisation, at: minute(at), until: minute(until) }),
  );
  return [say(title, { count: ofThem.length }), ...told];
}

function letterOf(
  { policy, consoleUrl, number, doubtful }: Composing,
  parts: Pick<Letter, 'title' | 'lines' | 'items'> & { readonly others: number },
): Letter {
  const { words, listed } = policy;
  const { title, lines, items, others } = parts;
  const hidden = Math.max(0, items.length - listed) + others;
  return {
    ...{ title, lines, items: items.slice(0, listed), footer: words.footer },
    others: hidden,
    more: (count) => say(words.more, { count }),
    link: consoleUrl === null ? null : { text: words.open, url: `${consoleUrl}/alerts` },
    mark: say(doubtful ? words.mark.again : words.mark.first, { number }),
  };
}

async function digestLines(composing: Composing, messageId: number, day: Day): Promise<readonly string[]> {
  const { db, viewer, turn, address, policy, now } = composing;
  const until = momentOf(`${addDays(day, 1)} 00:00:00` as LocalTime);
  const agenda = await readAgenda(db, turn, { now, until, since: await lastTold(db, address.id, messageId, now) });
  const { digest } = policy.words;
  const lines: string[] = [];
  const tell = (text: string, count: number | null): void => {
    if (count !== null && count > 0) lines.push(say(text, { count }));
  };
  for (const set of ['raised', 'due', 'overdue', 'open'] as const)
    tell(digest[set], await viewer.countAlerts(agenda[set]));
  tell(digest.reviews, await viewer.reviewsDue());
  tell(digest.clues, await viewer.cluesWaiting());
  tell(digest.referrals, await viewer.referralsWaiting());
  tell(digest.unanswered, await viewer.referralsUnanswered());
  return lines;
}

async function composeDigest(composing: Composing, messageId: number): Promise<Letter> {
  const { db, policy, now } = composing;
  const day = beijingDay(now);
  const { notices } = await noticesOf(db, messageId, READ_AT_MOST);
  const items = await alertItems(composing, notices);
  const lines = [...(await digestLines(composing, messageId, day)), ...(await emergencyLines(composing, notices))];
  const { title, nothing } = policy.words.digest;
  const said = lines.length + items.length === 0 ? [nothing] : lines;
  return letterOf(composing, { title: say(title, { day }), lines: said, items, others: 0 });
}

async function composeNotice(composing: Composing, messageId: number): Promise<Letter | null> {
  const { db, policy, viewer } = composing;
  const { words } = policy;
  const { notices, total } = await noticesOf(db, messageId, READ_AT_MOST);
  const items = await alertItems(composing, notices);
  const lines = await emergencyLines(composing, notices);
  if (items.length + lines.length === 0) return null;
  // Beyond what was read, only what may be seen is counted.
  const all = total > notices.length ? await alertIdsOf(db, messageId) : [];
  const others = all.length === 0 ? 0 : Math.max(0, ((await viewer.countAlerts(all)) ?? 0) - items.length);
  const count = items.length + others;
  const title = count > 0 ? say(words.notice.title, { count }) : words.notice.ofNone;
  return letterOf(composing, { title, lines, items, others });
}

export async function compose(composing: Composing, messageId: number): Promise<Letter | null> {
  const kind = await kindOf(composing.db, messageId);
  if (kind === null) return null;
  return kind === 'DIGEST' ? composeDigest(composing, messageId) : composeNotice(composing, messageId);
}
