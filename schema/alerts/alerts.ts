/** 预警: open items per household, with what the rules found. */
import { beijingDay } from '../../src/kernel/clock.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import { ALERT_OUTCOMES, type AlertLevel, type AlertOutcome } from '../../src/modules/alerting/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';
import type { HouseholdView, PersonView } from '../household/view.ts';
import type { RuleRefs, SeverityName } from '../rules/rules.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import type { RefusedView } from '../shared/refused.ts';
import { type AlertStateName, defineAlertFilter } from './alert-filter.ts';
import { countAlerts, readAlertPage } from './alert-page.ts';
import { defineAlertWork, type VisitInputRef } from './alert-work.ts';
import { defineEvidence, seeEvidence, turnsOnPerson } from './evidence.ts';
import { eventCondition, seenAlert } from './partial-sight.ts';
import { defineRoster } from './roster.ts';
import { hitCondition } from './shown-hits.ts';
import { defineTimeline } from './timeline.ts';
import { defineVisits } from './visits.ts';

interface AlertRefs extends HouseholdRefs, RuleRefs, FactStatusRefs {
  readonly Person: GraphObject<PersonView>;
  readonly Refused: GraphObject<RefusedView>;
}

const access = 'alert';
const work = 'alert-work';
/** What it takes to say what an alert is to the caller. */
const SEEN = { id: true, severity: true, raisedAt: true, dueAt: true } as const;

function namedIn(members: readonly bigint[], { listed }: HouseholdView): PersonView[] {
  const named = new Set(members.map(Number));
  return listed.flatMap(({ person }) => (named.has(person.person.id) ? person : []));
}

/** Whose facts made a rule fire: who is named, or all who live there. */
function personsHit(members: readonly bigint[], household: HouseholdView): PersonView[] {
  return members.length > 0 ? namedIn(members, household) : household.members.map(({ person }) => person);
}

function defineHit(builder: GraphBuilder, refs: AlertRefs): void {
  const Evidence = defineEvidence(builder, refs);
  builder.prismaObject('AlertHit', {
    description: '规则命中 what one rule found in the household',
    fields: (t) => ({
      rule: t.field({
        type: refs.Rule,
        access,
        description: '预警规则 the rule in the version that fired',
        select: { ruleId: true, ruleVersion: true },
        resolve: ({ ruleId, ruleVersion }, _args, context) => context.graph.rules.find(ruleId, ruleVersion),
      }),
      severity: t.field({
        type: refs.Severity,
        access,
        description: '预警等级 severity of this hit',
        select: { severity: true },
        resolve: ({ severity }) => severity as SeverityName,
      }),
      firstSeenOn: t.expose('firstSeenOn', {
        type: 'Date',
        nullable: true,
        access,
        description: '首次命中日期 since when without a break',
      }),
      endedOn: t.expose('endedOn', {
        type: 'Date',
        nullable: true,
        access,
        description: '终止日期 since when the rule no longer fires; null: it does',
      }),
      members: t.field({
        type: [refs.Person],
        access,
        description: '涉及成员 the persons whose facts made the rule fire',
        select: { members: true, alert: { select: { householdId: true } } },
        resolve: async ({ members, alert }, _args, context) => {
          const [household] = await seeHouseholds([Number(alert.householdId)], context);
          return household === undefined ? [] : namedIn(members, household);
        },
      }),
      evidence: t.field({
        type: [Evidence],
        access: 'evidence',
        description: '预警依据 the values that made the rule fire',
        select: { evidence: true, members: true, alert: { select: { householdId: true } } },
        resolve: async ({ evidence, members, alert }, _args, context) => {
          const { clearance } = context;
          if (!turnsOnPerson(clearance)) return seeEvidence(evidence, [], clearance);
          const [household] = await seeHouseholds([Number(alert.householdId)], context);
          return seeEvidence(evidence, household === undefined ? null : personsHit(members, household), clearance);
        },
      }),
    }),
  });
}

