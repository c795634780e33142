/** Exports over the hub: what callers ask for, and the runs that read a snapshot of it with their rights. */
import { join } from 'node:path';
import { z } from 'zod';
import { createExportReadings, type ExportReadingParts, type HubSnapshot } from '../../schema/index.ts';
import { recordColumns } from '../../schema/records/record-columns.ts';
import { createCases } from '../modules/casework/index.ts';
import { listChangedEntities, openFeedSnapshot } from '../modules/delivery/index.ts';
import {
  createExportRun,
  createExportStore,
  type ExportRun,
  type Exports,
  REMOVED_COLUMNS,
} from '../modules/exports/index.ts';
import { createHouseholdReader } from '../modules/household/index.ts';
import { prismaOver } from '../platform/prisma.ts';
import { handler, type JobHandler, type JobKind, type Queue } from '../platform/queue/queue.ts';
import type { Access } from './access.ts';
import { graphDependencies } from './graph.ts';
import type { Hub } from './hub.ts';

const WRITE: JobKind<{ export: number }> = {
  name: 'write-export',
  payload: z.object({ export: z.int().positive() }),
  // What was left behind is begun again by the next look at all of them.
  attempts: 1,
  backoffMs: 1_000,
};

const TEND: JobKind<Record<string, never>> = {
  name: 'tend-exports',
  payload: z.object({}),
  attempts: 1,
  backoffMs: 1_000,
};

const TEND_EVERY_MS = 30_000;
/** Connections of one snapshot beside the one that holds it. */
const SNAPSHOT_CONNECTIONS = 3;

/** Has an export written soon. */
export async function requestExport(queue: Queue, id: number): Promise<void> {
  await queue.enqueue(WRITE, { export: id }, { once: `${WRITE.name}:${id}` });
}

async function openHubSnapshot(hub: Hub, access: Access): Promise<HubSnapshot> {
  const { db, feed } = await openFeedSnapshot(hub.db, { applicationName: 'wanjia-export', max: SNAPSHOT_CONNECTIONS });
  const prisma = prismaOver(db.pool);
  const { sealer } = hub.sealing;
  const households = createHouseholdReader({ db, sealer });
  const then: Hub = { ...hub, db, prisma, households, cases: createCases({ db, clock: hub.clock, sealer }) };
  return {
    graph: graphDependencies(then, access, {
      changed: () => {},
      wakeExport: () => {},
      failedSyncs: async () => new Map(),
    }),
    entities: (query) => listChangedEntities(db, query),
    cursorFor: (organisation) =>
      hub.changes.cursorAt(feed, organisation, { position: feed.head, since: feed.keptAfter }),
    close: async () => {
      await prisma.$disconnect();
      await db.close();
    },
  };
}

/** Writes exports; closing leaves what is under way to others. */
export function openExportRun(hub: Hub, parts: ExportReadingParts & Access): ExportRun {
  const { db, clock, log, exportFiles: files } = hub;
  const read = createExportReadings(parts);
  const columns = recordColumns(parts.schema);
  return createExportRun({
    ...{ clock, log, files },
    exports: createExportStore(db),
    columnsOf: (type) => (type === 'REMOVED' ? REMOVED_COLUMNS : (columns.get(type) ?? [])),
    scratch: join(hub.config.home, 'export-scratch'),
    keepHours: parts.policy.exports.keepHours,
    open: (exported) => read(exported, () => openHubSnapshot(hub, parts)),
  });
}

export function exportHandlers({ run, tidy }: ExportRun, exports: Exports, { log }: Hub): readonly JobHandler[] {
  return [
    handler(WRITE, (payload) => run(payload.export)),
    handler(TEND, async () => {
      await tidy();
      const { removed } = await exports.tend();
      if (removed > 0) log.info('expired exports removed', { removed });
    }),
  ];
}

export async function scheduleExports(queue: Queue): Promise<void> {
  await queue.schedule(TEND.name, TEND, {}, { everyMs: TEND_EVERY_MS });
}
