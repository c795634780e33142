import type { ZodType } from 'zod';

/** What a job carries: ids and names of things, never the things. The job reads them when it runs. */
export type JobPayload = Readonly<Record<string, string | number | null>>;

/** One kind of job, named in the imperative. */
export interface JobKind<P extends JobPayload> {
  readonly name: string;
  /** Parsed again when the job is taken: it may have been written by an older release. */
  readonly payload: ZodType<P>;
  /** How often it is tried in all. */
  readonly attempts: number;
  /** The first pause after a failure; each later one is twice as long. */
  readonly backoffMs: number;
}

/** When a scheduled job runs: by the calendar of a place, or at even distances. */
export type JobTiming = { readonly cron: string; readonly timeZone: string } | { readonly everyMs: number };

export interface EnqueueOptions {
  readonly delayMs?: number;
  /** While a job of this key waits, another is not added; while one runs, one more at most waits behind it. */
  readonly once?: string;
}

/** What takes jobs of one kind. */
export interface JobHandler {
  readonly kind: JobKind<JobPayload>;
  readonly run: (payload: JobPayload, signal: AbortSignal) => Promise<void>;
}

/** A job that failed every attempt. */
export interface DeadLetter {
  readonly id: string;
  readonly name: string;
  readonly payload: JobPayload;
  readonly attempts: number;
  /** A catalogue code with its message, or the kind of an unexpected error; never a value. */
  readonly reason: string;
  readonly failedAt: string;
}

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly dead: number;
}

/** Takes jobs until it is closed; closing lets the jobs under way finish. */
export interface JobWorker {
  close(): Promise<void>;
}

/** Jobs that survive a restart, on whichever backend. */
export interface Queue {
  readonly backend: 'postgresql' | 'redis';
  /** Adds a job and tells its id. */
  enqueue<P extends JobPayload>(kind: JobKind<P>, payload: P, options?: EnqueueOptions): Promise<string>;
  /** Adds or replaces the schedule of that key. */
  schedule<P extends JobPayload>(key: string, kind: JobKind<P>, payload: P, timing: JobTiming): Promise<void>;
  unschedule(key: string): Promise<void>;
  work(handlers: readonly JobHandler[], options?: { concurrency?: number }): Promise<JobWorker>;
  listDeadLetters(limit?: number): Promise<DeadLetter[]>;
  /** Puts a dead letter back in line. */
  retry(id: string): Promise<void>;
  counts(): Promise<JobCounts>;
  close(): Promise<void>;
}

/** Pairs a kind of job with what runs it. */
export function handler<P extends JobPayload>(
  kind: JobKind<P>,
  run: (payload: P, signal: AbortSignal) => Promise<void>,
): JobHandler {
  return { kind: kind as unknown as JobKind<JobPayload>, run: (payload, signal) => run(payload as P, signal) };
}
