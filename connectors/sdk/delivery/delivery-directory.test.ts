import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  deliver,
  emptyDirectory,
  openSmall,
  readDelivered,
  removeDirectories,
  rowsOf,
  SMALL_HEADER,
  smallLine,
} from './kit-delivery.ts';

afterAll(removeDirectories);

const GOOD = `${SMALL_HEADER}\n${smallLine('K1')}\n`;

describe('the manifest', () => {
  it('must be there', async () => {
    await expect(openSmall(await emptyDirectory())).rejects.toMatchObject({ code: 'MANIFEST_MISSING' });
  });

  it.each(['{', '[]', '{"asOf":"2026-02-30","deliveredAt":"x","files":[]}', '{"files":{}}'])(
    'is refused as a whole where it is %s',
    async (text) => {
      const directory = await emptyDirectory();
      await writeFile(join(directory, 'manifest.json'), text);
      await expect(openSmall(directory)).rejects.toMatchObject({ code: 'MANIFEST_UNREADABLE' });
    },
  );

  it.each([{ recordType: 'XX99' }, { format: 'pdf' }, { rows: -1 }, { sha256: 'abc' }, { encoding: 'big5' }])(
    'refuses one entry with %j and lets the others go on',
    async (changes) => {
      const delivery = await openSmall(await deliver('a.csv', GOOD, changes));
      expect(delivery.batches).toEqual([]);
      expect(delivery.refused).toMatchObject([{ name: 'a.csv', error: { code: 'MANIFEST_UNREADABLE' } }]);
    },
  );

  it.each([
    [{ encoding: 'big5' }, 'encoding: expected one of utf-8, utf-8-bom, gb18030'],
    [{ format: 'pdf' }, 'format: expected csv or xlsx'],
    [{ rows: -1 }, 'rows: expected at least 0'],
    [{ sha256: 'abc' }, 'sha256: expected 64 hexadecimal digits'],
    [{ mode: undefined }, 'mode: expected one of full, incremental'],
  ])('says what is expected instead of %j', async (changes, words) => {
    const { refused } = await openSmall(await deliver('a.csv', GOOD, changes));
    expect(refused[0]?.error.message).toContain(`a.csv: ${words}`);
  });

  it('says what is expected of itself', async () => {
    const directory = await emptyDirectory();
    await writeFile(join(directory, 'manifest.json'), '{"asOf":"2026-02-30","deliveredAt":"x"}');
    await expect(openSmall(directory)).rejects.toThrow(
      /deliveredAt: expected a time such as .*; asOf: expected a day such as .*; files: expected a value of type array/,
    );
  });

  it('names the files it does not mention, which are not read', async () => {
    const directory = await deliver('民政/a.csv', GOOD);
    await writeFile(join(directory, '民政', 'old.csv'), 'x');
    await writeFile(join(directory, '说明.txt'), 'x');
    const delivery = await openSmall(directory);
    expect(delivery.unlisted).toEqual(['民政/old.csv', '说明.txt']);
    expect(await rowsOf(delivery.batches[0])).toHaveLength(1);
  });
});

describe('paths', () => {
  it.each(['../a.csv', '/etc/passwd', 'x/../../a.csv', 'a\u0000.csv'])(
    'may not leave the delivery: %j',
    async (path) => {
      const directory = await deliver('a.csv', GOOD, { path });
      await expect(readDelivered(directory)).rejects.toMatchObject({ code: 'PATH_OUTSIDE_DELIVERY' });
    },
  );

  it('may not leave the delivery by a link', async () => {
    const elsewhere = await deliver('a.csv', GOOD);
    const directory = await deliver('a.csv', GOOD, { path: 'link.csv' });
    await symlink(join(elsewhere, 'a.csv'), join(directory, 'link.csv'));
    await expect(readDelivered(directory)).rejects.toMatchObject({ code: 'PATH_OUTSIDE_DELIVERY' });
  });

  it.each(['b.csv', '.'])('must lead to a file: %s', async (path) => {
    const directory = await deliver('a.csv', GOOD, { path });
    await expect(readDelivered(directory)).rejects.toMatchObject({
      code: path === '.' ? 'PATH_OUTSIDE_DELIVERY' : 'FILE_MISSING',
    });
  });
});

describe('what the manifest announces', () => {
  it('must be the file that came, by its checksum', async () => {
    const directory = await deliver('a.csv', GOOD, { sha256: '0'.repeat(64) });
    const error: unknown = await readDelivered(directory).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'CHECKSUM_MISMATCH', place: { file: 'a.csv' } });
    expect(String(error)).toMatch(/0{64}.*[0-9a-f]{64}/);
  });

  it.each([0, 2])('must be the number of rows, where it says %i of 1', async (rows) => {
    const error: unknown = await readDelivered(await deliver('a.csv', GOOD, { rows })).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'ROW_COUNT_MISMATCH', params: { expected: rows, actual: 1 } });
  });

  it('must name the agency the record type belongs to', async () => {
    const directory = await deliver('a.csv', GOOD, { agency: 'education' });
    await expect(readDelivered(directory)).rejects.toMatchObject({ code: 'WRONG_AGENCY' });
    expect((await openSmall(directory)).batches.map(({ agency }) => agency)).not.toContain('education');
  });
});
