import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from './database.ts';
import { startEmbedded, stopEmbedded } from './embedded.ts';

const home = await mkdtemp(join(tmpdir(), 'wanjia-embedded-'));
await chmod(home, 0o755);

afterAll(async () => {
  await stopEmbedded(home);
  await rm(home, { recursive: true, force: true });
});

/** Another process that starts the server in the same home and stays until it is killed. */
async function otherProcess(): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))};
    await startEmbedded({ home: ${JSON.stringify(home)}, durable: false });
    console.log('started');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', './bin/typescript.js', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface(child.stdout), 'line');
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const start = (): ReturnType<typeof startEmbedded> => startEmbedded({ home, durable: false });
const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  it('starts in an empty home, keeps its password to its owner, and stops', async () => {
    const server = await start();
    expect(server.attached).toBe(false);
    const db = await openDatabase({ url: server.url, applicationName: 'wanjia-test' });
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await db.close();
    expect((await stat(join(home, 'postgres-password'))).mode & 0o777).toBe(0o600);
    expect(await server.stop()).toBe(true);
  });

  it('is started once by callers of the same moment', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ port }) => port)).size).toBe(1);
    expect(servers.filter(({ attached }) => !attached)).toHaveLength(1);
  });

  it('goes on while another process is connected', async () => {
    const server = await start();
    const db = await openDatabase({ url: server.url, applicationName: 'wanjia-test' });
    expect(await server.stop()).toBe(false);
    await db.close();
    expect(await server.stop()).toBe(true);
  });

  it('is adopted when the process that started it was killed', async () => {
    const other = await otherProcess();
    await other.kill();
    const server = await start();
    expect(server.attached).toBe(true);
    expect(await server.stop()).toBe(true);
  });

  it('recovers when the server itself was killed, with what was committed', async () => {
    const first = await startEmbedded({ home });
    const db = await openDatabase({ url: first.url, applicationName: 'wanjia-test' });
    await db.execute('CREATE TABLE kept AS SELECT 7 AS value');
    await db.close();
    process.kill(await postmasterPid(), 'SIGKILL');
    const server = await start();
    expect(server.attached).toBe(false);
    const again = await openDatabase({ url: server.url, applicationName: 'wanjia-test' });
    expect(await again.query('SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await again.close();
    expect(await server.stop()).toBe(true);
  });
});
