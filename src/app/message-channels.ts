/** By which ways people are told, and what they do with their addresses. */
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import {
  type Channels,
  createAddressStore,
  createEmail,
  createMessages,
  createRobot,
  type MessagePolicy,
  type Messages,
} from '../modules/messages/index.ts';
import type { Sealing } from '../platform/crypto/sealing.ts';
import type { Database } from '../platform/database/database.ts';
import { createOutgoing } from '../platform/http/outgoing.ts';

/** A robot that has not answered by then is told again later. */
const TIMEOUT_MS = 15_000;

export interface MessageSetting {
  readonly policy: MessagePolicy;
  readonly channels: Channels;
  close(): void;
}

/** The ways that are set up. */
export function openChannels({ messages, webhooks }: Config, policy: MessagePolicy): MessageSetting {
  const { origin: host, allowedAddresses } = webhooks;
  const send = createOutgoing({ allowedAddresses, timeoutMs: TIMEOUT_MS });
  const robot = { send, plainAllowed: allowedAddresses.length > 0 };
  const channels: Channels = {
    ...(messages.mail && { EMAIL: createEmail({ ...messages.mail, host }) }),
    WECOM: createRobot('WECOM', robot),
    DINGTALK: createRobot('DINGTALK', robot),
  };
  return { policy, channels, close: () => Object.values(channels).forEach((channel) => void channel.close()) };
}

/** What people do with their addresses. */
export function openMessages(
  hub: { readonly db: Database; readonly clock: Clock; readonly sealing: Sealing },
  { policy, channels }: MessageSetting,
): Messages {
  return createMessages({ ...hub, addresses: createAddressStore(hub.db, hub.sealing.sealer), channels, policy });
}
