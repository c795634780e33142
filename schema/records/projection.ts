/**
 * From a changed entity to its record: what the caller may see of it now. The one projection of everything that leaves
 * as records. Entities are read many at a time; how many are read does not change what any of them says.
 */
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { ChangeType } from '../../src/kernel/change.ts';
import { decodeId, encodeId } from '../../src/kernel/ids.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import type { RecordLines } from '../../src/modules/exports/index.ts';
import { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { seeHouseholds, viewOnce } from '../household/load.ts';
import type { HouseholdView, PersonView } from '../household/view.ts';
import { createClearedSchemas } from '../permissions/cleared-schema.ts';
import { createOperationStudy, type OperationReport } from '../permissions/operation.ts';
import type { Execution } from '../server/execution.ts';
import { compileRecord, type RecordWriter } from './compile-record.ts';
import { JsonText } from './json-text.ts';
import type { RecordSight, ShownRecord } from './record.ts';
import { OPERATION_RECORDS, type OperationRecords, PROFILE_RECORDS, type ProfileRecordType } from './record-fields.ts';

/** Makes what a request sees of records. */
export type RecordProjection = (context: RequestContext) => RecordSight;

const isProfile = (type: ChangeType): type is ProfileRecordType => type in PROFILE_RECORDS;

/** The one operation of a document of the hub's own. */
export function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const found = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return found as OperationDefinitionNode;
}

const END_OF_LINE = 0x0a;

interface Reading {
  readonly writer: (type: ProfileRecordType, clearance: Clearance) => RecordWriter;
  readonly context: RequestContext;
  readonly out: JsonBytes;
}

function recordOf(view: HouseholdView | PersonView, write: RecordWriter, { context, out }: Reading): JsonText {
  out.rewind(0);
  write(view, { context, out });
  // Not taken, but copied: a record may be kept for long, and would keep alive what was written beside it.
  return new JsonText(out.since(0));
}

async function households(ids: readonly string[], reading: Reading): Promise<Map<string, ShownRecord>> {
  const { writer, context } = reading;
  const write = writer('HOUSEHOLD', context.clearance);
  const views = await seeHouseholds(ids.map(Number), context);
  return new Map(
    views.map((view) => [
      String(decodeId('household', view.id)),
      { id: view.id, record: recordOf(view, write, reading) },
    ]),
  );
}

function listedPerson({ listed }: HouseholdView, id: number): PersonView | undefined {
  return listed.find(({ person }) => person.person.id === id)?.person;
}

interface ToldPerson {
  /** The person's own id. */
  readonly id: number;
  /** The id the caller knows. */
  readonly publicId: string;
  readonly person: PersonView;
}

/** A person is told by one household, the one {@link HouseholdReader.householdsOf} names; the others list it only. */
async function toldBy(views: readonly HouseholdView[], context: RequestContext): Promise<ToldPerson[]> {
  const listed = views.flatMap(({ listed: members }) => members.map(({ person }) => person.person.id));
  const homes = await context.graph.households.householdsOf([...new Set(listed)], await context.householdScope());
  return views.flatMap((view) =>
    view.listed.flatMap(({ person }): ToldPerson[] => {
      const { id } = person.person;
      const publicId = homes.get(id) === person.household ? person.id : null;
      return publicId === null ? [] : [{ id, publicId, person }];
    }),
  );
}

async function personsOf(households: readonly string[], reading: Reading): Promise<Map<string, ShownRecord>> {
  const { writer, context } = reading;
  const write = writer('PERSON', context.clearance);
  const told = await toldBy(await seeHouseholds(households.map(Number), context), context);
  return new Map(
    told.map(({ id, publicId, person }) => [String(id), { id: publicId, record: recordOf(person, write, reading) }]),
  );
}

async function linesOf(
  type: ProfileRecordType,
  views: readonly HouseholdView[],
  { writer, context }: Reading,
): Promise<RecordLines> {
  const write = writer(type, context.clearance);
  const told = type === 'HOUSEHOLD' ? views : (await toldBy(views, context)).map(({ person }) => person);
  const out = new JsonBytes();
  for (const one of told) {
    write(one, { context, out });
    out.byte(END_OF_LINE);
  }
  return { rows: told.length, lines: out.take() };
}

