/** Typed client of the Wanjia 万家 hub. What needs Node stands in `@wanjia/client/node`. */
export type { AccessReport, MaskedEntry, WithheldEntry } from './access-report.ts';
export type { Change, ChangeIteration, ChangePage, ChangeRecords, FeedOptions } from './changes.ts';
export { type ClientOptions, createClient, type HubClient } from './client.ts';
export { type ClientCredentials, clientCredentials } from './client-credentials.ts';
export type { TypedDocument } from './document.ts';
export type {
  ExportedFile,
  ExportedFiles,
  ExportProgress,
  ExportRequest,
  StartOptions,
  WaitOptions,
} from './exports.ts';
export * from './generated/operations.ts';
export { type AnsweredError, CursorExpiredError, HubError, type OwnCode } from './hub-error.ts';
export type { TokenProvider } from './identity.ts';
export type { SubscribeOptions, Told } from './subscriptions.ts';
export type { Answer, RequestOptions } from './transport.ts';
