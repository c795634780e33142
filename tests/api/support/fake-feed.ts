/** A change feed held in memory: every household, person and alert was written once. */
import type { ChangeType } from '../../../src/kernel/change.ts';
import { type Change, type ChangeFeed, createCursors, type FeedState } from '../../../src/modules/delivery/index.ts';
import type { HouseholdDocument } from '../../../src/modules/household/index.ts';

interface Told {
  readonly change: Change;
  readonly street: string | null;
}

function toldOf(
  households: ReadonlyMap<number, HouseholdDocument>,
  alerts: readonly (readonly [number, string])[],
): Told[] {
  const written: (readonly [ChangeType, string, number | null, string | null])[] = [
    ...[...households].map(([id, { streetCode }]) => ['HOUSEHOLD', String(id), id, streetCode] as const),
    ...[...households].flatMap(([id, { members, streetCode }]) =>
      members.map(({ person }) => ['PERSON', String(person.id), id, streetCode] as const),
    ),
    ...alerts.map(([id, street]) => ['ALERT', String(id), null, street] as const),
    ['RULE', 'R01', null, null],
  ];
  return written.map(([type, entityId, householdId, street], index) => ({
    change: {
      ...{ position: index + 1, type, entityId, householdId, operation: 'UPSERT', kind: null, version: 1 },
      changedAt: new Date('2026-11-01T03:00:00+08:00'),
      scopeBefore: [],
      scopeAfter: street === null ? [] : [street],
    },
    street,
  }));
}

export function createFakeFeed(
  households: ReadonlyMap<number, HouseholdDocument>,
  alerts: readonly (readonly [number, string])[] = [],
): ChangeFeed {
  const told = toldOf(households, alerts);
  const feed: FeedState = { name: '00000000-0000-0000-0000-000000000001', head: told.length, keptAfter: 0 };
  const cursors = createCursors(Buffer.alloc(32, 3));
  const reached = (street: string | null, patterns: readonly string[] | null): boolean =>
    street === null || patterns === null || patterns.some((pattern) => street.startsWith(pattern.replace('%', '')));
  return {
    read: async ({ organisation, cursor, types, patterns, limit }) => {
      const after = cursor === null ? 0 : cursors.decode(feed, organisation, cursor).position;
      const changes = told
        .filter(({ change: { position, type }, street }) => {
          return position > after && (types ?? [type]).includes(type) && reached(street, patterns);
        })
        .slice(0, limit)
        .map(({ change }) => change);
      const at = (position: number): string => cursors.encode(feed, organisation, { position, since: 0 });
      return { changes, hasNextPage: false, endCursor: at(feed.head), cursorOf: ({ position }) => at(position) };
    },
    placeOf: async () => ({ place: { position: feed.head, since: 0 }, feed }),
    cursorAt: (state, organisation, place) => cursors.encode(state, organisation, place),
    gone: async () => new Set(),
  };
}
