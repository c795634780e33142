/** A way by which messages reach people. */
import type { Failure } from '../../platform/dispatch/index.ts';
import type { MessageAddress, MessageChannel } from './address.ts';
import type { Letter } from './letter.ts';

/** What becomes of a letter: it was taken, or why not. */
export type Handed = { readonly ok: true; readonly status: number } | ({ readonly ok: false } & Failure);

export type Recipient = Pick<MessageAddress, 'channel' | 'address' | 'secret'>;

export interface Envelope {
  /** The same at every try of a message. */
  readonly id: string;
  readonly at: Date;
}

export interface Channel {
  /** Whether this can be an address of the channel. */
  takes(recipient: Recipient): boolean;
  hand(recipient: Recipient, letter: Letter, envelope: Envelope): Promise<Handed>;
  close(): void;
}

/** Those that are set up. */
export type Channels = Readonly<Partial<Record<MessageChannel, Channel>>>;
