import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { AGENCY_OF } from '../../../src/kernel/agency.ts';
import type { Day } from '../../../src/kernel/day.ts';
import { readCsv } from '../formats/csv.ts';
import type { RowChunks } from '../formats/table.ts';
import { readXlsx } from '../formats/xlsx.ts';
import type { RecordContract } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { SourceError } from '../source-error.ts';
import { resolveInDelivery } from './delivery-path.ts';
import type { ManifestFile } from './manifest.ts';

/** One file of a delivery. */
export interface DeliveredFile {
  readonly directory: string;
  readonly entry: ManifestFile;
  readonly contract: RecordContract;
  readonly asOf: Day;
  readonly deliveredAt: string;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** A file that is another one than the manifest announced is refused before a row of it is read. */
async function verifyChecksum(path: string, { path: file, sha256 }: ManifestFile): Promise<void> {
  const actual = await sha256Of(path);
  if (actual !== sha256) throw new SourceError('CHECKSUM_MISMATCH', { file, expected: sha256, actual });
}

function readTable(path: string, delivered: DeliveredFile, onHeaders: (names: readonly string[]) => void): RowChunks {
  const { entry, contract } = delivered;
  const table = { path, file: entry.path, contract, onHeaders };
  return entry.format === 'csv'
    ? readCsv({ ...table, encoding: entry.encoding })
    : readXlsx({ ...table, sheet: entry.sheet, headerRow: entry.headerRow, rows: entry.rows });
}

/** The batch of one delivered file. Whatever is wrong with the file is thrown by `rows()`. */
export function fileBatch(delivered: DeliveredFile): SourceBatch {
  const { entry, directory, asOf, deliveredAt } = delivered;
  const { recordType, agency, mode, rows: announced, sha256 } = entry;
  let headers: readonly string[] = [];

  async function* rows(): RowChunks {
    if (AGENCY_OF[recordType] !== agency)
      throw new SourceError('WRONG_AGENCY', { file: entry.path, recordType, agency });
    const path = await resolveInDelivery(directory, entry.path);
    await verifyChecksum(path, entry);
    let actual = 0;
    for await (const chunk of readTable(path, delivered, (names) => (headers = names))) {
      actual += chunk.length;
      yield chunk;
    }
    if (actual !== announced) {
      throw new SourceError('ROW_COUNT_MISMATCH', { file: entry.path, expected: announced, actual });
    }
  }

  return {
    recordType,
    // Where the manifest names another agency, the refusal stands with the feed that goes without its delivery.
    agency: AGENCY_OF[recordType],
    name: entry.path,
    mode,
    asOf,
    deliveredAt,
    expected: { rows: announced, sha256 },
    file: { path: resolve(directory, entry.path), entry },
    headers: () => headers,
    rows,
  };
}
