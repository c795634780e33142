/**
 * An alert as it is to a caller who is not shown all its hits: no graver, and raised no earlier, than the hits it is shown
 * make it. What it may not see does not move what it sees.
 */
import DataLoader from 'dataloader';
import type { Prisma } from '../../prisma/generated/client/client.ts';
import { beijingDay } from '../../src/kernel/clock.ts';
import { SEVERITIES } from '../../src/modules/discovery/index.ts';
import type { RequestContext } from '../context.ts';
import type { SeverityName } from '../rules/rules.ts';
import { ruleCondition, withheldRules } from './shown-hits.ts';

interface SeenHit {
  readonly severity: string;
  readonly firstSeenOn: Date;
  readonly endedOn: Date | null;
}

/** Whether hits of some rules are not shown to the caller. */
export function seesInPart(context: RequestContext): boolean {
  return context.clearance.rows.alertRules !== null || withheldRules(context).length > 0;
}

type Loader = DataLoader<bigint, readonly SeenHit[]>;
const loaders = new WeakMap<RequestContext, Loader>();

function createLoader(context: RequestContext): Loader {
  return new DataLoader(async (ids) => {
    const hits = await context.graph.prisma.alertHit.findMany({
      where: { alertId: { in: [...ids] }, ...ruleCondition(context) },
    });
    return ids.map((id) => hits.filter(({ alertId }) => alertId === id));
  });
}

function hitsOf(id: bigint, context: RequestContext): Promise<readonly SeenHit[]> {
  const loader = loaders.get(context) ?? createLoader(context);
  loaders.set(context, loader);
  return loader.load(id);
}

interface AlertRow {
  readonly id: bigint;
  readonly severity: string;
  readonly raisedAt: Date;
  readonly dueAt: Date | null;
}

const BEIJING = '+08:00';

/** Severity and times of an alert as the caller sees it. */
export async function seenAlert(
  { id, severity, raisedAt, dueAt }: AlertRow,
  context: RequestContext,
): Promise<{ readonly severity: SeverityName; readonly raisedAt: Date; readonly dueAt: Date | null }> {
  const whole = { severity: severity as SeverityName, raisedAt, dueAt };
  if (!seesInPart(context)) return whole;
  const hits = await hitsOf(id, context);
  const standing = hits.filter(({ endedOn }) => endedOn === null);
  const gravest = SEVERITIES.find((one) => (standing.length > 0 ? standing : hits).some((hit) => hit.severity === one));
  const first = hits.map(({ firstSeenOn }) => firstSeenOn.toISOString().slice(0, 10)).sort()[0];
  const seen = gravest ?? whole.severity;
  const since = first === undefined || first <= beijingDay(raisedAt) ? raisedAt : new Date(`${first}T00:00${BEIJING}`);
  if (seen === severity && since === raisedAt) return whole;
  return { severity: seen, raisedAt: since, dueAt: dueAt === null ? null : context.graph.dueAfter(seen, since) };
}

/** Whether the caller is shown a hit as grave as the alert is. */
export async function seesSeverity(alertId: string, context: RequestContext): Promise<boolean> {
  if (!seesInPart(context)) return true;
  const alert = await context.graph.prisma.alert.findUnique({ where: { id: BigInt(alertId) } });
  return alert !== null && (await seenAlert(alert, context)).severity === alert.severity;
}

/** That the gravest of these hits is of this severity. */
function gravestIs(severity: SeverityName, hits: Prisma.AlertHitWhereInput): Prisma.AlertWhereInput[] {
  const graver = [...SEVERITIES.slice(0, SEVERITIES.indexOf(severity))];
  return [
    { hits: { some: { AND: [hits, { severity }] } } },
    { NOT: { hits: { some: { AND: [hits, { severity: { in: graver } }] } } } },
  ];
}

/** Alerts that are of these severities to the caller, as {@link seenAlert} has them. */
export function severityCondition(wanted: readonly SeverityName[], context: RequestContext): Prisma.AlertWhereInput {
  if (!seesInPart(context)) return { severity: { in: [...wanted] } };
  const seen = ruleCondition(context);
  const standing = { AND: [seen, { endedOn: null }] };
  return {
    OR: wanted.flatMap((severity) => [
      { AND: gravestIs(severity, standing) },
      { AND: [{ NOT: { hits: { some: standing } } }, ...gravestIs(severity, seen)] },
    ]),
  };
}

const OF_RULES = ['HIT_JOINED', 'HIT_CHANGED', 'HIT_LEFT'];
const OF_WEIGHT = ['ESCALATED', 'EASED'];

/** What happened to an alert, without what speaks of hits that the caller is not shown. */
export function eventCondition(context: RequestContext): Prisma.AlertEventWhereInput {
  if (!seesInPart(context)) return {};
  const { alertRules } = context.clearance.rows;
  const named = (rule: string): Prisma.AlertEventWhereInput => ({ details: { path: ['rule'], equals: rule } });
  const ofSeen: Prisma.AlertEventWhereInput[] = [
    ...(alertRules === null ? [] : [{ OR: alertRules.map(named) }]),
    ...withheldRules(context).map((rule) => ({ NOT: named(rule) })),
  ];
  return {
    OR: [{ kind: { notIn: [...OF_RULES, ...OF_WEIGHT] } }, { AND: [{ kind: { in: OF_RULES } }, ...ofSeen] }],
  };
}
