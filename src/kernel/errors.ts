import { ADMINISTRATION_ERRORS } from './catalogue/administration.ts';
import { API_ERRORS } from './catalogue/api.ts';
import { AUDIT_ERRORS } from './catalogue/audit.ts';
import { CASEWORK_ERRORS } from './catalogue/casework.ts';
import { CHANGE_ERRORS } from './catalogue/changes.ts';
import { CONSENT_ERRORS } from './catalogue/consent.ts';
import { DELIVERY_ERRORS } from './catalogue/delivery.ts';
import { DOCUMENT_ERRORS } from './catalogue/document.ts';
import { EXPORT_ERRORS } from './catalogue/export.ts';
import { FEDERATION_ERRORS } from './catalogue/federation.ts';
import { FILE_ERRORS } from './catalogue/file.ts';
import { MESSAGE_ERRORS } from './catalogue/message.ts';
import { PACK_ERRORS } from './catalogue/pack.ts';
import { PLATFORM_ERRORS } from './catalogue/platform.ts';
import { READING_ERRORS } from './catalogue/reading.ts';
import { ROW_ERRORS } from './catalogue/row.ts';
import { RULE_BOOK_ERRORS } from './catalogue/rule-book.ts';
import { TRANSPORT_ERRORS } from './catalogue/transport.ts';
import { WAREHOUSE_ERRORS } from './catalogue/warehouse.ts';
import { WEBHOOK_ERRORS } from './catalogue/webhook.ts';

/**
 * One error: what happened, in Chinese and English, and what to do next.
 * `{name}` in a text is replaced by that parameter.
 */
export interface ErrorEntry {
  readonly zh: string;
  readonly en: string;
  readonly suggestion: string;
}

/** Every error the hub can report. A module adds its own file under `catalogue/` and its line here. */
export const ERROR_CATALOGUE = {
  ...ROW_ERRORS,
  ...FILE_ERRORS,
  ...DELIVERY_ERRORS,
  ...TRANSPORT_ERRORS,
  ...READING_ERRORS,
  ...PLATFORM_ERRORS,
  ...API_ERRORS,
  ...PACK_ERRORS,
  ...CASEWORK_ERRORS,
  ...RULE_BOOK_ERRORS,
  ...CONSENT_ERRORS,
  ...CHANGE_ERRORS,
  ...AUDIT_ERRORS,
  ...ADMINISTRATION_ERRORS,
  ...FEDERATION_ERRORS,
  ...WEBHOOK_ERRORS,
  ...WAREHOUSE_ERRORS,
  ...EXPORT_ERRORS,
  ...MESSAGE_ERRORS,
  ...DOCUMENT_ERRORS,
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** What a message may mention: names of files and columns, counts, lines; never a person's values. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export type MessageLanguage = keyof ErrorEntry;

function fill(template: string, params: ErrorParams): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));
}

/** The text of an error in one language, or its suggestion. */
export function errorMessage(code: ErrorCode, params: ErrorParams = {}, language: MessageLanguage = 'en'): string {
  return fill(ERROR_CATALOGUE[code][language], params);
}

/** An error with a stable code; its texts come from the catalogue. */
export class WanjiaError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(errorMessage(code, params), options);
    this.name = 'WanjiaError';
    this.code = code;
    this.params = params;
  }

  get suggestion(): string {
    return errorMessage(this.code, this.params, 'suggestion');
  }

  messageIn(language: MessageLanguage): string {
    return errorMessage(this.code, this.params, language);
  }
}
