/**
 * What the caller of an export may see at one moment, page by page: the records of the feed, all of one snapshot. Every
 * page is a request of its own, with its row in the disclosure log before any of it is handed on.
 */
import { type GraphQLSchema, parse } from 'graphql';
import type { ChangeType } from '../../src/kernel/change.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import { type ChangedEntity, type EntityQuery, scopePatterns } from '../../src/modules/delivery/index.ts';
import type { Export, RecordLines, RecordPage, SnapshotReading } from '../../src/modules/exports/index.ts';
import type { RowScope } from '../../src/modules/household/index.ts';
import type { GraphDependencies, RequestContext } from '../context.ts';
import { disclosureOf } from '../permissions/disclosing.ts';
import { createOperationStudy, includeCarried } from '../permissions/operation.ts';
import { grantOf, recallCaller, type StandingParts } from '../permissions/standing.ts';
import { operationIn } from '../records/projection.ts';
import type { ShownRecord } from '../records/record.ts';
import type { ProfileRecordType } from '../records/record-fields.ts';
import { type ContextParts, createRequestContext, type RequestIdentity } from '../request-context.ts';
import { groundsOf } from './consent-grounds.ts';

export interface ExportReadingParts extends Omit<ContextParts, 'graph'>, StandingParts {
  readonly schema: GraphQLSchema;
  readonly disclosureLog: DisclosureLog;
}

/** A moment of the hub. */
export interface HubSnapshot {
  /** Reads from it. */
  readonly graph: GraphDependencies;
  entities(query: EntityQuery): Promise<readonly ChangedEntity[]>;
  cursorFor(organisation: string): string;
  close(): Promise<void>;
}

/** Entities decided and logged as one request. */
const PAGE = 500;
/** Households looked for at once. */
const IDS = 10_000;
/** Read by households, not one by one. */
const isProfile = (type: ChangeType): type is ProfileRecordType => type === 'HOUSEHOLD' || type === 'PERSON';
const DOCUMENT = parse('query ExportedFiles { export(id: "E1") { files { name } } }');

/** Whoever may open single households for a short time exports no more for it: 紧急查阅、双人确认 are for one family. */
const NOTHING_OPENED: GraphDependencies['openings']['openTo'] = async () => ({
  emergency: new Set(),
  secondPerson: new Set(),
});

const isFiltered = ({ filter }: Export): boolean => Object.keys(filter).some((name) => name !== 'withheldRules');

class ExportReader implements SnapshotReading {
  readonly #exported: Export;
  readonly #identity: RequestIdentity;
  readonly #snapshot: HubSnapshot;
  readonly #parts: ContextParts & Pick<ExportReadingParts, 'schema' | 'disclosureLog'>;
  readonly #study: ReturnType<typeof createOperationStudy>;
  readonly #consents = new Set<string>();
  /** The households of the filter; null: there is none. */
  #matching: ReadonlySet<number> | null = null;

  constructor(exported: Export, identity: RequestIdentity, snapshot: HubSnapshot, parts: ExportReadingParts) {
    this.#exported = exported;
    this.#identity = identity;
    this.#snapshot = snapshot;
    this.#study = createOperationStudy(parts.schema);
    const { openings, consents } = snapshot.graph;
    const inForce: typeof consents.inForce = async (ids, asked) => {
      const found = await consents.inForce(ids, asked);
      for (const ground of groundsOf(found)) this.#consents.add(ground);
      return found;
    };
    const graph = {
      ...snapshot.graph,
      openings: { ...openings, openTo: NOTHING_OPENED },
      consents: { ...consents, inForce },
    };
    this.#parts = { ...parts, graph };
  }

  get cursor(): string {
    return this.#snapshot.cursorFor(this.#identity.caller.organisation);
  }

