/** The parts of the client that need Node. */
export { type ExportedRecord, type ExportFileOptions, readExportFile } from './export-file.ts';
export { readWebhook, type WebhookEvent, WebhookRejected, type WebhookRequest } from './webhooks.ts';
