import { type ErrorCode, type ErrorParams, WanjiaError } from '../../src/kernel/errors.ts';

/** Where in a source something is wrong. */
export interface SourcePlace {
  /** The path in the delivery, or the feed's name. */
  readonly file?: string;
  /** The line of a text file (1 = the header of a plain CSV). */
  readonly line?: number;
  /** The data row (1 = the first under the header). */
  readonly row?: number;
  readonly column?: string;
}

/** What makes a whole batch unusable. Messages name places and counts, never values. */
export class SourceError extends WanjiaError {
  readonly place: SourcePlace;

  constructor(code: ErrorCode, params: ErrorParams & SourcePlace = {}, options?: ErrorOptions) {
    super(code, params, options);
    this.name = 'SourceError';
    const { file, line, row, column } = params;
    this.place = {
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
    };
  }
}
