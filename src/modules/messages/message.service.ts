/** What people do with their addresses: enter them, prove that they are theirs, choose what they are told. */
import { randomInt } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import { type Backlog, readBacklog, sendAgain } from '../../platform/dispatch/index.ts';
import type { AddressStore } from './address.store.ts';
import type { AddressDraft, AddressReach, AddressState, MessageAddress, Preferences } from './address.ts';
import { MESSAGE_TABLES } from './bundle.store.ts';
import type { Channels } from './channel.ts';
import { countCode } from './code.store.ts';
import { LOCAL_HOUR } from './hours.ts';
import type { Letter } from './letter.ts';
import { type MessagePolicy, say } from './message-policy.ts';

const MINUTE_MS = 60_000;
const CODE_LASTS_MS = 30 * MINUTE_MS;
const CODE_TRIES = 5;
/** Addresses one person, and one organisation's groups, may have. */
const ADDRESSES = 5;
const GROUP_ADDRESSES = 50;

export interface MessageDeps {
  readonly db: Database;
  readonly addresses: AddressStore;
  readonly clock: Clock;
  readonly channels: Channels;
  readonly policy: MessagePolicy;
}

/** Which address is meant, by whom, in which version. */
export interface AddressOrder {
  readonly id: number;
  readonly reach: AddressReach;
  /** Null: whatever it is. */
  readonly expectedVersion: number | null;
}

export type MessageRefusal = Extract<
  ErrorCode,
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'MESSAGE_CHANNEL_OFF'
  | 'MESSAGE_ADDRESS_INVALID'
  | 'MESSAGE_ADDRESSES_FULL'
  | 'MESSAGE_HOUR_INVALID'
  | 'MESSAGE_NOT_HANDED'
  | 'MESSAGE_CODE_WRONG'
  | 'MESSAGE_CODE_TOO_SOON'
  | 'MESSAGE_CODES_FULL'
  | 'MESSAGE_ADDRESS_NOT_ACTIVE'
>;
type Done<T> = Promise<Result<T, MessageRefusal>>;

export interface Messages {
  /** A new address, not yet proven; a code is to be sent to it next. */
  add(draft: AddressDraft, within?: Queryable): Done<MessageAddress>;
  list(reach: AddressReach): Promise<readonly MessageAddress[]>;
  find(id: number, reach: AddressReach): Promise<MessageAddress | null>;
  backlog(id: number): Promise<Backlog>;
  /** Sends a code to the address: once a minute, and so many a day for each mailbox and each who asks. */
  sendCode(order: AddressOrder, asker: string): Done<MessageAddress>;
  /** Begins to tell it, if the code is the one that was sent. */
  confirm(order: AddressOrder, code: string): Done<MessageAddress>;
  /** Stops telling it; what changes meanwhile is told by the next digest after it goes on. */
  pause(order: AddressOrder): Done<MessageAddress>;
  change(order: AddressOrder, preferences: Preferences): Done<MessageAddress>;
  remove(order: AddressOrder): Done<null>;
  /** Sends a message without content at once. */
  test(order: AddressOrder): Done<null>;
  /** Sends a message again that was given up. */
  again(order: AddressOrder, messageId: number): Done<MessageAddress>;
}

function wrongHour({ digestAt, quietFrom, quietUntil }: Preferences): boolean {
  return [digestAt, quietFrom, quietUntil].some((hour) => hour !== null && !LOCAL_HOUR.test(hour));
}