function defineOutcome(builder: GraphBuilder): GraphEnum<AlertOutcome> {
  return builder.enumType('AlertOutcome', {
    description: '处置结果 how an alert ended',
    values: {
      GRANTED: { description: '已给予救助 assistance was granted' },
      REFERRED: { description: '已转介 referred to another body' },
      ALREADY_SERVED: { description: '已有保障 served before' },
      NOT_NEEDED: { description: '无需救助 no need found' },
      CANNOT_REACH: { description: '无法联系 the household could not be reached' },
      FALSE_ALARM: { description: '误报 the facts were wrong' },
    },
  });
}

interface AlertWords {
  readonly AlertLevel: GraphEnum<AlertLevel>;
  readonly AlertState: GraphEnum<AlertStateName>;
  readonly AlertOutcome: GraphEnum<AlertOutcome>;
}

function defineAlert(
  builder: GraphBuilder,
  refs: AlertRefs,
  { AlertState, AlertOutcome, AlertLevel }: AlertWords,
): void {
  builder.prismaObject('Alert', {
    description: '预警 one open item per household; it proposes, a person decides',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '预警编号 id of the alert',
        select: { id: true },
        resolve: ({ id }) => encodeId('alert', id),
      }),
      state: t.field({
        type: AlertState,
        access,
        description: '预警状态 OPEN, ASSIGNED, VISITING or CLOSED',
        select: { state: true },
        resolve: ({ state }) => state as AlertStateName,
      }),
      severity: t.field({
        type: refs.Severity,
        access: work,
        description: '预警等级 the most severe of its hits, of those the caller is shown',
        select: SEEN,
        resolve: async (alert, _args, context) => (await seenAlert(alert, context)).severity,
      }),
      raisedAt: t.field({
        type: 'DateTime',
        access,
        description: '发出时间 when it was raised, or first hit by a rule the caller is shown',
        select: SEEN,
        resolve: async (alert, _args, context) => (await seenAlert(alert, context)).raisedAt,
      }),
      dueAt: t.field({
        type: 'DateTime',
        access: work,
        description: '处置时限 when someone should have looked',
        select: SEEN,
        resolve: async (alert, _args, context) => (await seenAlert(alert, context)).dueAt,
      }),
      dueIsProvisional: t.boolean({
        access: work,
        description:
          '时限暂定 true: the holidays of that year are not in the calendar yet, and only weekends were left out; null: no clock runs',
        select: SEEN,
        resolve: async (alert, _args, context) => {
          const { dueAt } = await seenAlert(alert, context);
          return dueAt === null ? null : !context.graph.workingDays.covers(beijingDay(dueAt));
        },
      }),
      streetCode: t.exposeString('streetCode', {
        nullable: true,
        access: 'division',
        description: '街镇代码 street of the household',
      }),
      committeeCode: t.exposeString('committeeCode', {
        nullable: true,
        access: 'division',
        description: '居村代码 residents’ committee of the household',
      }),
      household: t.field({
        type: refs.Household,
        access,
        description: '家庭 the household, on the hub’s day',
        select: { householdId: true },
        resolve: async ({ householdId }, _args, context) => {
          const [household] = await seeHouseholds([Number(householdId)], context);
          return household ?? null;
        },
      }),
      hits: t.relation('hits', {
        nullable: true,
        access,
        description:
          '规则命中 what the rules found, as far as the caller works with them; of a closed alert all it ever had',
        query: (_args, context) => ({
          where: hitCondition(context),
          orderBy: { ruleId: 'asc' },
        }),
      }),
      recipient: t.exposeString('recipient', {
        nullable: true,
        access: work,
        description: '接收人 whose turn it is by the roster; nobody’s alert does not exist',
      }),
      level: t.field({
        type: AlertLevel,
        access: work,
        description: '处置层级 COMMITTEE, STREET or DISTRICT; passed up when nobody answers in time',
        select: { level: true },
        resolve: ({ level }) => level as AlertLevel,
      }),
      informed: t.stringList({
        access: work,
        description: '知会人 who else is told: of a RED alert the posts above the recipient',
        select: { ...SEEN, recipientAt: true },
        resolve: async ({ recipientAt, ...alert }, _args, context) => {
          const [day, { severity }] = await Promise.all([context.hubDay(), seenAlert(alert, context)]);
          if (severity !== 'RED' || recipientAt === null || day === null) return [];
          const above = [...context.graph.roster.recipientsOn(day)];
          return above.flatMap(([at, holder]) => (recipientAt !== at && recipientAt.startsWith(at) ? holder : []));
        },
      }),
      assignee: t.exposeString('assignee', { nullable: true, access: work, description: '经办人 who works on it' }),
      outcome: t.field({
        type: AlertOutcome,
        access: work,
        description: '处置结果 how it ended; null: not closed by a person',
        select: { outcome: true },
        resolve: ({ outcome }) => ALERT_OUTCOMES.find((known) => known === outcome) ?? null,
      }),
      closingNote: t.string({
        access: 'visit-findings',
        description: '办结说明 why it was closed so, in the words of who closed it',
        select: { closingNote: true },
        resolve: ({ closingNote }, _args, { graph }) => graph.open('alert.closing_note', closingNote),
      }),
      closedBy: t.exposeString('closedBy', {
        nullable: true,
        access: work,
        description: '办结人 who closed it; null: open, or withdrawn by itself',
      }),
      closedAt: t.expose('closedAt', {
        type: 'DateTime',
        nullable: true,
        access: work,
        description: '办结时间 when it was closed or withdrew by itself',
      }),
      timeline: t.relation('events', {
        nullable: true,
        access: 'alert-history',
        description: '预警经过 all that happened to it, in order',
        query: (_args, context) => ({ where: eventCondition(context), orderBy: { id: 'asc' } }),
      }),
      visits: t.relation('visits', {
        nullable: true,
        access: 'visit',
        description: '入户走访 visits made for it, in order',
        query: { orderBy: [{ visitedOn: 'asc' }, { id: 'asc' }] },
      }),
      version: t.exposeInt('version', { nullable: true, access: work, description: '版本 grows with every change' }),
    }),
  });
}

