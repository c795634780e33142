/** The hub's HTTP face within the benchmark's own process, so that its parts can be exchanged. */
import { createSchema } from '../schema/index.ts';
import { createHttpServer, type HttpServerParts } from '../schema/server/http-server.ts';
import type { Access } from '../src/app/access.ts';
import { graphDependencies } from '../src/app/graph.ts';
import type { Hub } from '../src/app/hub.ts';

export interface Face {
  readonly url: string;
  close(): Promise<void>;
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Listens on a free port, with the hub's own parts but for those that are given. */
export async function openBenchFace(hub: Hub, access: Access, changes: Partial<HttpServerParts> = {}): Promise<Face> {
  const server = await createHttpServer({
    ...access,
    schema: createSchema(),
    graph: graphDependencies(hub, access, {
      changed: () => {},
      wakeExport: () => {},
      failedSyncs: async () => new Map(),
    }),
    clock: hub.clock,
    log: silent,
    disclosureLog: hub.audit.log,
    ready: async () => true,
    ...changes,
  });
  return { url: `http://127.0.0.1:${await server.listen(0)}/graphql`, close: () => server.close() };
}
