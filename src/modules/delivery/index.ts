/** Delivery: what changed, in order, for those who follow the hub. */

export { type FeedState, listChanges, readFeedState } from './change.store.ts';
export type { Change, ChangeQuery, ChangeSpan } from './change.ts';
export { scopePatterns } from './change.ts';
export { CHANGE_CHANNEL } from './sequence.store.ts';
export { drainOutbox, type Sequencer, startSequencer } from './sequencer.ts';
