/**
 * What the recipient of a message may see: asked through the graph, as whoever is told would ask it. A group counts as
 * the least of its members: it is told what each of their roles may see, and of restricted alerts (困境儿童) nothing.
 */
import { type DocumentNode, parse } from 'graphql';
import { decodeId, encodeId } from '../../src/kernel/ids.ts';
import { type Caller, NO_QUOTAS } from '../../src/modules/access/index.ts';
import type { MessageAddress, MessageViewer, SeenAlert, SeenEmergency } from '../../src/modules/messages/index.ts';
import type { StandingViewer, StandingViewers } from '../changes/standing-viewer.ts';

const ALERTS = parse(`query MessageAlerts($ids: [ID!]!, $count: Int!) {
  alerts(filter: { ids: $ids }, first: $count) {
    edges { node { id severity streetCode dueAt level hits { rule { name } } } }
  }
}`);
const ALERT_COUNT = parse('query MessageAlertCount($ids: [ID!]!) { alerts(filter: { ids: $ids }) { totalCount } }');
const REVIEW_COUNT = parse('query MessageReviews { reviews(filter: { states: [OVERDUE, DUE] }) { totalCount } }');
const CLUE_COUNT = parse('query MessageClues { clues { totalCount } }');
const WAITING_COUNT = parse(`query MessageReferrals($organisation: String!) {
  referrals(filter: { organisation: $organisation, states: [SENT, RECEIVED] }) { totalCount }
}`);
const UNANSWERED_COUNT = parse('query MessageUnanswered { referrals(filter: { overdue: true }) { totalCount } }');
const EMERGENCIES = parse(`query MessageEmergencies($count: Int!) {
  emergencyNotices(first: $count) { edges { node { organisation at until } } }
}`);

interface AlertNode {
  readonly id: string;
  readonly severity: SeenAlert['severity'] | null;
  readonly streetCode: string | null;
  readonly dueAt: string | null;
  readonly level: SeenAlert['level'];
  readonly hits: readonly { readonly rule: { readonly name: string | null } | null }[] | null;
}
type EmergencyNode = Readonly<Record<'organisation' | 'at' | 'until', string | null>>;
interface Page<T> {
  readonly totalCount?: number | null;
  readonly edges?: readonly { readonly node: T }[] | null;
}

/** A root field that is not open to the caller is null, like one that found nothing. */
async function page<T>(
  viewer: StandingViewer,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Page<T> | null> {
  const answer = await viewer.ask(document, variables);
  const [found] = Object.values(answer?.data ?? {});
  return (found as Page<T> | null | undefined) ?? null;
}

const nodes = <T>(found: Page<T> | null): readonly T[] => found?.edges?.map(({ node }) => node) ?? [];
const alertIds = (ids: readonly number[]): string[] => ids.map((id) => encodeId('alert', BigInt(id)));

/** The least of several counts; null where one may not know any. */
async function least(counts: readonly Promise<Page<unknown> | null>[]): Promise<number | null> {
  const found = await Promise.all(counts);
  const known = found.flatMap((one) => one?.totalCount ?? []);
  return known.length < found.length ? null : Math.min(...known);
}

export interface MessageViewerParts {
  readonly viewers: StandingViewers;
  /** Name of a street by its code. */
  readonly streetOf: (code: string) => string;
  readonly titleOf: (organisation: string) => string;
}

function seenAlert(alert: AlertNode, rules: readonly string[], { streetOf }: MessageViewerParts): SeenAlert[] {
  const { id, severity, streetCode, dueAt, level } = alert;
  if (severity === null || streetCode === null) return [];
  const due = dueAt === null ? null : new Date(dueAt);
  return [{ id: Number(decodeId('alert', id)), severity, street: streetOf(streetCode), rules, dueAt: due, level }];
}

const rulesOf = ({ hits }: AlertNode): string[] => hits?.flatMap(({ rule }) => rule?.name ?? []) ?? [];

/** Those that everyone may see, in the words that everyone may see. */
async function alertsOf(
  everyone: readonly StandingViewer[],
  ids: readonly number[],
  parts: MessageViewerParts,
): Promise<readonly SeenAlert[]> {
  const variables = { ids: alertIds(ids), count: ids.length };
  const pages = await Promise.all(everyone.map((one) => page<AlertNode>(one, ALERTS, variables)));
  const [first, ...others] = pages.map((found) => new Map(nodes(found).map((alert) => [alert.id, alert])));
  return [...(first?.values() ?? [])].flatMap((alert) => {
    const same = others.flatMap((seen) => seen.get(alert.id) ?? []);
    if (same.length < others.length) return [];
    return seenAlert(
      alert,
      rulesOf(alert).filter((name) => same.every((one) => rulesOf(one).includes(name))),
      parts,
    );
  });
}

async function emergenciesOf(
  everyone: readonly StandingViewer[],
  count: number,
  { titleOf }: MessageViewerParts,
): Promise<readonly SeenEmergency[]> {
  const pages = await Promise.all(everyone.map((one) => page<EmergencyNode>(one, EMERGENCIES, { count })));
  if (pages.some((found) => found === null)) return [];
  return nodes(pages[0] ?? null).flatMap(({ organisation, at, until }) =>
    organisation === null || at === null || until === null
      ? []
      : [{ organisation: titleOf(organisation), at: new Date(at), until: new Date(until) }],
  );
}

/** What a group is never told: it is not the team of a case. */
const CLOSED_TO_GROUPS = ['restricted-alert'] as const;
const NO_LIMITS = { purposes: null, quotas: NO_QUOTAS, contractUntil: null };

function asMember(role: string | null): (caller: Caller) => Caller {
  return (caller) => {
    const { limits } = caller;
    const closed = [...(limits?.closedClasses ?? []), ...CLOSED_TO_GROUPS];
    return {
      ...caller,
      roles: role === null ? caller.roles : [role],
      limits: { ...NO_LIMITS, ...limits, closedClasses: closed },
    };
  };
}

/** The recipient as it stands now; null: it is not admitted. */
export function createMessageViewers(
  parts: MessageViewerParts,
): (address: Pick<MessageAddress, 'identity' | 'purpose' | 'audience'>) => Promise<MessageViewer | null> {
  return async ({ identity, purpose, audience }) => {
    const group = audience.length > 0;
    const narrowings = group ? [asMember(null), ...audience.map(asMember)] : [undefined];
    const asked = await Promise.all(
      narrowings.map((narrow) => parts.viewers({ identity, purpose, ...(narrow && { narrow }) })),
    );
    const everyone = asked.filter((viewer) => viewer !== null);
    const [first] = everyone;
    if (first === undefined || everyone.length < asked.length) return null;
    return {
      organisation: first.organisation,
      divisions: first.divisions,
      alerts: (ids) => alertsOf(everyone, ids, parts),
      countAlerts: async (ids) =>
        ids.length === 0 ? 0 : least(everyone.map((one) => page(one, ALERT_COUNT, { ids: alertIds(ids) }))),
      reviewsDue: () => least(everyone.map((one) => page(one, REVIEW_COUNT))),
      cluesWaiting: () => least(everyone.map((one) => page(one, CLUE_COUNT))),
      referralsWaiting: () =>
        least(everyone.map((one) => page(one, WAITING_COUNT, { organisation: first.organisation }))),
      referralsUnanswered: () => least(everyone.map((one) => page(one, UNANSWERED_COUNT))),
      emergencies: (count) => emergenciesOf(everyone, count, parts),
    };
  };
}
