/** The two tables of a dispatch: who is told, and what is on its way to them. */

/**
 * Parties have the columns state (ACTIVE is told, DISABLED not any more), state_reason, failures, failing_since,
 * held_until and version. Items have lane, state, planned_at, attempts, next_attempt_at, leased_until, status, error,
 * doubtful and ended_at, and the two named here.
 */
export interface DispatchTables {
  readonly parties: string;
  readonly items: string;
  /** Column of the items that names their party. */
  readonly party: string;
  /** Column that names an item among its party's; items of a lane are tried in its order. */
  readonly item: string;
}

/** How an item stands. WITHHELD: its party was not to be told. DEAD: given up, waits to be sent again. */
export const ITEM_STATES = ['PENDING', 'DELIVERED', 'WITHHELD', 'DEAD'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
