/** Delivery: what changed, in order, for those who follow the hub. */

export {
  type ChangedEntity,
  countChangedEntities,
  type EntityQuery,
  listChangedEntities,
  listChanges,
  readChangesAt,
  readFeedState,
} from './change.store.ts';
export type { Change, ChangeQuery, ChangeSpan, FeedState } from './change.ts';
export { scopePatterns } from './change.ts';
export { type ChangeFeed, createChangeFeed, type FeedPage, type FeedQuery } from './change-feed.ts';
export { type CursorCodec, createCursors, FEED_BEGINNING, type FeedPlace } from './cursor.ts';
export {
  CHANGE_WORDS,
  type ChangeEvent,
  changeEventOf,
  changeFields,
  DETAIL_WORDS,
  type Detail,
  EVENT_CONTENT_TYPE,
  eventType,
  eventTypes,
  SUBSCRIPTIONS,
  type SubscriptionName,
  type TestEvent,
  TOLD_OPERATIONS,
  type ToldOperation,
  testEventSchema,
  type WebhookHeaders,
  webhookHeaders,
} from './events.ts';
export { type ChangeFanout, createFanout } from './fanout.ts';
export { type FeedSnapshot, openFeedSnapshot } from './feed-snapshot.ts';
export { type ChangeFollower, type FollowQuery, followChanges } from './follow.ts';
export { compactChanges } from './retention.ts';
export { CHANGE_CHANNEL } from './sequence.store.ts';
export { drainOutbox, type Sequencer, startSequencer } from './sequencer.ts';
