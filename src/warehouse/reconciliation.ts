/** Compares what the copy holds with what the hub counts for the same caller. */
import {
  AlertCountDocument,
  CaseCountDocument,
  type ChangeType,
  HouseholdCountDocument,
  type HubClient,
  HubError,
  ReferralCountDocument,
} from '../../packages/client/src/index.ts';
import { TABLES, TYPES } from './table.ts';
import type { Target } from './target.ts';

export interface Count {
  readonly type: ChangeType;
  readonly table: string;
  readonly here: number;
  /** Null: the hub counts none of this type for this caller. */
  readonly hub: number | null;
}

type Counting = (client: HubClient) => Promise<number | null>;

/** Persons and consents have no list that could be counted; of rules the feed tells those that were released. */
const COUNTED: Readonly<Partial<Record<ChangeType, Counting>>> = {
  HOUSEHOLD: async (client) => (await client.request(HouseholdCountDocument)).data.households?.totalCount ?? null,
  ALERT: async (client) => (await client.request(AlertCountDocument)).data.alerts?.totalCount ?? null,
  CASE: async (client) => (await client.request(CaseCountDocument)).data.cases?.totalCount ?? null,
  SERVICE: async (client) => (await client.request(ReferralCountDocument)).data.referrals?.totalCount ?? null,
};

async function hubCount(client: HubClient, type: ChangeType): Promise<number | null> {
  try {
    return (await COUNTED[type]?.(client)) ?? null;
  } catch (error) {
    if (error instanceof HubError && error.code === 'FORBIDDEN') return null;
    throw error;
  }
}

export async function countBoth(client: HubClient, target: Target): Promise<readonly Count[]> {
  const counts: Count[] = [];
  for (const type of TYPES) {
    const { name: table } = TABLES[type];
    counts.push({ type, table, here: await target.count(table), hub: await hubCount(client, type) });
  }
  return counts;
}

/** Types of which the copy holds more, or fewer, than the hub counts. */
export const differing = (counts: readonly Count[]): readonly Count[] =>
  counts.filter(({ here, hub }) => hub !== null && here !== hub);