export function createMessages({ db, addresses, clock, channels, policy }: MessageDeps): Messages {
  async function ordered<T>(order: AddressOrder, work: (address: MessageAddress) => Done<T>): Done<T> {
    const address = await addresses.find(order.id, order.reach);
    if (address === null) return fail('NOT_FOUND');
    if (order.expectedVersion !== null && order.expectedVersion !== address.version) return fail('CONFLICT');
    return work(address);
  }

  async function again({ id }: MessageAddress, kept: boolean): Done<MessageAddress> {
    const now = kept ? await addresses.find(id, { organisation: null, subject: null }) : null;
    return now === null ? fail('CONFLICT') : succeed(now);
  }

  const moved = async (address: MessageAddress, state: AddressState): Done<MessageAddress> =>
    again(address, await addresses.setState(address.id, address.version, state));

  async function hand(address: MessageAddress, words: { readonly title: string; readonly text: string }): Done<null> {
    const channel = channels[address.channel];
    if (channel === undefined) return fail('MESSAGE_CHANNEL_OFF');
    const letter: Letter = {
      ...{
        title: words.title,
        lines: [words.text],
        items: [],
        others: 0,
        more: String,
        link: null,
        mark: null,
        footer: policy.words.footer,
      },
    };
    const at = clock.now();
    const done = await channel.hand(address, letter, { id: `wanjia.${address.id}.${at.getTime()}`, at });
    return done.ok ? succeed(null) : fail('MESSAGE_NOT_HANDED');
  }

  async function sendCode(address: MessageAddress, asker: string): Done<MessageAddress> {
    const now = clock.now();
    const counted = await countCode(db, { mailbox: addresses.digest(address), asker, now });
    if (counted !== 'COUNTED') return fail(counted === 'FULL' ? 'MESSAGE_CODES_FULL' : 'MESSAGE_CODE_TOO_SOON');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await addresses.keepCode(address.id, code, now);
    const { title, text } = policy.words.code;
    const handed = await hand(address, { title, text: say(text, { code }) });
    return handed.ok ? succeed(address) : handed;
  }

  async function confirm(address: MessageAddress, given: string): Done<MessageAddress> {
    const { code, sentAt, tries } = await addresses.tryCode(address.id);
    const alive = sentAt !== null && clock.now().getTime() - sentAt.getTime() < CODE_LASTS_MS && tries <= CODE_TRIES;
    return alive && code !== null && code === given ? moved(address, 'ACTIVE') : fail('MESSAGE_CODE_WRONG');
  }

  return {
    async add(draft, within = db) {
      const { owner, channel, audience } = draft;
      if (channels[channel] === undefined) return fail('MESSAGE_CHANNEL_OFF');
      if (channels[channel]?.takes(draft) !== true) return fail('MESSAGE_ADDRESS_INVALID');
      if (wrongHour(draft)) return fail('MESSAGE_HOUR_INVALID');
      const { organisation, subject } = owner;
      const group = audience.length > 0;
      const held = await addresses.list({ organisation, subject: group ? null : subject });
      const count = held.filter((one) => one.audience.length > 0 === group).length;
      if (count >= (group ? GROUP_ADDRESSES : ADDRESSES)) return fail('MESSAGE_ADDRESSES_FULL');
      return succeed(await addresses.add(draft, { now: clock.now(), tx: within }));
    },
    list: (reach) => addresses.list(reach),
    find: (id, reach) => addresses.find(id, reach),
    backlog: (id) => readBacklog(db, MESSAGE_TABLES, id),
    sendCode: (order, asker) => ordered(order, (address) => sendCode(address, asker)),
    confirm: (order, code) => ordered(order, (address) => confirm(address, code)),
    pause: (order) =>
      ordered(order, async (address) =>
        address.state === 'ACTIVE' ? moved(address, 'PAUSED') : fail('MESSAGE_ADDRESS_NOT_ACTIVE'),
      ),
    change: (order, preferences) =>
      ordered(order, async (address) =>
        wrongHour(preferences)
          ? fail('MESSAGE_HOUR_INVALID')
          : again(address, await addresses.keep(address.id, address.version, preferences)),
      ),
    remove: (order) =>
      ordered(order, async ({ id }) => {
        await addresses.remove(id);
        return succeed(null);
      }),
    test: (order) => ordered(order, (address) => hand(address, policy.words.test)),
    again: (order, messageId) =>
      ordered(order, async (address) => {
        const sent = await sendAgain(db, MESSAGE_TABLES, { party: address.id, item: messageId, now: clock.now() });
        return sent ? succeed(address) : fail('NOT_FOUND');
      }),
  };
}
