import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTestDatabase } from '../../../tests/support/database.ts';
import { HAS_REDIS, startRedis } from '../../../tests/support/redis.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { openQueue, type QueueSettings } from './open-queue.ts';
import { handler, type JobKind, type Queue } from './queue.ts';

interface Sync extends Record<string, string | number | null> {
  feed: string;
}

const SYNC: JobKind<Sync> = { name: 'sync', payload: z.object({ feed: z.string() }), attempts: 2, backoffMs: 20 };

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await done()); tries += 1) await sleep(25);
  expect(await done()).toBe(true);
}

const databaseUrl = await createTestDatabase({ empty: true });
const redis = HAS_REDIS ? await startRedis() : null;
afterAll(() => redis?.close());

const backends: [string, QueueSettings][] = [['PostgreSQL', { databaseUrl }]];
if (redis !== null) backends.push(['Redis', { databaseUrl, redisUrl: redis.url }]);

async function withQueue(settings: QueueSettings, name: string, work: (queue: Queue) => Promise<void>): Promise<void> {
  const queue = await openQueue({ ...settings, name });
  try {
    await work(queue);
  } finally {
    await queue.close();
  }
}

if (!HAS_REDIS) it.skip('with Redis: redis-server is not on the PATH', () => undefined);

describe.each(backends)('a queue on %s', (backend, settings) => {
  it('runs a job with its payload', () =>
    withQueue(settings, 'runs', async (queue) => {
      const seen: string[] = [];
      await queue.enqueue(SYNC, { feed: 'civil-affairs' });
      const worker = await queue.work([handler(SYNC, async ({ feed }) => void seen.push(feed))]);
      await until(() => seen.length === 1);
      await worker.close();
      expect(seen).toEqual(['civil-affairs']);
      expect(queue.backend).toBe(backend === 'Redis' ? 'redis' : 'postgresql');
    }));

  it('tries again, then lists a dead letter without the values the error told', () =>
    withQueue(settings, 'fails', async (queue) => {
      let tries = 0;
      const worker = await queue.work([
        handler(SYNC, async () => {
          tries += 1;
          throw tries < 3 ? new Error('Zhang San 310199199001011234') : new WanjiaError('PORT_IN_USE', { port: 1 });
        }),
      ]);
      await queue.enqueue(SYNC, { feed: 'education' });
      await until(async () => (await queue.counts()).dead === 1);
      expect(tries).toBe(2);
      const [letter] = await queue.listDeadLetters();
      expect(letter).toMatchObject({
        name: 'sync',
        payload: { feed: 'education' },
        attempts: 2,
        reason: 'UNEXPECTED Error',
      });
      await queue.retry(letter?.id ?? '');
      await until(async () => tries >= 3 && (await queue.counts()).dead === 1);
      expect((await queue.listDeadLetters())[0]?.reason).toContain('PORT_IN_USE');
      await worker.close();
    }));

  it('adds a job once while another of its key waits', () =>
    withQueue(settings, 'once', async (queue) => {
      await queue.enqueue(SYNC, { feed: 'a' }, { once: 'k' });
      await queue.enqueue(SYNC, { feed: 'a' }, { once: 'k' });
      expect((await queue.counts()).waiting).toBe(1);
    }));

  it('runs a schedule until it is taken away', () =>
    withQueue(settings, 'schedules', async (queue) => {
      let runs = 0;
      const worker = await queue.work([
        handler(SYNC, async () => {
          runs += 1;
        }),
      ]);
      await queue.schedule('every', SYNC, { feed: 'a' }, { everyMs: 100 });
      await queue.schedule('nightly', SYNC, { feed: 'a' }, { cron: '0 2 * * *', timeZone: 'Asia/Shanghai' });
      await until(() => runs >= 2);
      await queue.unschedule('every');
      await worker.close();
    }));
});

it('says so when the queue cannot be reached', async () => {
  const url = 'postgresql://nobody:none@127.0.0.1:9/none';
  await expect(openQueue({ databaseUrl: url })).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
});
