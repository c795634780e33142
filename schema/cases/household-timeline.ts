/** 一户一档时间线: all that happened to a household and was done for it, each entry under its own data class. */
import { z } from 'zod';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { encodeId, type IdKind } from '../../src/kernel/ids.ts';
import {
  TIMELINE_KINDS,
  type TimelineEntry,
  type TimelineKind,
  type TimelinePlace,
} from '../../src/modules/casework/index.ts';
import type { GraphBuilder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import type { HouseholdRefs } from '../household/household.ts';
import type { HouseholdView } from '../household/view.ts';
import { pageSize } from '../shared/page.ts';
import { readId } from '../shared/public-id.ts';

const access = 'timeline';

/** The class that opens entries of a kind, and what their entity is. */
const KINDS: Readonly<
  Record<TimelineKind, { readonly opens: string; readonly entity: IdKind | null; readonly text: string }>
> = {
  ALERT: { opens: 'alert-history', entity: 'alert', text: '预警经过 something happened to an alert' },
  VISIT: { opens: 'visit', entity: 'visit', text: '入户走访 the household was visited' },
  CLUE: { opens: 'clue', entity: 'clue', text: '线索 somebody told something' },
  CASE: { opens: 'case-history', entity: 'case', text: '个案与转介经过 something happened to a case or a referral' },
  SPOT_CHECK: { opens: 'review', entity: null, text: '抽查 the household was drawn for a spot check' },
  CLASS: { opens: 'registered-class', entity: null, text: '认定类别变化 another class, or none' },
  MEMBER: { opens: 'membership', entity: 'person', text: '成员变化 a member joined or left' },
};

const place = z.tuple([z.iso.datetime(), z.enum(TIMELINE_KINDS), z.string()]);

function readPlace(cursor: string | null | undefined): TimelinePlace | null {
  if (cursor == null) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new WanjiaError('BAD_USER_INPUT', { input: 'after', expected: 'a cursor of this list' });
  }
}

function cursorOf({ at, kind, place: own }: TimelineEntry): string {
  return Buffer.from(JSON.stringify([at.toISOString(), kind, own])).toString('base64url');
}

function openKinds({ clearance }: RequestContext): TimelineKind[] {
  return TIMELINE_KINDS.filter((kind) => clearance.settled(KINDS[kind].opens)?.kind === 'allow');
}

/** A person is named by the id the caller sees of it, if any. */
function entityOf({ kind, entityId }: TimelineEntry, household: HouseholdView): string | null {
  const { entity } = KINDS[kind];
  if (entity !== 'person') return entity === null ? null : encodeId(entity, BigInt(entityId));
  return household.listed.find(({ person }) => person.person.id === entityId)?.person.id ?? null;
}

interface EntryView extends TimelineEntry {
  readonly household: HouseholdView;
}

export function defineHouseholdTimeline(builder: GraphBuilder, { Household }: HouseholdRefs): void {
  const Kind = builder.enumType('TimelineKind', {
    description: '时间线类别 what an entry is about',
    values: Object.fromEntries(TIMELINE_KINDS.map((kind) => [kind, { description: KINDS[kind].text }])) as Record<
      TimelineKind,
      { description: string }
    >,
  });
  const Entry = builder.objectRef<EntryView>('TimelineEntry').implement({
    description: '时间线条目 one thing that happened to a household or was done for it',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, access, description: '时间线类别 what it is about' }),
      at: t.expose('at', {
        type: 'DateTime',
        access,
        description: '时间 when it was recorded; of the profile: its day',
      }),
      on: t.expose('on', { type: 'Date', access, description: '业务日期 the hub’s day; of a visit its own' }),
      what: t.exposeString('what', { access, description: '事项 in the words of its kind, such as RAISED or JOINED' }),
      entityId: t.id({
        access,
        description: '对象编号 the alert, visit, clue, case or member it is about; null: none, or not listed any more',
        resolve: (entry) => entityOf(entry, entry.household),
      }),
      actor: t.exposeString('actor', { access, description: '办理人 who did it; null: it came about by itself' }),
      from: t.exposeString('from', { access, description: '变更前 state, class, channel or person before' }),
      to: t.exposeString('to', { access, description: '变更后 state, class, day or person after' }),
    }),
  });
  builder.objectField(Household, 'timeline', (t) =>
    t.connection(
      {
        type: Entry,
        nullable: true,
        access,
        description:
          '一户一档时间线 newest first, up to the day the household is read for; kinds the caller may not see are left out',
        resolve: async (household, { first, after }, context) => {
          const householdId = Number(readId('household', household.id));
          const asked = { first: pageSize(first), after: readPlace(after) };
          const query = { householdId, kinds: openKinds(context), day: household.day, ...asked };
          const page = await context.graph.cases.timeline(query);
          const edges = page.entries.map((entry) => ({ cursor: cursorOf(entry), node: { ...entry, household } }));
          return {
            edges,
            pageInfo: {
              hasNextPage: page.hasNextPage,
              hasPreviousPage: after != null,
              startCursor: edges[0]?.cursor ?? null,
              endCursor: edges.at(-1)?.cursor ?? null,
            },
          };
        },
      },
      { description: '一户一档时间线 a page of it' },
      { description: '时间线条目 an entry and its place' },
    ),
  );
}
