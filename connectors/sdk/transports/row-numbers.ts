import type { RawRow, SourceRow } from '../raw-row.ts';

/** Numbers the rows of a transport as they come, from 1. */
export async function* numbered(
  chunks: Iterable<readonly RawRow[]> | AsyncIterable<readonly RawRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  let row = 0;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    yield chunk.map((raw) => {
      row += 1;
      return { row, raw };
    });
  }
}
