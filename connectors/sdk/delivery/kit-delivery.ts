import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RecordType } from '../../../src/kernel/agency.ts';
import { day, text } from '../field-kinds/index.ts';
import type { SourceRow } from '../raw-row.ts';
import { defineContract, optional, type RecordContract, required } from '../record-contract.ts';
import type { SourceBatch } from '../source-batch.ts';
import { type Delivery, openDelivery } from './delivery-directory.ts';

/** A small record type, enough to try files on. */
export const SMALL_CONTRACT: RecordContract = defineContract({
  recordType: 'CA04',
  title: '死亡登记',
  fields: {
    residentId: optional('身份证号', text()),
    name: required('姓名', text()),
    diedOn: required('死亡日期', day),
  },
  person: { number: 'residentId' },
});

export const SMALL_HEADER = '来源主键,更新时间,操作,身份证号,姓名,死亡日期';

/** A line of the small record type. */
export const smallLine = (key: string, name = '甲'): string => `${key},2026-10-31 08:00:00,U,,${name},2026-10-01`;

const made: string[] = [];

/** An empty directory of its own, until {@link removeDirectories}. */
export async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'wanjia-kit-'));
  made.push(directory);
  return directory;
}

export async function removeDirectories(): Promise<void> {
  await Promise.all(made.splice(0).map((directory) => rm(directory, { recursive: true, force: true })));
}

/** Writes a delivery of one file; `changes` replaces what its manifest entry says. */
export async function deliver(
  path: string,
  content: string | Uint8Array,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const directory = await emptyDirectory();
  const bytes = Buffer.from(content as string);
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), bytes);
  const entry = {
    recordType: 'CA04',
    agency: 'civil-affairs',
    path,
    format: 'csv',
    encoding: 'utf-8',
    mode: 'full',
    rows: 1,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...changes,
  };
  const manifest = { deliveredAt: '2026-11-01T02:00:00+08:00', asOf: '2026-10-31', files: [entry] };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return directory;
}

export async function openSmall(directory: string): Promise<Delivery> {
  const contracts: Partial<Record<RecordType, RecordContract>> = { CA04: SMALL_CONTRACT };
  return openDelivery(directory, { contracts });
}

/** All rows of a batch. */
export async function rowsOf(batch: SourceBatch | undefined): Promise<readonly SourceRow[]> {
  if (batch === undefined) throw new Error('no batch');
  const rows: SourceRow[] = [];
  for await (const chunk of batch.rows()) rows.push(...chunk);
  return rows;
}

/** The rows of the one file of a delivery. */
export async function readDelivered(directory: string): Promise<readonly SourceRow[]> {
  return rowsOf((await openSmall(directory)).batches[0]);
}
