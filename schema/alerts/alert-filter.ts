/** Which alerts a caller reaches and asks for, as conditions of the query itself. */
import type { InputRef } from '@pothos/core';
import type { Alert, Prisma } from '../../prisma/generated/client/client.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { AlertReach } from '../../src/modules/alerting/index.ts';
import type { GraphBuilder, GraphEnum } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import type { SeverityName } from '../rules/rules.ts';
import { readId } from '../shared/public-id.ts';
import { severityCondition } from './partial-sight.ts';
import { KEEPING, OF_ACCOUNT, withheldRules } from './shown-hits.ts';

export type AlertStateName = 'OPEN' | 'ASSIGNED' | 'VISITING' | 'CLOSED';

export interface AlertFilter {
  readonly ids?: string[] | null | undefined;
  readonly states?: AlertStateName[] | null | undefined;
  readonly severities?: SeverityName[] | null | undefined;
  readonly streetCode?: string | null | undefined;
  readonly committeeCode?: string | null | undefined;
  readonly ruleIds?: string[] | null | undefined;
  readonly assignee?: string | null | undefined;
  readonly recipient?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

export function defineAlertFilter(
  builder: GraphBuilder,
  Severity: GraphEnum<SeverityName>,
  AlertState: GraphEnum<AlertStateName>,
): InputRef<AlertFilter> {
  const work = 'alert-filter';
  return builder.inputType('AlertFilter', {
    description: '预警筛选条件 all given conditions hold together',
    fields: (t) => ({
      ids: t.idList({ access: 'alert', description: '预警编号 one of these alerts' }),
      states: t.field({
        type: [AlertState],
        access: 'alert',
        description: '预警状态 one of these; absent: all but CLOSED',
      }),
      severities: t.field({ type: [Severity], access: work, description: '预警等级 one of these' }),
      streetCode: t.string({ access: 'division', description: '街镇代码 street' }),
      committeeCode: t.string({ access: 'division', description: '居村代码 residents’ committee' }),
      ruleIds: t.idList({ access: 'alert', description: '预警规则 hit by one of these' }),
      assignee: t.string({ access: work, description: '经办人 assigned to this person' }),
      recipient: t.string({ access: work, description: '接收人 whose turn it is by the roster' }),
      overdue: t.boolean({ access: work, description: '已超时 past its time limit' }),
    }),
  });
}

const STREET_DIGITS = 9;

/** Whatever has a street and a committee, within a division. */
type WithinDivision =
  | { readonly streetCode: string | { readonly startsWith: string } }
  | { readonly committeeCode: { readonly startsWith: string } };

/** A street is asked for as such: its alerts stand in the order of their list. */
export function inDivision(prefix: string): WithinDivision {
  if (prefix.length === STREET_DIGITS) return { streetCode: prefix };
  return prefix.length > STREET_DIGITS
    ? { committeeCode: { startsWith: prefix } }
    : { streetCode: { startsWith: prefix } };
}

/** The alerts a caller reaches, as the modules take it. */
export function alertReach(context: Pick<RequestContext, 'caller' | 'clearance' | 'graph'>): AlertReach {
  const { caller, clearance } = context;
  const { alerts, alertRules } = clearance.rows;
  return { divisions: alerts ? caller.divisions : [], rules: alertRules, withheld: withheldRules(context) };
}

/** Alerts that stand by other hits than those that are withheld. */
export function shownBeside(withheld: readonly string[]): Prisma.AlertWhereInput {
  return { hits: { some: { AND: [KEEPING, { ruleId: { notIn: [...withheld] } }] } } };
}

function divisionCondition({ caller, clearance }: RequestContext): Prisma.AlertWhereInput {
  return { OR: clearance.rows.alerts ? caller.divisions.map(inDivision) : [] };
}

/** The rows a caller reaches: its divisions, and where its role works with some rules only, those. */
function scopeCondition(context: RequestContext): Prisma.AlertWhereInput[] {
  const { alertRules } = context.clearance.rows;
  const withheld = withheldRules(context);
  return [
    divisionCondition(context),
    ...(alertRules === null ? [] : [hitBy([...alertRules])]),
    ...(withheld.length === 0 ? [] : [shownBeside(withheld)]),
  ];
}

/**
 * By what a list of alerts stands in the order of severity, as severe as the caller sees them. Null: whoever sees no
 * severity, or works with some rules only, gets them as they were raised.
 */
export function rankSeen(context: RequestContext): 'severityRank' | 'shownRank' | null {
  const { clearance } = context;
  const ranked = clearance.settled('alert-work')?.kind === 'allow' && clearance.rows.alertRules === null;
  if (!ranked) return null;
  return withheldRules(context).length === 0 ? 'severityRank' : 'shownRank';
}

/** Where a page begins: after an alert of the caller's rows; where another's would stand tells how severe it is. */
export async function placeOf(
  id: Prisma.AlertWhereUniqueInput['id'],
  context: RequestContext,
): Promise<Pick<Alert, 'id' | 'severityRank' | 'shownRank'>> {
  const found = await context.graph.prisma.alert.findFirst({
    where: { ...(id === undefined ? {} : { id }), AND: scopeCondition(context) },
    select: { id: true, severityRank: true, shownRank: true },
  });
  if (found === null)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'after, before', expected: 'a cursor of this list' });
  return found;
}

/** Of the rules asked for, those a caller works with: a filter by others would tell what it is not shown. */
export function rulesAsked(asked: readonly string[], context: RequestContext): string[] {
  const { alertRules } = context.clearance.rows;
  const withheld = withheldRules(context);
  return asked.filter((id) => (alertRules?.includes(id) ?? true) && !withheld.includes(id));
}

function hitBy(ruleIds: string[]): Prisma.AlertWhereInput {
  return { hits: { some: { ruleId: { in: ruleIds }, ...OF_ACCOUNT } } };
}

/** A clock that a hit runs which the caller is not shown tells of it: such an alert is not late. */
function overdueCondition(overdue: boolean, context: RequestContext): Prisma.AlertWhereInput {
  const withheld = [...withheldRules(context)];
  const hidden = withheld.length === 0 ? {} : { NOT: { hits: { some: { ruleId: { in: withheld }, endedOn: null } } } };
  const late = { dueAt: { lt: context.now() }, state: { not: 'CLOSED' }, ...hidden };
  return overdue ? late : { NOT: late };
}

/**
 * Alerts within the caller's rows that are asked for; with `divisions`, whether it is shown their hits or not. An empty list
 * of states or severities matches nothing, as it says.
 */
export function alertCondition(
  filter: AlertFilter,
  context: RequestContext,
  within: 'rows' | 'divisions' = 'rows',
): Prisma.AlertWhereInput {
  const { ids, states, severities, streetCode, committeeCode, ruleIds, assignee, recipient, overdue } = filter;
  return {
    AND: [
      ...(within === 'rows' ? scopeCondition(context) : [divisionCondition(context)]),
      ids == null ? {} : { id: { in: ids.map((id) => readId('alert', id, 'ids')) } },
      states == null ? { state: { not: 'CLOSED' } } : { state: { in: states } },
      severities == null ? {} : severityCondition(severities, context),
      streetCode == null ? {} : { streetCode },
      committeeCode == null ? {} : { committeeCode },
      ruleIds == null ? {} : hitBy(rulesAsked(ruleIds, context)),
      assignee == null ? {} : { assignee },
      recipient == null ? {} : { recipient },
      overdue == null ? {} : overdueCondition(overdue, context),
    ],
  };
}