async function persons(ids: readonly string[], reading: Reading): Promise<Map<string, ShownRecord>> {
  const { writer, context } = reading;
  const write = writer('PERSON', context.clearance);
  const homes = await context.graph.households.householdsOf(ids.map(Number), await context.householdScope());
  const views = await seeHouseholds([...new Set(homes.values())], context);
  const byId = new Map(views.map((view) => [Number(decodeId('household', view.id)), view]));
  return new Map(
    [...homes].flatMap(([id, household]): [string, ShownRecord][] => {
      const view = byId.get(household);
      const person = view && listedPerson(view, id);
      const publicId = person?.id ?? null;
      if (person === undefined || publicId === null) return [];
      return [[String(id), { id: publicId, record: recordOf(person, write, reading) }]];
    }),
  );
}

/** Whether every person is known to the caller under one kind of id. */
function knowsPersons({ settled }: Clearance): boolean {
  const decision = settled('subject-key');
  return decision !== null && decision.kind !== 'withhold' && settled('membership')?.kind === 'allow';
}

function personId(id: string, { clearance, masks }: RequestContext): string | null {
  const publicId = encodeId('person', BigInt(id));
  const decision = clearance.settled('subject-key');
  if (decision?.kind === 'mask') return masks[decision.mask](publicId);
  return decision?.kind === 'allow' ? publicId : null;
}

export function createRecordProjection(schema: GraphQLSchema, execution: Execution): RecordProjection {
  const cleared = createClearedSchemas(schema);
  const study = createOperationStudy(schema);
  const writers = new WeakMap<Clearance, Map<ProfileRecordType, RecordWriter>>();
  const out = new JsonBytes();

  function writer(type: ProfileRecordType, clearance: Clearance): RecordWriter {
    const made = writers.get(clearance) ?? new Map<ProfileRecordType, RecordWriter>();
    writers.set(clearance, made);
    const known = made.get(type) ?? compileRecord(cleared(clearance), PROFILE_RECORDS[type]);
    made.set(type, known);
    return known;
  }

  function reportOf(type: ChangeType, { clearance }: RequestContext): OperationReport | null {
    const source = isProfile(type) ? PROFILE_RECORDS[type] : OPERATION_RECORDS[type];
    return source === undefined ? null : study(source.document, operationIn(source.document), clearance, {});
  }

  async function operate(
    of: OperationRecords,
    report: OperationReport,
    ids: readonly string[],
    context: RequestContext,
  ): Promise<Map<string, ShownRecord>> {
    const { document, idKind } = of;
    const publicIds = idKind === null ? ids : ids.map((id) => encodeId(idKind, BigInt(id)));
    const wanted = new Map(publicIds.map((publicId, index) => [publicId, ids[index] ?? '']));
    const variables = { ids: publicIds, count: publicIds.length };
    const operation = operationIn(document);
    const { data, errors } = await execution({ document, operation, operationName: null, variables, context }, report);
    if (errors?.[0] !== undefined) throw errors[0];
    return new Map(
      of.records(data ?? {}).flatMap((entity): [string, ShownRecord][] => {
        const id = wanted.get(entity.id);
        return id === undefined
          ? []
          : [[id, { id: entity.id, record: new JsonText(Buffer.from(JSON.stringify(entity))) }]];
      }),
    );
  }

  return (context) => ({
    mayFollow(type) {
      const report = reportOf(type, context);
      if (report === null || report.denied.length > 0) return false;
      if (type === 'PERSON' && !knowsPersons(context.clearance)) return false;
      return isProfile(type) ? context.clearance.rows.households : true;
    },
    async project(type, ids) {
      const report = reportOf(type, context);
      if (report === null || ids.length === 0) return new Map();
      context.carried.add(report);
      if (type === 'HOUSEHOLD') return households(ids, { writer, context, out });
      if (type === 'PERSON') return persons(ids, { writer, context, out });
      const source = OPERATION_RECORDS[type];
      return source === undefined ? new Map() : operate(source, report, ids, context);
    },
    async personsOf(ids) {
      const report = reportOf('PERSON', context);
      if (report === null || ids.length === 0) return new Map();
      context.carried.add(report);
      return personsOf(ids, { writer, context, out });
    },
    async write(types, profiles) {
      const views = await Promise.all(profiles.map((profile) => viewOnce(profile, context)));
      return Promise.all(
        types.map(async (type) => {
          const report = reportOf(type, context);
          if (report !== null) context.carried.add(report);
          return { type, ...(await linesOf(type, views, { writer, context, out })) };
        }),
      );
    },
    publicId(type, id) {
      if (type === 'PERSON') return personId(id, context);
      if (type === 'HOUSEHOLD') return encodeId('household', BigInt(id));
      const idKind = OPERATION_RECORDS[type]?.idKind ?? null;
      return idKind === null ? id : encodeId(idKind, BigInt(id));
    },
  });
}
