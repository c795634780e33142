/** Messages: the staff are told of what waits for them, each of what they may see, and never of a person's values. */
export { type AddressStore, createAddressStore, SEALED_COLUMNS } from './address.store.ts';
export {
  ADDRESS_STATES,
  type AddressDraft,
  type AddressReach,
  type AddressState,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  type MessageAddress,
  type MessageChannel,
  type MessageKind,
  type Preferences,
} from './address.ts';
export { forgetNotices, MESSAGE_TABLES } from './bundle.store.ts';
export type { Channel, Channels } from './channel.ts';
export { forgetCodes } from './code.store.ts';
export { createMessageDispatcher, type MessageDispatcherDeps, startMessages } from './dispatcher.ts';
export { createEmail, type MailSettings } from './email.ts';
export { type AddressOrder, createMessages, type MessageRefusal, type Messages } from './message.service.ts';
export { loadMessagePolicy, type MessagePolicy, messagesFile } from './message-policy.ts';
export { createRobot } from './robot.ts';
export type { MessageViewer, SeenAlert, SeenEmergency } from './seen.ts';
