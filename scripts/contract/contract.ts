/** What is promised to partners: the last release beside the hub as it stands, and what is wrong between the two. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { createSchema } from '../../schema/index.ts';
import { type AccessTable, accessTable, diffAccess } from '../../schema/permissions/access-table.ts';
import { loadPolicy } from '../../src/modules/access/index.ts';
import { readAccepted, unaccepted } from './accepted-openings.ts';
import { tableOf } from './access-snapshot.ts';
import { breakingChanges, type PrintedGraph } from './breaking-changes.ts';
import { brokenOperations } from './registered-operations.ts';

export const RELEASE = 'schema/release';
const GENERATED = 'schema/generated';
const POLICY = 'packs/shanghai/changning/access.yaml';

/** A state of the hub, as far as partners rely on it. */
export interface Contract {
  readonly graph: PrintedGraph;
  readonly access: AccessTable;
}

/** What was promised, and what people decided about it since. */
export interface Promised extends Contract {
  /** Manifests of registered operations by the name of their file. */
  readonly operations: ReadonlyMap<string, unknown>;
  /** The text of accepted-openings.yaml. */
  readonly accepted: string;
}

const graphIn = (folder: string): PrintedGraph => ({
  api: readFileSync(join(folder, 'schema.graphql'), 'utf8'),
  supergraph: readFileSync(join(folder, 'supergraph.graphql'), 'utf8'),
});

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

export function readPromised(): Promised {
  const folder = join(RELEASE, 'operations');
  const manifests = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return {
    graph: graphIn(RELEASE),
    access: tableOf(json(RELEASE, 'access.json')),
    operations: new Map(manifests.map((name) => [name, json(folder, name)])),
    accepted: readFileSync(join(RELEASE, 'accepted-openings.yaml'), 'utf8'),
  };
}

/** The hub as it stands: the SDL as committed, the policy as compiled. */
export async function readCurrent(): Promise<Contract> {
  return { graph: graphIn(GENERATED), access: accessTable(createSchema(), await loadPolicy(POLICY)) };
}

export interface Findings {
  readonly breaking: readonly string[];
  /** Registered operations that are not answered any more. */
  readonly operations: readonly string[];
  readonly openings: readonly string[];
}

/** Everything that breaks what was promised, or opens what was not. */
export async function compareContracts(promised: Promised, current: Contract): Promise<Findings> {
  const schema = buildSchema(current.graph.api);
  return {
    breaking: await breakingChanges(promised.graph, current.graph),
    operations: [...promised.operations].flatMap(([file, manifest]) =>
      brokenOperations(schema, manifest).map((problem) => `${file}: ${problem}`),
    ),
    openings: unaccepted(diffAccess(promised.access, current.access), readAccepted(promised.accepted)),
  };
}
