/** Which hits of an alert a caller is shown. */
import type { Prisma } from '../../prisma/generated/client/client.ts';
import type { RequestContext } from '../context.ts';

/** Hits that stand; of a closed alert all it ever had. */
export const OF_ACCOUNT: Prisma.AlertHitWhereInput = { OR: [{ endedOn: null }, { alert: { state: 'CLOSED' } }] };

/**
 * Rules whose hits only the case team is shown (R16). Who is not of it reaches neither such a hit nor an alert that never
 * had another.
 */
export function withheldRules({ clearance, graph }: Pick<RequestContext, 'clearance' | 'graph'>): readonly string[] {
  return clearance.settled('restricted-alert')?.kind === 'allow' ? [] : graph.restrictedRules;
}

/**
 * The hits by which an alert is there for somebody. One that nobody works on is there only while a hit stands: where its
 * last one ended, that it is still open would tell of another.
 */
export const KEEPING: Prisma.AlertHitWhereInput = { OR: [{ endedOn: null }, { alert: { state: { not: 'OPEN' } } }] };

/** Hits of the rules a caller works with, whether they stand or not. */
export function ruleCondition(context: RequestContext): Prisma.AlertHitWhereInput {
  const { alertRules } = context.clearance.rows;
  const withheld = [...withheldRules(context)];
  return {
    AND: [
      ...(alertRules === null ? [] : [{ ruleId: { in: [...alertRules] } }]),
      ...(withheld.length === 0 ? [] : [{ ruleId: { notIn: withheld } }]),
    ],
  };
}

/** The hits of an alert that a caller works with. */
export function hitCondition(context: RequestContext): Prisma.AlertHitWhereInput {
  return { AND: [OF_ACCOUNT, ruleCondition(context)] };
}
