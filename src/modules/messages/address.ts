/** Where one of the staff, or a group of them, is told. */
import type { LastingCaller } from '../access/index.ts';
import type { OwnHours } from './hours.ts';

/** WECOM 企业微信群机器人, DINGTALK 钉钉自定义机器人. */
export const MESSAGE_CHANNELS = ['EMAIL', 'WECOM', 'DINGTALK'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What one may be told of. */
export const MESSAGE_KINDS = ['DIGEST', 'URGENT', 'RUNNING_OUT', 'PASSED_UP', 'EMERGENCY'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const ADDRESS_STATES = ['UNVERIFIED', 'ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];

/** What its owner may change. */
export interface Preferences extends OwnHours {
  readonly kinds: readonly MessageKind[];
  /** Whether what the policy lets pass may come in quiet hours. */
  readonly urgentInQuiet: boolean;
}

export interface MessageAddress extends LastingCaller, Preferences {
  readonly id: number;
  readonly channel: MessageChannel;
  /** Roles of a group's members: it is told what every one of them may see. Empty: one person's. */
  readonly audience: readonly string[];
  readonly address: string;
  /** A robot's signing secret; null: it has none. */
  readonly secret: string | null;
  readonly state: AddressState;
  /** UNREACHABLE: for three days. */
  readonly stateReason: string | null;
  /** The feed's position up to which it was looked at. */
  readonly position: number;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly heldUntil: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** What a new address is to be. */
export type AddressDraft = Pick<MessageAddress, 'channel' | 'audience' | 'address' | 'secret'> &
  Preferences & { readonly owner: LastingCaller };

/** What there is to look at of an address by whoever asks; null: everything. */
export interface AddressReach {
  readonly organisation: string | null;
  readonly subject: string | null;
}
