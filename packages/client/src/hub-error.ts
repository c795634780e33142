/** Why the hub, or the way to it, did not answer. */

/** Codes of the client's own; the hub's stand in its catalogue, such as FORBIDDEN or CURSOR_EXPIRED. */
export type OwnCode = 'NETWORK' | 'TIMEOUT' | 'NOT_AN_ANSWER' | 'NOT_RESUMABLE' | 'FILE_DAMAGED';

/** Codes after which the same may succeed in a moment. */
export const PASSING: ReadonlySet<string> = new Set(['DATABASE_AWAY', 'DISCLOSURE_LOG_FULL', 'DISCLOSURE_LOG_FAILED']);

/** An error as GraphQL answers carry it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: { readonly code?: string; readonly suggestion?: string } | undefined;
}

export interface HubErrorParts {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string | null;
  /** HTTP status; null: there was none. */
  readonly status?: number | null;
  /** How long the hub asks to wait. */
  readonly retryAfterMs?: number | null;
  readonly errors?: readonly AnsweredError[];
  /** What was answered beside the errors. */
  readonly data?: unknown;
  readonly cause?: unknown;
}

/** A failure with the hub's stable code, its text in Chinese and English, and what to do next. */
export class HubError extends Error {
  readonly code: string;
  readonly suggestion: string | null;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly errors: readonly AnsweredError[];
  readonly data: unknown;

  constructor({ code, message, cause, ...rest }: HubErrorParts) {
    super(message, { cause });
    this.name = 'HubError';
    this.code = code;
    this.suggestion = rest.suggestion ?? null;
    this.status = rest.status ?? null;
    this.retryAfterMs = rest.retryAfterMs ?? null;
    this.errors = rest.errors ?? [];
    this.data = rest.data ?? null;
  }
}

/** The cursor is older than the changes the hub keeps: begin again without one, or from a new export. */
export class CursorExpiredError extends HubError {
  override readonly name = 'CursorExpiredError';
}

/** The error of an answer's errors, by the first of them. */
export function answeredError(
  errors: readonly AnsweredError[],
  rest: Pick<HubErrorParts, 'status' | 'retryAfterMs' | 'data'> = {},
): HubError {
  const [first] = errors;
  const code = first?.extensions?.code ?? 'NOT_AN_ANSWER';
  const message = first?.message ?? 'the hub answered with an error that says nothing';
  const parts = { code, message, suggestion: first?.extensions?.suggestion ?? null, errors, ...rest };
  return code === 'CURSOR_EXPIRED' ? new CursorExpiredError(parts) : new HubError(parts);
}
