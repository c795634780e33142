/** Sends what has to arrive somewhere else: in order, with patience, by any number of processes. */
export { delivered, type Failure, failed, roundOf, type Tried, withheld } from './attempt.ts';
export { type Backlog, type DispatchedItem, listDead, readBacklog, removeEnded, sendAgain } from './backlog.store.ts';
export { createRounds, type Dispatcher, keepDispatching } from './dispatcher.ts';
export { keepHealth, type PartyHealth } from './health.store.ts';
export { whileInHand } from './in-hand.ts';
export { type Claimed, createItemStore, type ItemStore } from './item.store.ts';
export { readRetryAfter } from './patience.ts';
export { type DispatchTables, ITEM_STATES, type ItemState } from './tables.ts';
