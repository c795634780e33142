/** Households held in memory. */
import type { Day } from '../../../src/kernel/day.ts';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import {
  createDocumentReader,
  type HouseholdDocument,
  type HouseholdReader,
  openIdentities,
  type ProfileOnDay,
  type RowScope,
} from '../../../src/modules/household/index.ts';
import { storedProfile } from '../../support/fact-rows.ts';
import { testSealer } from '../../support/sealer.ts';
import { ASSISTED, FEEDS, QUIET, ROLL, TODAY } from './sample-city.ts';

export const HOUSEHOLDS = new Map<number, HouseholdDocument>([
  [1, ASSISTED],
  [2, ROLL],
  [3, QUIET],
]);

const documents = createDocumentReader();

/** As a reader shows what is stored: looked into, not read. */
function shownProfile(document: HouseholdDocument) {
  const stored = storedProfile(document);
  const [shown = stored.document] = documents.readEach([JSON.stringify(stored.document)]);
  return { ...stored, shown };
}

/** Reads households held in memory. */
export function createFakeReader(households: ReadonlyMap<number, HouseholdDocument> = HOUSEHOLDS): HouseholdReader {
  const kept = new Map<HouseholdDocument, ReturnType<typeof shownProfile>>();
  const onDay = (id: number, asked: Day | null, scope: RowScope): ProfileOnDay | null => {
    const document = households.get(id);
    if (asked !== null && asked < '2026-10-01') throw new WanjiaError('NO_DATA_BEFORE', { day: '2026-10-01' });
    if (document === undefined || !scope.prefixes.some((prefix) => document.streetCode.startsWith(prefix))) return null;
    const stored = kept.get(document) ?? shownProfile(document);
    kept.set(document, stored);
    const identities = () => openIdentities(testSealer, stored.identities);
    return { id, version: 1, document: stored.shown, identities, day: asked ?? TODAY, today: TODAY, feeds: FEEDS };
  };
  const all = [...households.keys()];
  return {
    hubDay: async () => TODAY,
    findByResidentNumber: async (residentId, day, scope) => {
      const id = all.find((key) => households.get(key)?.members.some(({ person }) => person.residentId === residentId));
      return onDay(id ?? 0, day, scope);
    },
    findById: async (id, day, scope) => onDay(id, day, scope),
    findMany: async (ids, day, scope) =>
      new Map(
        ids.flatMap((id) => (onDay(id, day, scope) === null ? [] : [[id, onDay(id, day, scope) as ProfileOnDay]])),
      ),
    async *readMany(ids, scope) {
      yield ids.flatMap((id) => onDay(id, null, scope) ?? []);
    },
    householdsOf: async (persons, scope) => {
      const listed = all.filter((id) => onDay(id, null, scope) !== null);
      return new Map(
        persons.flatMap((person) => {
          const home = listed.find((id) => households.get(id)?.members.some((member) => member.person.id === person));
          return home === undefined ? [] : [[person, home] as const];
        }),
      );
    },
    listIds: async (_filter, { first, after }, scope) =>
      all.filter((id) => id > (after ?? 0) && onDay(id, null, scope) !== null).slice(0, first),
    list: async (_filter, { first, after }, scope) => {
      const reached = all.filter((id) => onDay(id, null, scope) !== null);
      const rest = reached.filter((id) => id > (after ?? 0));
      return { totalCount: reached.length, ids: rest.slice(0, first), hasNextPage: rest.length > first };
    },
  };
}