  consents(): readonly string[] {
    return [...this.#consents];
  }

  close(): Promise<void> {
    return this.#snapshot.close();
  }

  async *pages(): AsyncGenerator<RecordPage> {
    const { types, after } = this.#exported;
    this.#matching = isFiltered(this.#exported) ? await this.#allMatching() : null;
    const profiles = after === null ? types.filter(isProfile) : [];
    if (profiles.length > 0) yield* this.#profiles(profiles);
    for (const type of types) if (!(profiles as readonly ChangeType[]).includes(type)) yield* this.#entities(type);
  }

  /** Reads as one request of the caller, and logs it. */
  async #asRequest<T>(read: (context: RequestContext) => Promise<T>): Promise<T> {
    const slot = this.#parts.disclosureLog.admit();
    try {
      const context = createRequestContext(this.#parts, this.#identity);
      const value = await read(context);
      const report = this.#study(DOCUMENT, operationIn(DOCUMENT), context.clearance, {});
      await slot.record(disclosureOf(includeCarried(report, context.carried), context, {}));
      return value;
    } finally {
      slot.release();
    }
  }

  #scope(): Promise<RowScope> {
    return createRequestContext(this.#parts, this.#identity).householdScope();
  }

  async *#households(): AsyncGenerator<readonly number[]> {
    const { graph } = this.#parts;
    const scope = await this.#scope();
    for (let after: number | null = null; ; ) {
      const ids = await graph.households.listIds(this.#exported.filter, { first: IDS, after }, scope);
      if (ids.length > 0) yield ids;
      if (ids.length < IDS) return;
      after = ids.at(-1) ?? null;
    }
  }

  async #allMatching(): Promise<ReadonlySet<number>> {
    const found = new Set<number>();
    for await (const ids of this.#households()) for (const id of ids) found.add(id);
    return found;
  }

  async *#profiles(types: readonly ProfileRecordType[]): AsyncGenerator<RecordPage> {
    const scope = await this.#scope();
    for await (const ids of this.#households()) {
      const profiles = this.#parts.graph.households.readMany(ids, scope);
      try {
        for (let read = true; read; ) {
          const pages: RecordPage[] = [];
          read = await this.#asRequest(async ({ records }) => {
            for (let count = 0; count < PAGE; ) {
              const { done, value } = await profiles.next();
              if (done) return false;
              pages.push(...(await records.write(types, value)));
              count += value.length;
            }
            return true;
          });
          yield* pages;
        }
      } finally {
        await profiles.return(undefined);
      }
    }
  }

  async *#entities(type: ChangeType): AsyncGenerator<RecordPage> {
    const { after } = this.#exported;
    const patterns = scopePatterns(this.#identity.caller);
    for (let afterId = ''; ; ) {
      const entities = await this.#snapshot.entities({ type, after, patterns, afterId, limit: PAGE });
      const last = entities.at(-1);
      if (last === undefined) return;
      const matching = entities.filter((entity) => this.#matches(entity));
      yield* await this.#asRequest(async (context) => {
        const shown = await context.records.project(
          type,
          matching.map(({ id }) => id),
        );
        const page = pageOf(type, shown);
        return after === null ? [page] : [page, this.#removed(type, entities, { shown, context })];
      });
      afterId = last.id;
    }
  }

  #matches({ householdId }: ChangedEntity): boolean {
    return this.#matching === null || householdId === null || this.#matching.has(householdId);
  }

  /** What changed and is not, or no longer, the caller's to hold. */
  #removed(
    type: ChangeType,
    entities: readonly ChangedEntity[],
    { shown, context }: { readonly shown: ReadonlyMap<string, ShownRecord>; readonly context: RequestContext },
  ): RecordPage {
    const rows = entities.flatMap((entity) => {
      const id = shown.has(entity.id) ? null : context.records.publicId(type, entity.id);
      if (id === null) return [];
      const left = this.#matches(entity) ? 'REVOKED' : 'UNMATCHED';
      return JSON.stringify({ type, id, operation: entity.operation === 'DELETE' ? 'DELETE' : left });
    });
    return { type: 'REMOVED', ...linesOf(rows) };
  }
}

function linesOf(rows: readonly string[]): RecordLines {
  return { rows: rows.length, lines: Buffer.from(rows.map((row) => `${row}\n`).join('')) };
}

function pageOf(type: ChangeType, shown: ReadonlyMap<string, ShownRecord>): RecordPage {
  return { type, ...linesOf([...shown.values()].map(({ record }) => record.text)) };
}

/** Reads an export's snapshot with the rights its caller had when it asked; throws EXPORT_GRANT_CHANGED for others. */
export function createExportReadings(parts: ExportReadingParts) {
  return async (exported: Export, openSnapshot: () => Promise<HubSnapshot>): Promise<SnapshotReading> => {
    const identity = await recallCaller(parts, exported);
    if (identity === null || grantOf(parts, identity.caller, exported.purpose) !== exported.grant)
      throw new WanjiaError('EXPORT_GRANT_CHANGED');
    return new ExportReader(exported, identity, await openSnapshot(), parts);
  };
}
