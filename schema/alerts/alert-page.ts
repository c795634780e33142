/**
 * One page of alerts in the order of severity, and how many there are. A page is read by its place in an index, the next
 * alerts of the same severity and then those of the others, and counted by the tally: neither grows with the list.
 */
import type { Alert, Prisma } from '../../prisma/generated/client/client.ts';
import type { RequestContext } from '../context.ts';
import { type AlertFilter, alertCondition, inDivision, placeOf, rankSeen, shownBeside } from './alert-filter.ts';
import { seesInPart } from './partial-sight.ts';
import { withheldRules } from './shown-hits.ts';

/** A page as Pothos asks for it: `take` is negative for a page that is counted from the end. */
type PageQuery = Pick<Prisma.AlertFindManyArgs, 'cursor' | 'include' | 'select'> & {
  readonly take: number;
  readonly skip: number;
};

type Rank = NonNullable<ReturnType<typeof rankSeen>>;

/** What comes after a place, stretch by stretch, each of them in the order of an index; alerts without a rank are last. */
function stretchesAfter(rank: Rank, place: Pick<Alert, 'id' | Rank>, forwards: boolean): Prisma.AlertWhereInput[] {
  const at = place[rank];
  const same = { [rank]: at, id: { [forwards ? 'gt' : 'lt']: place.id } };
  if (at === null) return [same, ...(forwards ? [] : [{ [rank]: { not: null } }])];
  const further = { [rank]: { [forwards ? 'gt' : 'lt']: at } };
  return [same, further, ...(forwards && rank === 'shownRank' ? [{ [rank]: null }] : [])];
}

async function stretchesOf({ cursor }: PageQuery, forwards: boolean, context: RequestContext) {
  const rank = rankSeen(context);
  if (cursor === undefined) return [{}];
  const place = await placeOf(cursor.id, context);
  return rank === null ? [{ id: { [forwards ? 'gt' : 'lt']: place.id } }] : stretchesAfter(rank, place, forwards);
}

/** The alerts of a page, and one more where there is one. */
export async function readAlertPage(query: PageQuery, filter: AlertFilter, context: RequestContext): Promise<Alert[]> {
  const { cursor: _cursor, take, skip: _skip, ...shape } = query;
  const [forwards, wanted] = [take >= 0, Math.abs(take)];
  const rank = rankSeen(context);
  const direction = forwards ? 'asc' : 'desc';
  const orderBy = [...(rank === null ? [] : [{ [rank]: direction }]), { id: direction }] as const;
  const condition = alertCondition(filter, context);
  const alerts: Alert[] = [];
  for (const stretch of await stretchesOf(query, forwards, context)) {
    if (alerts.length === wanted) break;
    const found = await context.graph.prisma.alert.findMany({
      ...shape,
      where: { AND: [stretch, condition] },
      orderBy: [...orderBy],
      take: wanted - alerts.length,
    });
    alerts.push(...found);
  }
  const page = forwards ? alerts : alerts.reverse();
  const extra = alerts.length === wanted;
  const shown = extra ? page.slice(forwards ? 0 : 1, forwards ? -1 : undefined) : page;
  for (const { householdId } of shown) context.subjects.sawHousehold(Number(householdId));
  return page;
}

/** What the tally of alerts tells apart, and so can count. */
const TALLIED: readonly (keyof AlertFilter)[] = ['states', 'streetCode', 'committeeCode', 'severities'];

function isTallied(filter: AlertFilter, context: RequestContext): boolean {
  const asked = (Object.keys(filter) as (keyof AlertFilter)[]).filter((name) => filter[name] != null);
  return (
    context.clearance.rows.alertRules === null &&
    asked.every((name) => TALLIED.includes(name) && (name !== 'severities' || !seesInPart(context)))
  );
}

async function countInTally(filter: AlertFilter, { graph, caller, clearance }: RequestContext): Promise<number> {
  const { states, severities, streetCode, committeeCode } = filter;
  const { _sum: sum } = await graph.prisma.alertTally.aggregate({
    _sum: { rows: true },
    where: {
      OR: clearance.rows.alerts ? caller.divisions.map(inDivision) : [],
      AND: [
        states == null ? { state: { not: 'CLOSED' } } : { state: { in: states } },
        severities == null ? {} : { severity: { in: severities } },
        streetCode == null ? {} : { streetCode },
        committeeCode == null ? {} : { committeeCode },
      ],
    },
  });
  return sum?.rows ?? 0;
}

/** Alerts of the caller's divisions that rest on hits which are withheld from it: few, and counted by their rules. */
function countWithheld(filter: AlertFilter, context: RequestContext): Promise<number> | number {
  const withheld = [...withheldRules(context)];
  if (withheld.length === 0) return 0;
  const where = { AND: [{ hits: { some: { ruleId: { in: withheld } } } }, { NOT: shownBeside(withheld) }] };
  return context.graph.prisma.alert.count({ where: { AND: [alertCondition(filter, context, 'divisions'), where] } });
}

/** How many alerts a caller reaches by a filter. */
export async function countAlerts(filter: AlertFilter, context: RequestContext): Promise<number> {
  if (!isTallied(filter, context)) return context.graph.prisma.alert.count({ where: alertCondition(filter, context) });
  const [all, withheld] = await Promise.all([countInTally(filter, context), countWithheld(filter, context)]);
  return all - withheld;
}
