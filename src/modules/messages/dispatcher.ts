/** Tells people: plans from feed and clock, makes messages of it, and hands each over as its recipient may see it now. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  type Claimed,
  createItemStore,
  createRounds,
  type Dispatcher,
  delivered,
  failed,
  type ItemStore,
  keepDispatching,
  keepHealth,
  roundOf,
  type Tried,
  whileInHand,
  withheld,
} from '../../platform/dispatch/index.ts';
import type { Log } from '../../platform/log.ts';
import { readFeedState, scopePatterns } from '../delivery/index.ts';
import { SEVERITIES } from '../discovery/index.ts';
import type { AddressStore } from './address.store.ts';
import type { MessageAddress } from './address.ts';
import { bundle, MESSAGE_TABLES } from './bundle.store.ts';
import type { Channels } from './channel.ts';
import { compose } from './compose.ts';
import { isDigestTime, isQuiet, type OfficeDays } from './hours.ts';
import type { MessagePolicy } from './message-policy.ts';
import { planFromClock, planFromFeed, type Turn } from './plan.store.ts';
import type { MessageViewer } from './seen.ts';

/** An address is looked at so often; a person does not read faster. */
const LOOK_EVERY_MS = 20_000;
const POLL_MS = 5_000;

export interface MessageDispatcherDeps {
  readonly db: Database;
  readonly addresses: AddressStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: Channels;
  readonly policy: MessagePolicy;
  readonly workingDays: OfficeDays;
  /** Where the staff's console is served, without a slash at its end; null: nowhere. */
  readonly consoleUrl: string | null;
  /** What the recipient may see, as it stands now; null: it is not admitted at present. */
  readonly viewerOf: (address: MessageAddress) => Promise<MessageViewer | null>;
}

/** What a round works with. */
interface Rounds extends MessageDispatcherDeps {
  readonly items: ItemStore;
}

interface Round {
  readonly address: MessageAddress;
  readonly viewer: MessageViewer;
  readonly turn: Turn;
}

function turnOf({ audience, subject }: MessageAddress, { divisions }: MessageViewer): Turn {
  return { subject: audience.length === 0 ? subject : null, divisions };
}

/** Ranks of severities that may leave now; null: everything may. */
function passingNow({ policy, workingDays, clock }: Rounds, address: MessageAddress): readonly number[] | null {
  if (!isQuiet(clock.now(), address, policy, workingDays)) return null;
  return address.urgentInQuiet ? policy.quiet.passes.map((severity) => SEVERITIES.indexOf(severity) + 1) : [];
}

/** One process at a time looks at an address; what it found is planned and bundled together or not at all. */
async function look(deps: Rounds, { address, viewer, turn }: Round): Promise<void> {
  const { db, clock, policy, workingDays } = deps;
  const now = clock.now();
  await db.tx(async (tx) => {
    const [row] = await tx.query<{ position: number }>(
      `UPDATE message_address SET look_at = $2 WHERE id = (SELECT id FROM message_address
         WHERE id = $1 AND state = 'ACTIVE' AND look_at <= $3 FOR UPDATE SKIP LOCKED) RETURNING position`,
      [address.id, new Date(now.getTime() + LOOK_EVERY_MS), now],
    );
    if (row === undefined) return;
    const found = { ...address, position: row.position };
    const planning = { address: found, turn, patterns: scopePatterns(viewer), policy, now };
    await planFromFeed(tx, planning);
    await planFromClock(tx, planning, isDigestTime(now, address, policy, workingDays) ? beijingDay(now) : null);
    await bundle(tx, { addressId: address.id, now, passing: passingNow(deps, address), pace: policy.pace });
  });
}

/** Null: another has it in hand by now. */
async function tell(deps: Rounds, { address, viewer, turn }: Round, claimed: Claimed): Promise<Tried | null> {
  const { db, clock, policy, consoleUrl, channels, items } = deps;
  const now = clock.now();
  const channel = channels[address.channel];
  if (channel === undefined) return failed(claimed, { status: null, error: 'MESSAGE_CHANNEL_OFF' }, now);
  const marks = { number: `${address.id}-${claimed.item}`, doubtful: claimed.doubtful };
  const letter = await compose({ db, policy, viewer, address, turn, consoleUrl, now, ...marks }, claimed.item);
  if (letter === null) return withheld(claimed);
  const { name: feed } = await readFeedState(db);
  const envelope = { id: `${feed.slice(0, 8)}.${address.id}.${claimed.item}`, at: now };
  const inHand = { items, party: address.id, claimed, clock };
  const handed = await whileInHand(inHand, () => channel.hand(address, letter, envelope));
  if (handed === null) return null;
  return handed.ok ? delivered(claimed, handed.status) : failed(claimed, handed, clock.now());
}

/** Hands over one message; whether there was one, and it was taken. */
async function sendOne(deps: Rounds, round: Round): Promise<boolean> {
  const { db, clock, log, items } = deps;
  const [claimed] = await items.claim(round.address, clock.now(), 1);
  if (claimed === undefined) return false;
  const tried = await tell(deps, round, claimed);
  if (tried === null) return false;
  const now = clock.now();
  await items.settle(round.address.id, [tried], now);
  const reason = await keepHealth({ db, tables: MESSAGE_TABLES, now }, round.address, roundOf([tried]));
  if (reason !== null) log.warn('an address of messages was disabled', { address: round.address.id, reason });
  return tried.state !== 'PENDING';
}

async function serveAddress(deps: Rounds, id: number, signal: AbortSignal): Promise<void> {
  let looked = false;
  while (!signal.aborted) {
    const address = await deps.addresses.findDue(id, deps.clock.now());
    const viewer = address === null ? null : await deps.viewerOf(address);
    if (address === null || viewer === null) return;
    const round = { address, viewer, turn: turnOf(address, viewer) };
    if (!looked) await look(deps, round);
    looked = true;
    if (!(await sendOne(deps, round))) return;
  }
}

export function createMessageDispatcher(deps: MessageDispatcherDeps): Dispatcher {
  const rounds: Rounds = { ...deps, items: createItemStore(deps.db, MESSAGE_TABLES) };
  return createRounds({
    listDue: () => deps.addresses.listDue(deps.clock.now()),
    serve: (id, signal) => serveAddress(rounds, id, signal),
    failed: (error, address) => deps.log.error('an address of messages could not be served', error, { address }),
  });
}

/** Runs a dispatcher until closed. */
export function startMessages(deps: MessageDispatcherDeps): { close(): Promise<void> } {
  const failure = (error: unknown): void => deps.log.error('messages could not be sent', error);
  return keepDispatching(createMessageDispatcher(deps), { everyMs: POLL_MS, failed: failure });
}
