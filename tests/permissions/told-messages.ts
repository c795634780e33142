/** Everything a whole hub tells people by e-mail and robot, as it leaves. */
import { messageDispatch } from '../../src/app/messages.ts';
import { standInFor } from '../../src/app/stand-in.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import {
  type Channels,
  createAddressStore,
  createEmail,
  createMessageDispatcher,
  createMessages,
  createRobot,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
} from '../../src/modules/messages/index.ts';
import { createOutgoing } from '../../src/platform/http/outgoing.ts';
import { startMailbox } from '../support/mailbox.ts';
import { startReceiver } from '../support/receiver.ts';
import type { ServedHub } from '../support/served-hub.ts';

const READERS = [
  { handle: 'adviser', purpose: 'casework' },
  { handle: 'adviser', purpose: 'discovery' },
  { handle: 'district-officer', purpose: 'verification' },
  { handle: 'auditor', purpose: 'audit' },
];
const AT_ANY_HOUR = { digestAt: '00:00', quietFrom: '00:00', quietUntil: '00:00', urgentInQuiet: true };

/** Enters each reader with a mailbox and robots, proven, from the feed's beginning on. */
async function enterReaders({ hub, access }: ServedHub, channels: Channels, robot: string): Promise<void> {
  const addresses = createAddressStore(hub.db, hub.sealing.sealer);
  const messages = createMessages({ ...hub, ...hub.messaging, channels, addresses });
  for (const { handle, purpose } of READERS) {
    const owner = await standInFor(access, { handle, purpose, dataClass: 'message' }, hub.clock.now());
    const common = { owner: { ...owner, purpose }, secret: null, kinds: MESSAGE_KINDS, ...AT_ANY_HOUR };
    for (const channel of MESSAGE_CHANNELS) {
      const to =
        channel === 'EMAIL'
          ? { audience: [], address: `${handle}@example.gov.cn` }
          : { audience: [handle], address: `${robot}?${channel}` };
      await messages.add({ ...common, channel, ...to });
    }
  }
  await hub.db.execute(
    `UPDATE message_address SET state = 'ACTIVE', position = 0, created_at = created_at - interval '2 days'`,
  );
}

export async function toldMessages(served: ServedHub): Promise<string> {
  const { hub, face } = served;
  const [mailbox, robot] = await Promise.all([startMailbox(), startReceiver()]);
  robot.answer = (response) => void response.writeHead(200).end('{"errcode":0}');
  const send = createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 5_000 });
  const mail = { url: mailbox.url, from: 'wanjia@example.gov.cn', tls: 'OFFERED', host: 'localhost' } as const;
  const robots = { send, plainAllowed: true };
  const channels: Required<Channels> = {
    EMAIL: createEmail(mail),
    WECOM: createRobot('WECOM', robots),
    DINGTALK: createRobot('DINGTALK', robots),
  };
  try {
    await enterReaders(served, channels, robot.url);
    await drainOutbox(hub.db);
    const { policy, ...dispatch } = messageDispatch(hub, face);
    const open = {
      ...policy,
      quiet: { ...policy.quiet, daysOff: false },
      digest: { ...policy.digest, on: 'all-days' as const },
    };
    await createMessageDispatcher({ ...dispatch, channels, policy: open }).drain();
    const told = [...mailbox.handed.map((one) => JSON.stringify(one)), ...robot.received.map(({ body }) => body)];
    if (told.length < READERS.length * MESSAGE_CHANNELS.length)
      throw new Error('fewer were told than there are readers');
    return told.join('\n');
  } finally {
    channels.EMAIL.close();
    await Promise.all([mailbox.close(), robot.close()]);
  }
}
