import { WanjiaError } from '../kernel/errors.ts';

/**
 * What may be kept of an error in a log or beside a job: catalogue texts name no person, but the message of any other error may
 * quote a row, so only its kind is kept.
 */
export function failureReason(error: unknown): string {
  if (error instanceof WanjiaError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'UNEXPECTED';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `UNEXPECTED ${error.name} ${code}` : `UNEXPECTED ${error.name}`;
}
