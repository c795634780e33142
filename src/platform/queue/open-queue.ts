import { Queue as BullQueue, Worker as BullWorker, type Job, type JobsOptions } from 'bullmq';
import { WanjiaError } from '../../kernel/errors.ts';
import { failureReason } from '../failure-reason.ts';
import { type BullConnection, bullConnection, type QueueSettings } from './bull-connection.ts';
import type { DeadLetter, JobHandler, JobKind, JobPayload, JobTiming, JobWorker, Queue } from './queue.ts';

export type { QueueSettings } from './bull-connection.ts';

const PATIENCE_MS = 10_000;
/** Finished jobs kept to look at. */
const KEPT_DONE = 200;
const KEPT_DEAD = 5_000;

function jobOptions(kind: JobKind<never>): JobsOptions {
  return {
    attempts: kind.attempts,
    backoff: { type: 'exponential', delay: kind.backoffMs },
    removeOnComplete: { count: KEPT_DONE },
    removeOnFail: { count: KEPT_DEAD },
  };
}

const repeatOf = (timing: JobTiming): { pattern: string; tz: string } | { every: number } =>
  'cron' in timing ? { pattern: timing.cron, tz: timing.timeZone } : { every: timing.everyMs };

function deadLetter(job: Job): DeadLetter {
  return {
    id: String(job.id),
    name: job.name,
    payload: job.data as JobPayload,
    attempts: job.attemptsMade,
    reason: job.failedReason ?? 'UNEXPECTED',
    failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
  };
}

async function runJob(handlers: ReadonlyMap<string, JobHandler>, job: Job, signal?: AbortSignal): Promise<void> {
  const found = handlers.get(job.name);
  try {
    if (!found) throw new WanjiaError('JOB_UNKNOWN', { name: job.name });
    await found.run(found.kind.payload.parse(job.data), signal ?? new AbortController().signal);
  } catch (cause) {
    // The queue stores the message and the stack: neither may quote what the job read.
    const error = new Error(failureReason(cause));
    error.stack = error.message;
    throw error;
  }
}

async function answering(ready: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    await Promise.race([ready, late]);
  } finally {
    clearTimeout(timer);
  }
}

function startWorker(
  name: string,
  { factory, options }: BullConnection,
  handlers: readonly JobHandler[],
  concurrency: number,
): JobWorker {
  const byName = new Map(handlers.map((one) => [one.kind.name, one]));
  const settings = { connection: options, concurrency };
  const process = (job: Job, _token?: string, signal?: AbortSignal): Promise<void> => runJob(byName, job, signal);
  const worker = factory ? new BullWorker(name, process, settings, factory) : new BullWorker(name, process, settings);
  // A lost connection is taken up again by itself; without a listener it would end the process.
  worker.on('error', () => undefined);
  return { close: () => worker.close() };
}

/** Opens the queue, bringing its tables up to date, and proves that it answers. */
export async function openQueue(settings: QueueSettings): Promise<Queue> {
  const name = settings.name ?? 'wanjia';
  const connection = bullConnection(settings);
  const { factory, options } = connection;
  const queue = factory
    ? new BullQueue(name, { connection: options }, factory)
    : new BullQueue(name, { connection: options });
  queue.on('error', () => undefined);
  try {
    await answering(queue.waitUntilReady());
  } catch (cause) {
    queue.close().catch(() => undefined);
    throw new WanjiaError('QUEUE_UNREACHABLE', { detail: cause instanceof Error ? cause.message : '' }, { cause });
  }
  return {
    backend: connection.backend,
    async enqueue(kind, payload, { delayMs, once } = {}) {
      const job = await queue.add(kind.name, kind.payload.parse(payload), {
        ...jobOptions(kind as JobKind<never>),
        ...(delayMs === undefined ? {} : { delay: delayMs }),
        ...(once === undefined ? {} : { deduplication: { id: once, keepLastIfActive: true } }),
      });
      return String(job.id);
    },
    async schedule(key, kind, payload, timing) {
      const data = kind.payload.parse(payload);
      const opts = jobOptions(kind as JobKind<never>);
      await queue.upsertJobScheduler(key, repeatOf(timing), { name: kind.name, data, opts });
    },
    async unschedule(key) {
      await queue.removeJobScheduler(key);
    },
    work: async (handlers, { concurrency = 1 } = {}) => startWorker(name, connection, handlers, concurrency),
    listDeadLetters: async (limit = 100) => (await queue.getFailed(0, limit - 1)).map((job) => deadLetter(job as Job)),
    async retry(id) {
      const job = await queue.getJob(id);
      if (!job) throw new WanjiaError('JOB_UNKNOWN', { name: id });
      await job.retry();
    },
    async counts() {
      const { wait, active, delayed, failed } = await queue.getJobCounts('wait', 'active', 'delayed', 'failed');
      return { waiting: wait ?? 0, active: active ?? 0, delayed: delayed ?? 0, dead: failed ?? 0 };
    },
    close: () => queue.close(),
  };
}
