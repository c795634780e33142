import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Day } from '../../../src/kernel/day.ts';
import type { RawRow } from '../raw-row.ts';

/** A page as the agency gives it; `total` stands in the first one. */
export interface Page {
  readonly rows: readonly RawRow[];
  readonly pageSize: number;
  readonly total?: number | undefined;
  readonly asOf: Day;
}

/** One reading of a paged list from the first page to the last. */
export interface PagePass {
  readonly asOf: Day;
  readonly total: number;
  readonly count: number;
  /** Rows that an earlier page already had, word for word: a sign that rows moved down while reading. */
  readonly repeated: number;
  /** The first page, read once more at the end, was still the same. */
  readonly steady: boolean;
  readonly digest: string;
  rows(): Iterable<readonly RawRow[]>;
}

/** Pages beyond the announced total that are still read, to see whether the list has grown. */
const PAGES_BEYOND = 10;

/** A list of one page cannot shift; of a longer one, the first page tells whether rows came or went. */
async function isSteady(first: Page, pages: number, readPage: (page: number) => Promise<Page>): Promise<boolean> {
  if (pages === 1) return true;
  const again = await readPage(1);
  return again.total === first.total && JSON.stringify(again.rows) === JSON.stringify(first.rows);
}

/** Reads all pages; they are kept packed, because a list that shifted meanwhile must be read again as a whole. */
export async function readPages(readPage: (page: number) => Promise<Page>): Promise<PagePass> {
  const packed: Buffer[] = [];
  const seen = new Set<string>();
  const digest = createHash('sha256');
  let count = 0;
  let repeated = 0;
  const first = await readPage(1);
  const { total = 0, asOf } = first;
  for (let page = first; ; page = await readPage(packed.length + 1)) {
    const text = JSON.stringify(page.rows);
    packed.push(gzipSync(text, { level: 1 }));
    digest.update(text);
    count += page.rows.length;
    const fingerprints = page.rows.map(fingerprint);
    repeated += fingerprints.filter((print) => seen.has(print)).length;
    for (const print of fingerprints) seen.add(print);
    const last = Math.ceil(total / page.pageSize) + PAGES_BEYOND;
    if (page.rows.length < page.pageSize || packed.length >= last) break;
  }
  const steady = await isSteady(first, packed.length, readPage);
  return {
    ...{ asOf, total, count, repeated, steady },
    digest: digest.digest('hex'),
    *rows() {
      for (const page of packed) yield JSON.parse(gunzipSync(page).toString('utf8')) as readonly RawRow[];
    },
  };
}

function fingerprint(row: RawRow): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64');
}
