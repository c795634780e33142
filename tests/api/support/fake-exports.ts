/** One export of everybody, done and held in memory. */
import { WanjiaError } from '../../../src/kernel/errors.ts';
import { succeed } from '../../../src/kernel/result.ts';
import type { Export, ExportFile, Exports } from '../../../src/modules/exports/index.ts';

const FILE: ExportFile = {
  name: 'household-0001.ndjson',
  type: 'HOUSEHOLD',
  part: 1,
  rows: 3,
  bytes: 42,
  sha256: 'f00d',
};

export function createFakeExports(clock: { now(): Date }): Exports {
  const now = clock.now();
  const exported: Export = {
    ...{ id: 1, organisation: 'shanghai-data-warehouse', subject: 'warehouse', purpose: 'operations', grant: '' },
    identity: {
      ...{ issuer: 'urn:wanjia:local', subject: 'warehouse', clientId: null, issuedAt: now },
      stated: { organisation: null, roles: null, divisions: null },
    },
    ...{ types: ['HOUSEHOLD'], format: 'NDJSON', filter: {}, after: null, state: 'DONE', requestedAt: now },
    ...{ expectedRows: 3, rows: 3, rowLimit: 10, answeredBy: 'x', answeredAt: now, attempts: 1, cursor: 'c' },
    ...{ finishedAt: now, expiresAt: now, error: 'EXPORT_GRANT_CHANGED', consents: [] },
  };
  return {
    start: async () => succeed(1),
    wake: () => {},
    findOwn: async () => exported,
    listOf: async () => [exported],
    listWaiting: async () => [exported],
    filesOf: async () => [FILE],
    linkTo: (_exported, { name }) => `/exports/E1/${name}`,
    answer: async () => succeed(null),
    cancel: async () => succeed(null),
    follow: async () => {
      throw new WanjiaError('EXPORT_LINK_INVALID');
    },
    withdraw: async () => {},
    tend: async () => ({ begun: 0, removed: 0 }),
  };
}
