/** What a queue keeps: the hub's own jobs, and one that failed as badly as it could, with people's values in its error. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { requestExport, scheduleExports } from '../../src/app/exports.ts';
import { requestDerive, requestReseal, scheduleJobs } from '../../src/app/jobs.ts';
import { openQueue, type QueueSettings } from '../../src/platform/queue/open-queue.ts';
import { handler, type JobKind } from '../../src/platform/queue/queue.ts';
import { startRedis } from '../support/redis.ts';

const BAD: JobKind<{ id: number }> = { name: 'bad', payload: z.object({ id: z.int() }), attempts: 1, backoffMs: 1 };

async function fill(settings: QueueSettings, values: readonly string[]): Promise<void> {
  const queue = await openQueue({ ...settings, name: 'canary' });
  await scheduleJobs(queue, {});
  await scheduleExports(queue);
  const worker = await queue.work([
    handler(BAD, async () => {
      throw Object.assign(new Error(values.join(' ')), { detail: values });
    }),
  ]);
  await queue.enqueue(BAD, { id: 1 });
  while ((await queue.counts()).dead === 0) await sleep(20);
  await worker.close();
  await requestDerive(queue);
  await requestReseal(queue);
  await requestExport(queue, 1);
  await queue.close();
}

async function valueAt(redis: Redis, key: string): Promise<unknown> {
  const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
    string: () => redis.get(key),
    hash: () => redis.hgetall(key),
    list: () => redis.lrange(key, 0, -1),
    set: () => redis.smembers(key),
    zset: () => redis.zrange(key, '0', '-1'),
    stream: () => redis.xrange(key, '-', '+'),
  };
  const read = kinds[await redis.type(key)];
  if (read === undefined) throw new Error('a kind of value that is not searched');
  return read();
}

/** Everything that Redis holds. */
export async function jobsInRedis(databaseUrl: string, values: readonly string[]): Promise<string> {
  const own = await startRedis();
  await fill({ databaseUrl, redisUrl: own.url }, values);
  const redis = new Redis(own.url);
  try {
    const keys = await redis.keys('*');
    const held = await Promise.all(keys.map(async (key) => `${key} ${JSON.stringify(await valueAt(redis, key))}`));
    return held.join('\n');
  } finally {
    redis.disconnect();
    await own.close();
  }
}

/** The same in the hub's database, where its tables are searched. */
export const jobsInDatabase = (databaseUrl: string, values: readonly string[]): Promise<void> =>
  fill({ databaseUrl }, values);