export type AlertFilterRef = ReturnType<typeof defineAlertFilter>;

/** Tells what visits are reported with and alerts are filtered by, for the parts that do so elsewhere. */
export function defineAlerts(
  builder: GraphBuilder,
  refs: AlertRefs,
): { readonly VisitInput: VisitInputRef; readonly AlertFilter: AlertFilterRef } {
  const AlertState = builder.enumType('AlertState', {
    description: '预警状态 where the work on an alert stands',
    values: {
      OPEN: { description: '待办 nobody has taken it' },
      ASSIGNED: { description: '已分派 someone has' },
      VISITING: { description: '入户中 a visit is under way' },
      CLOSED: { description: '已办结 closed, with its outcome' },
    },
  });
  const AlertOutcome = defineOutcome(builder);
  const AlertLevel = builder.enumType('AlertLevel', {
    description: '处置层级 whose turn it is',
    values: {
      COMMITTEE: { description: '居村 the residents’ committee' },
      STREET: { description: '街镇 the street' },
      DISTRICT: { description: '区 the district' },
    },
  });
  const visits = defineVisits(builder, refs.Person);
  defineHit(builder, refs);
  defineAlert(builder, refs, { AlertState, AlertOutcome, AlertLevel });
  defineRoster(builder);
  defineTimeline(builder, refs);
  const VisitInput = defineAlertWork(builder, { ...visits, AlertOutcome, Refused: refs.Refused });
  const Filter = defineAlertFilter(builder, refs.Severity, AlertState);
  builder.queryField('alerts', (t) =>
    t.prismaConnection(
      {
        type: 'Alert',
        cursor: 'id',
        nullable: true,
        access,
        description:
          '预警列表 alerts within the caller’s scope, the most severe first where the caller sees how severe; no states given: all but CLOSED',
        args: { filter: t.arg({ type: Filter, access, description: '筛选条件 conditions; absent: all' }) },
        totalCount: (_root, { filter }, context) => countAlerts(filter ?? {}, context),
        resolve: (query, _root, { filter }, context) => readAlertPage(query, filter ?? {}, context),
      },
      countedConnection('预警 a page of alerts'),
      { description: '预警 an alert and its place in the list' },
    ),
  );
  return { VisitInput, AlertFilter: Filter };
}
