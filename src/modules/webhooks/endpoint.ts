/** A webhook endpoint: where a partner's system is told of changes, and with whose rights. */
import type { ChangeType } from '../../kernel/change.ts';
import type { LastingCaller } from '../access/index.ts';
import type { Detail } from '../delivery/index.ts';

export const SIGNATURES = ['HMAC_SHA256', 'HMAC_SM3'] as const;
export type Signature = (typeof SIGNATURES)[number];

export const ENDPOINT_STATES = ['UNVERIFIED', 'ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

export interface Endpoint extends LastingCaller {
  readonly id: number;
  readonly url: string;
  readonly types: readonly ChangeType[];
  readonly detail: Detail;
  readonly signature: Signature;
  readonly state: EndpointState;
  /** GONE (410) or UNREACHABLE (for three days). */
  readonly stateReason: string | null;
  readonly position: number;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly heldUntil: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** What a new endpoint is to be. */
export interface EndpointDraft {
  readonly caller: LastingCaller;
  readonly url: string;
  readonly types: readonly ChangeType[];
  readonly detail: Detail;
  readonly signature: Signature;
}
