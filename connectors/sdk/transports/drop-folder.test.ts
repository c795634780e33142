import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connector } from '../connector.ts';
import {
  deliver,
  emptyDirectory,
  removeDirectories,
  SMALL_CONTRACT,
  SMALL_HEADER,
  smallLine,
} from '../delivery/kit-delivery.ts';
import { dropFolderConnector } from '../drop-folder-connector.ts';
import { type SyncOptions, type SyncOutcome, syncOnce } from './kit-sync.ts';

afterAll(removeDirectories);

const connector: Connector = dropFolderConnector('civil-affairs', [SMALL_CONTRACT]);
const file = (...keys: string[]): string => `${[SMALL_HEADER, ...keys.map((key) => smallLine(key))].join('\n')}\n`;
let folder = '';

async function drop(name: string, keys: readonly string[], changes: object = {}): Promise<void> {
  await cp(await deliver('deaths.csv', file(...keys), { rows: keys.length, ...changes }), join(folder, name), {
    recursive: true,
  });
}

const sync = (before?: SyncOutcome, options: SyncOptions = {}): Promise<SyncOutcome> =>
  syncOnce(connector, { folder }, { ...(before && { checkpoints: before.checkpoints }), ...options });

beforeEach(async () => {
  folder = await emptyDirectory();
});

describe('a drop folder', () => {
  it('gives each delivery once, the oldest first', async () => {
    await drop('2026-10', ['K2']);
    await drop('2026-09', ['K1']);
    const first = await sync();
    expect(first.names).toEqual(['2026-09/deaths.csv', '2026-10/deaths.csv']);
    await drop('2026-11', ['K3']);
    const second = await sync(first);
    expect(second.names).toEqual(['2026-11/deaths.csv']);
    expect((await sync(second)).names).toEqual([]);
  });

  it('gives a month again when it is delivered again', async () => {
    await drop('2026-10', ['K1']);
    const first = await sync();
    await drop('2026-10', ['K1', 'K2']);
    expect((await sync(first)).rows.get('CA04')).toHaveLength(2);
  });

  it('gives a file that could not be read again, until it can', async () => {
    await drop('2026-10', ['K1'], { sha256: '0'.repeat(64) });
    const first = await sync();
    expect(first.failures).toMatchObject([{ code: 'CHECKSUM_MISMATCH' }]);
    await drop('2026-10', ['K1']);
    expect((await sync(first)).names).toEqual(['2026-10/deaths.csv']);
  });

  it('waits for the manifest, which comes last, and reports one that cannot be read', async () => {
    await mkdir(join(folder, '2026-09'));
    await writeFile(join(folder, '2026-09', 'deaths.csv'), file('K1'));
    await drop('2026-10', ['K2']);
    await writeFile(join(folder, '2026-10', 'manifest.json'), '{');
    await drop('2026-11', ['K3']);
    const warnings: unknown[] = [];
    const log = { info: () => undefined, warn: (fields: object) => warnings.push(fields) };
    expect((await sync(undefined, { log })).names).toEqual(['2026-11/deaths.csv']);
    expect(warnings).toEqual([{ folder: '2026-10', code: 'MANIFEST_UNREADABLE' }]);
  });

  it('that is not there yet gives nothing', async () => {
    folder = join(folder, 'later');
    expect(await sync()).toMatchObject({ names: [], failure: null });
  });

  it('forgets the marks of folders that have been taken away', async () => {
    await drop('2026-10', ['K1']);
    const first = await sync();
    folder = await emptyDirectory();
    await drop('2026-11', ['K2']);
    const { checkpoints } = await sync(first);
    expect(JSON.stringify(checkpoints.get('CA04'))).not.toContain('2026-10');
  });
});
