/** Messages at the hub's machine: what people do with their addresses through the graph, for every organisation. */
import { maskedAddress } from '../../schema/index.ts';
import type { AddressEntry, AddressPreferences, MessagesApp } from '../cli/app.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import {
  type AddressOrder,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  MESSAGE_TABLES,
  type MessageAddress,
  type MessageRefusal,
  type Preferences,
} from '../modules/messages/index.ts';
import { listDead } from '../platform/dispatch/index.ts';
import { openAccess } from './access.ts';
import type { Hub } from './hub.ts';
import { standInFor } from './stand-in.ts';

const addressId = (id: number): string => encodeId('messageAddress', BigInt(id));
const orderOf = (id: bigint): AddressOrder => ({
  ...{ id: Number(id), reach: { organisation: null, subject: null }, expectedVersion: null },
});

function done<T>(made: Result<T, MessageRefusal>): T {
  if (!made.ok) throw new WanjiaError(made.error, { what: 'address' });
  return made.value;
}

function known<T extends string>(input: string, words: readonly string[], all: readonly T[]): readonly T[] {
  const found = all.filter((word) => words.includes(word));
  if (found.length < words.length) throw new WanjiaError('BAD_USER_INPUT', { input, expected: all.join(', ') });
  return found;
}

function preferencesOf(given: AddressPreferences, before: Preferences | null): Preferences {
  const { kinds, digestAt, quietFrom, quietUntil, urgentInQuiet } = given;
  return {
    kinds: kinds === undefined ? (before?.kinds ?? MESSAGE_KINDS) : known('kinds', kinds, MESSAGE_KINDS),
    digestAt: digestAt ?? before?.digestAt ?? null,
    quietFrom: quietFrom ?? before?.quietFrom ?? null,
    quietUntil: quietUntil ?? before?.quietUntil ?? null,
    urgentInQuiet: urgentInQuiet ?? before?.urgentInQuiet ?? true,
  };
}

async function row({ messages }: Hub, address: MessageAddress) {
  const { pending, dead } = await messages.backlog(address.id);
  const { organisation, subject, purpose, channel, audience, kinds, state, stateReason } = address;
  return {
    ...{ id: addressId(address.id), channel, address: maskedAddress(address), organisation, subject, purpose },
    ...{ audience: audience.join(' '), kinds: kinds.join(' '), pending, dead },
    state: stateReason === null ? state : `${state} ${stateReason}`,
  };
}

async function add(hub: Hub, { account, purpose, channel, address, secret, audience, ...given }: AddressEntry) {
  const access = await openAccess(hub);
  const asked = { handle: account, purpose, dataClass: 'message' };
  const owner = { ...(await standInFor(access, asked, hub.clock.now())), purpose };
  const [way] = known('channel', [channel], MESSAGE_CHANNELS);
  const members = known('audience', audience ?? [], [...access.policy.roles]);
  if (way === undefined || (way !== 'EMAIL') !== members.length > 0)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'audience', expected: 'roles of its members, for a robot' });
  const draft = { owner, channel: way, address, secret: secret ?? null, audience: members };
  return addressId(done(await hub.messages.add({ ...draft, ...preferencesOf(given, null) })).id);
}

export function operateMessages(hub: () => Promise<Hub>): MessagesApp {
  const order =
    <T>(work: (hub: Hub, order: AddressOrder) => Promise<Result<T, MessageRefusal>>) =>
    async (id: bigint): Promise<void> => {
      done(await work(await hub(), orderOf(id)));
    };
  return {
    async list() {
      const opened = await hub();
      const found = await opened.messages.list({ organisation: null, subject: null });
      return Promise.all(found.map((address) => row(opened, address)));
    },
    async dead() {
      const found = await listDead((await hub()).db, MESSAGE_TABLES, null);
      return found.map(({ party, item, attempts, status, error, endedAt }) => ({
        ...{ id: addressId(party), message: item, attempts, status, error, endedAt: endedAt?.toISOString() ?? null },
      }));
    },
    add: async (entry) => add(await hub(), entry),
    sendCode: order(({ messages }, which) => messages.sendCode(which, 'cli')),
    pause: order(({ messages }, which) => messages.pause(which)),
    remove: order(({ messages }, which) => messages.remove(which)),
    test: order(({ messages }, which) => messages.test(which)),
    async confirm(id, code) {
      done(await (await hub()).messages.confirm(orderOf(id), code));
    },
    async set(id, given) {
      const { messages } = await hub();
      const before = await messages.find(Number(id), orderOf(id).reach);
      done(await messages.change(orderOf(id), preferencesOf(given, before)));
    },
    async sendAgain(id, message) {
      done(await (await hub()).messages.again(orderOf(id), message));
    },
  };
}
