/** 订阅: what happens, told as it happens; each event carries the cursor to go on from. */
import { CHANGE_KINDS, type ChangeKind } from '../../src/kernel/change.ts';
import { ALERT_STATES } from '../../src/modules/alerting/index.ts';
import { CHANGE_WORDS, SUBSCRIPTIONS } from '../../src/modules/delivery/index.ts';
import { alertCondition } from '../alerts/alert-filter.ts';
import type { AlertFilterRef } from '../alerts/alerts.ts';
import { seesSeverity } from '../alerts/partial-sight.ts';
import type { GraphBuilder } from '../builder.ts';
import { seeCase } from '../cases/cases.ts';
import type { FollowedEvent, RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';
import type { HouseholdView } from '../household/view.ts';
import { described } from '../shared/described.ts';

const CURSOR = '游标 give it as `after` to go on behind this event; opaque, of the caller’s organisation';
const AFTER =
  '起始游标 goes on behind this event or change, nothing lost and nothing repeated; absent: from now on. Errors: CURSOR_EXPIRED, CURSOR_DAMAGED, CURSOR_FOREIGN, CURSOR_AHEAD';

/** Runs for an event only; what is not one of the caller's is told as null, and not sent. */
function eventOf({ event }: RequestContext): FollowedEvent {
  if (event === null) throw new Error('a subscription is answered event by event');
  return event;
}

function defineAlertRaised(builder: GraphBuilder, Filter: AlertFilterRef): void {
  const Kind = builder.enumType('AlertChange', {
    description: '预警变化 what happened to an alert',
    values: described(CHANGE_WORDS.ALERT.kinds),
  });
  const Event = builder.objectRef<FollowedEvent>('AlertTold').implement({
    description: '预警事件 something happened to an alert',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { nullable: false, access: STRUCTURE, description: CURSOR }),
      kind: t.field({
        type: Kind,
        access: 'alert',
        description: '变化类别 RAISED, ESCALATED, CHANGED or CLOSED',
        resolve: async ({ change }, _args, context): Promise<ChangeKind<'ALERT'>> => {
          const kind = CHANGE_KINDS.ALERT.find((known) => known === change.kind) ?? 'CHANGED';
          return kind === 'ESCALATED' && !(await seesSeverity(change.entityId, context)) ? 'CHANGED' : kind;
        },
      }),
      alert: t.prismaField({
        type: 'Alert',
        nullable: true,
        access: 'alert',
        description: SUBSCRIPTIONS.alertRaised.holds.alert,
        resolve: (query, { change }, _args, context) =>
          context.graph.prisma.alert.findUnique({ ...query, where: { id: BigInt(change.entityId) } }),
      }),
    }),
  });
  builder.subscriptionField('alertRaised', (t) =>
    t.field({
      type: Event,
      nullable: true,
      access: 'alert',
      description: SUBSCRIPTIONS.alertRaised.title,
      args: {
        filter: t.arg({ type: Filter, access: 'alert', description: '筛选条件 conditions; no states given: all' }),
        after: t.arg.string({ access: STRUCTURE, description: AFTER }),
      },
      subscribe: () => {
        throw new Error('subscriptions are opened by the stream server');
      },
      resolve: async (_root, { filter }, context) => {
        const event = eventOf(context);
        const { householdId, entityId } = event.change;
        const asked = { ...filter, states: filter?.states ?? [...ALERT_STATES] };
        const where = { AND: [alertCondition(asked, context), { id: BigInt(entityId) }] };
        if ((await context.graph.prisma.alert.count({ where })) === 0) return null;
        if (householdId !== null) context.subjects.sawHousehold(householdId);
        return event;
      },
    }),
  );
}

interface HouseholdEvent extends FollowedEvent {
  readonly household: HouseholdView | null;
}

function defineHouseholdChanged(builder: GraphBuilder, { Household }: HouseholdRefs): void {
  const Event = builder.objectRef<HouseholdEvent>('HouseholdTold').implement({
    description: '家庭事件 a household changed, or the caller may see it no longer',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { nullable: false, access: STRUCTURE, description: CURSOR }),
      id: t.id({
        access: 'household-lookup',
        description: '家庭编号(平台) id of the household',
        resolve: ({ change }) => `H${change.entityId}`,
      }),
      household: t.expose('household', {
        type: Household,
        nullable: true,
        access: 'household-lookup',
        description: SUBSCRIPTIONS.householdChanged.holds.household,
      }),
    }),
  });
  builder.subscriptionField('householdChanged', (t) =>
    t.field({
      type: Event,
      nullable: true,
      access: 'change-feed',
      description: SUBSCRIPTIONS.householdChanged.title,
      args: { after: t.arg.string({ access: STRUCTURE, description: AFTER }) },
      subscribe: () => {
        throw new Error('subscriptions are opened by the stream server');
      },
      resolve: async (_root, _args, context) => {
        const event = eventOf(context);
        const [household] = await seeHouseholds([Number(event.change.entityId)], context);
        return { ...event, household: household ?? null };
      },
    }),
  );
}

function defineCaseChanged(builder: GraphBuilder, Case: CaseObject): void {
  const Event = builder.objectRef<FollowedEvent>('CaseTold').implement({
    description: '个案事件 something happened to a case',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { nullable: false, access: STRUCTURE, description: CURSOR }),
      kind: t.string({
        access: 'case',
        description: '变化类别 OPENED, CHANGED or CLOSED',
        resolve: ({ change }) => change.kind,
      }),
      case: t.field({
        type: Case,
        nullable: true,
        access: 'case',
        description: SUBSCRIPTIONS.caseChanged.holds.case,
        resolve: ({ change }, _args, context) => seeCase(Number(change.entityId), context),
      }),
    }),
  });
  builder.subscriptionField('caseChanged', (t) =>
    t.field({
      type: Event,
      nullable: true,
      access: 'case',
      description: SUBSCRIPTIONS.caseChanged.title,
      args: { after: t.arg.string({ access: STRUCTURE, description: AFTER }) },
      subscribe: () => {
        throw new Error('subscriptions are opened by the stream server');
      },
      resolve: async (_root, _args, context) => {
        const event = eventOf(context);
        return (await seeCase(Number(event.change.entityId), context)) === null ? null : event;
      },
    }),
  );
}

type CaseObject = ReturnType<typeof import('../cases/cases.ts').defineCases>;

export function defineSubscriptions(
  builder: GraphBuilder,
  refs: { readonly household: HouseholdRefs; readonly caseFile: CaseObject; readonly AlertFilter: AlertFilterRef },
): void {
  builder.subscriptionType({ description: '订阅 what is told as it happens' });
  defineAlertRaised(builder, refs.AlertFilter);
  defineHouseholdChanged(builder, refs.household);
  defineCaseChanged(builder, refs.caseFile);
}
