/** The parts of the client that need Node. */
export { readWebhook, type WebhookEvent, WebhookRejected, type WebhookRequest } from './webhooks.ts';
