import { type BackendFactory, createPostgresBackend, type IQueueBackend } from 'bullmq';

/** Where jobs are kept: in PostgreSQL, or in Redis where its URL is given. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Queues of different names do not see each other's jobs. */
  readonly name?: string;
}

/** What BullMQ wants to know to reach its backend. The types of its two backends differ; it is passed through. */
export interface BullConnection {
  readonly backend: 'postgresql' | 'redis';
  // biome-ignore lint/suspicious/noExplicitAny: BullMQ's own parameter for "options of whichever backend"
  readonly factory: BackendFactory<IQueueBackend, any> | undefined;
  readonly options: Record<string, unknown>;
}

const SCHEMA = 'wanjia_jobs';

export function bullConnection({ databaseUrl, redisUrl }: QueueSettings): BullConnection {
  if (redisUrl) return { backend: 'redis', factory: undefined, options: { url: redisUrl, maxRetriesPerRequest: null } };
  const options = {
    connectionString: databaseUrl,
    application_name: 'wanjia-queue',
    schema: SCHEMA,
    migrate: true,
    max: 4,
  };
  return { backend: 'postgresql', factory: createPostgresBackend, options };
}
