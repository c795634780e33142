import { chmod, mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { openKeys } from './key-check.ts';
import { fileKeyProvider } from './key-provider.ts';

const db = await openTestDatabase();
beforeEach(() => db.execute('delete from sealing_key'));

const newFolder = async (): Promise<string> =>
  join(await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'keys-')), 'keys');
const empty = async (): Promise<boolean> => false;
const filled = async (): Promise<boolean> => true;

describe('keys and their database', () => {
  it('are made once, for their owner only', async () => {
    const folder = await newFolder();
    const [one, two] = await Promise.all([1, 2].map(() => openKeys(db, fileKeyProvider(folder), empty)));
    expect(one).toEqual(two);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'sealing.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['sealing.json']);
    expect(await openKeys(db, fileKeyProvider(folder), filled)).toEqual(one);
  });

  it('that are missing or foreign keep the database closed, and no fresh key is made', async () => {
    const folder = await newFolder();
    await openKeys(db, fileKeyProvider(folder), empty);
    const elsewhere = await newFolder();
    await expect(openKeys(db, fileKeyProvider(elsewhere), filled)).rejects.toMatchObject({ code: 'KEYS_MISSING' });
    await expect(fileKeyProvider(elsewhere).read()).resolves.toBeNull();
    const foreign = await newFolder();
    await fileKeyProvider(foreign).create();
    await expect(openKeys(db, fileKeyProvider(foreign), filled)).rejects.toMatchObject({ code: 'KEYS_NOT_OWN' });
    await rename(join(folder, 'sealing.json'), join(folder, 'moved.json'));
    await expect(openKeys(db, fileKeyProvider(folder), empty)).rejects.toMatchObject({ code: 'KEYS_MISSING' });
  });

  it('are asked for, one by one, as long as values may stand under them', async () => {
    const folder = await newFolder();
    const provider = fileKeyProvider(folder);
    await openKeys(db, provider, empty);
    const before = await readFile(provider.place, 'utf8');
    await provider.makeCurrent(await provider.add());
    expect((await openKeys(db, provider, filled)).current).toBe('k2');
    await writeFile(provider.place, before);
    await expect(openKeys(db, provider, filled)).rejects.toMatchObject({ code: 'SEALING_KEY_MISSING' });
    await db.execute(`update sealing_key set state = 'RETIRED' where id = 'k2'`);
    await expect(openKeys(db, provider, filled)).resolves.toMatchObject({ current: 'k1' });
  });

  it('a database that was filled without keys is not opened', async () => {
    const folder = await newFolder();
    await expect(openKeys(db, fileKeyProvider(folder), filled)).rejects.toMatchObject({ code: 'DATABASE_NOT_SEALED' });
    await expect(fileKeyProvider(folder).read()).resolves.toBeNull();
  });

  it('in a file that is not whole are an error that shows nothing of it', async () => {
    const folder = await newFolder();
    const provider = fileKeyProvider(folder);
    await provider.create();
    const content = await readFile(provider.place, 'utf8');
    await writeFile(provider.place, content.slice(0, -40));
    await chmod(provider.place, 0o600);
    const error: unknown = await provider.read().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'KEYS_UNREADABLE' });
    expect(String((error as Error).stack)).not.toMatch(/[0-9a-f]{20}/);
  });
});
