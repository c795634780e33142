/** Webhooks: partners' systems are told of changes, with their own rights, in order and at least once. */
export { WEBHOOK_TABLES } from './delivery.store.ts';
export { createDispatcher, type DispatcherDeps, startDispatcher, type Viewer } from './dispatcher.ts';
export { createEndpointStore, type EndpointStore, SEALED_COLUMNS } from './endpoint.store.ts';
export {
  ENDPOINT_STATES,
  type Endpoint,
  type EndpointState,
  SIGNATURES,
  type Signature,
} from './endpoint.ts';
export type { SeenChange } from './event.ts';
export type { SeenChanges } from './sending.ts';
export {
  createWebhooks,
  type EndpointOrder,
  type TestReport,
  type WebhookRefusal,
  type Webhooks,
} from './webhook.service.ts';
