/** Exports over a served hub, as a client asks for them and fetches their files. */
import { randomUUID } from 'node:crypto';
import { openExportRun } from '../../src/app/exports.ts';
import { CHANGE_TYPES } from '../../src/kernel/change.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import type { ExportRun, FileStore } from '../../src/modules/exports/index.ts';
import { operation, type Question, type ServedHub } from './served-hub.ts';

export interface File {
  readonly url: string;
  readonly name: string;
  readonly type: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Exported {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
  readonly rows: number;
  readonly cursor: string | null;
  readonly files: readonly File[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface FeedEdge {
  readonly type: string;
  readonly id: string;
  readonly operation: string;
  readonly record: Readonly<Record<string, unknown>>;
}

export type Asker = Pick<Question, 'persona' | 'purpose'>;

/** A file's row, told apart by type and id. */
type Records = Map<string, Readonly<Record<string, unknown>>>;

const OWN = new URL('../../schema/operations/exports.graphql', import.meta.url);
export const WAREHOUSE: Asker = { persona: 'warehouse', purpose: 'operations' };

export const rowOf = ({ id }: Pick<Exported, 'id'>): number => Number(id.slice(1));
export const fetched = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

/** How a link is answered that opens nothing: status and code. */
export async function refusedLink(url: string, method = 'GET'): Promise<readonly [number, string | undefined]> {
  const response = await fetch(url, { method });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, errors?.[0]?.extensions.code];
}

/** The records of an export's NDJSON files; none may be there twice. */
export async function recordsOf({ files }: Exported): Promise<Records> {
  const found: Records = new Map();
  for (const { url, type } of files)
    for (const line of (await fetched(url)).toString('utf8').split('\n').filter(Boolean)) {
      const record = JSON.parse(line) as { id: string };
      if (found.has(`${type} ${record.id}`)) throw new Error(`${type} ${record.id} is there twice`);
      found.set(`${type} ${record.id}`, record);
    }
  return found;
}

export interface Exporting {
  readonly run: ExportRun;
  start(input: object, asker?: Asker, key?: string): Promise<Exported>;
  read(id: string, asker?: Asker): Promise<Exported | null>;
  /** The mutations about one export. */
  work(name: 'CancelExport' | 'AnswerExport', variables: object, asker?: Asker): Promise<object | undefined>;
  /** Asks for an export, has it written, and reads how it ended. */
  ended(input?: object): Promise<Exported>;
  /** The same where it must succeed. */
  done(input?: object): Promise<Exported>;
  feed(after: string | null): Promise<{ readonly edges: readonly FeedEdge[]; readonly endCursor: string }>;
}

export async function exportingOver(
  { hub, face, ask }: ServedHub,
  changes: { readonly files?: FileStore } = {},
): Promise<Exporting> {
  const run = openExportRun({ ...hub, exportFiles: changes.files ?? hub.exportFiles }, face.standing);
  const [start, read, feed] = await Promise.all([
    operation('StartExport'),
    operation('ExportFiles', OWN),
    operation('Changes'),
  ]);
  const exporting: Exporting = {
    run,
    async start(input, asker = WAREHOUSE, key) {
      const { data, errors } = await ask<{ startExport: Exported | null }>({
        ...asker,
        query: start,
        variables: { input: { types: CHANGE_TYPES, format: 'NDJSON', ...input }, key: key ?? randomUUID() },
      });
      if (data?.startExport == null) throw new Error(errors?.map(({ extensions }) => extensions.code).join());
      return data.startExport;
    },
    read: async (id, asker = WAREHOUSE) =>
      (await ask<{ export: Exported | null }>({ ...asker, query: read, variables: { id } })).data?.export ?? null,
    async work(name, variables, asker = WAREHOUSE) {
      const query = await operation(name, OWN);
      const { data } = await ask<Record<string, object>>({ ...asker, query, variables: { ...variables } });
      return Object.values(data ?? {})[0];
    },
    async ended(input = {}) {
      const { id } = await exporting.start(input);
      await run.run(rowOf({ id }));
      const found = await exporting.read(id);
      if (found === null) throw new Error('the export is not its owner’s');
      return found;
    },
    async done(input) {
      const found = await exporting.ended(input);
      if (found.state !== 'DONE') throw new Error(`${found.state} ${found.error?.code}`);
      return found;
    },
    async feed(after) {
      await drainOutbox(hub.db);
      const edges: FeedEdge[] = [];
      for (let cursor = after, more = true; more; ) {
        const variables = { first: 1_000, after: cursor };
        const { data, errors } = await ask<{
          changes: { edges: FeedEdge[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        }>({ ...WAREHOUSE, query: feed, variables });
        if (data == null) throw new Error(errors?.[0]?.extensions.code);
        edges.push(...data.changes.edges);
        ({ endCursor: cursor, hasNextPage: more } = data.changes.pageInfo);
        if (!more) return { edges, endCursor: cursor };
      }
      throw new Error('a feed without an end');
    },
  };
  return exporting;
}
