import { CsvError, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { SourceError } from '../source-error.ts';
import { readText, type TextFile } from './csv-text.ts';

/** No record of a contract comes near it; a line that does has lost its line breaks or its closing quote. */
const LONGEST_RECORD = 1 << 20;

/** Records as RFC 4180 has them: a quoted field may hold commas, quotes and line breaks. */
const RFC_4180: Options<string[], string[]> = {
  delimiter: ',',
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  skip_empty_lines: true,
};

/** Consecutive records. */
export interface CsvRecords {
  readonly records: readonly (readonly string[])[];
  /** The line on which the first of them begins. */
  readonly line: number;
  /** The file ends here without a line end. */
  readonly unterminated: boolean;
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The end of the last whole record: the last line feed outside quotes. */
function endOfRecords(text: string): number {
  let end = 0;
  let from = 0;
  let quoted = false;
  for (;;) {
    const quote = text.indexOf('"', from);
    const stop = quote === -1 ? text.length : quote;
    const lineFeed = quoted || stop === from ? -1 : text.lastIndexOf('\n', stop - 1);
    if (lineFeed >= from) end = lineFeed + 1;
    if (quote === -1) return end;
    quoted = !quoted;
    from = quote + 1;
  }
}

function isOpenQuote(text: string): boolean {
  return text.split('"').length % 2 === 0;
}

function parseRecords(text: string, file: string, line: number): string[][] {
  try {
    return parse(text, RFC_4180);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const within = typeof cause.lines === 'number' ? cause.lines : 1;
    throw new SourceError('MALFORMED_CSV', { file, line: line + within - 1 });
  }
}

/** Reads a CSV file in pieces of whole records; memory stays bounded whatever the file holds. */
export async function* readCsvRecords(source: TextFile): AsyncGenerator<CsvRecords> {
  const { file } = source;
  let rest = '';
  let line = 1;
  for await (const piece of readText(source)) {
    const text = rest + piece;
    const end = endOfRecords(text);
    if (end > 0) {
      const whole = text.slice(0, end);
      yield { records: parseRecords(whole, file, line), line, unterminated: false };
      line += countLineFeeds(whole);
    }
    rest = text.slice(end);
    if (rest.length > LONGEST_RECORD) throw new SourceError('RECORD_TOO_LONG', { file, line, limit: LONGEST_RECORD });
  }
  if (rest === '') return;
  if (isOpenQuote(rest)) throw new SourceError('UNCLOSED_QUOTE', { file, line });
  yield { records: parseRecords(rest, file, line), line, unterminated: true };
}
