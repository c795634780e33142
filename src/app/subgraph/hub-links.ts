/** Asks the hub, over its public API, whom the agency's records are of: as far as its change feed tells. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isRecordType, type RecordType } from '../../kernel/agency.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { decodeId } from '../../kernel/ids.ts';
import type { HubLink, ToldLinks } from '../../modules/sections/index.ts';

/** How the hub is reached, and what the agency's client shows it. */
export interface HubAddress {
  readonly url: URL;
  token(): Promise<string>;
}

/** A token that somebody else keeps fresh in a file. */
export const tokenIn = (file: string) => async (): Promise<string> => (await readFile(file, 'utf8')).trim();

const PURPOSE = 'linking';
const PAGE = 500;
const TIMEOUT_MS = 60_000;

/** What an agency's process asks of its hub. */
export const CHANGES = `query FollowPersons($after: String, $first: Int!) {
  changes(after: $after, types: [PERSON], first: $first, latest: true) {
    edges { operation id }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const RECORDS = `query AgencyRecords($personIds: [ID!]!) {
  agencyRecords(personIds: $personIds) { personId recordType sourceKey }
}`;

const changesAnswer = z.object({
  changes: z.object({
    edges: z.array(z.object({ operation: z.string(), id: z.string().nullable() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
  }),
});

const recordsAnswer = z.object({
  agencyRecords: z.array(
    z.object({
      personId: z.string(),
      recordType: z.custom<RecordType>((value) => typeof value === 'string' && isRecordType(value)),
      sourceKey: z.string(),
    }),
  ),
});

const failed = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).min(1) });

async function ask<T>(hub: HubAddress, answer: z.ZodType<T>, query: string, variables: object): Promise<T> {
  const response = await fetch(new URL('/graphql', hub.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await hub.token()}`,
      'wanjia-purpose': PURPOSE,
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new WanjiaError('HUB_UNREACHABLE', {}, { cause });
  });
  const body: unknown = await response.json().catch(() => null);
  const refused = failed.safeParse(body);
  if (refused.success) throw new WanjiaError('HUB_REFUSED', { code: refused.data.errors[0]?.extensions.code ?? '' });
  const read = z.object({ data: answer }).safeParse(body);
  if (!read.success) throw new WanjiaError('HUB_REFUSED', { code: String(response.status) });
  return read.data.data as T;
}

const personOf = (id: string): number => Number(decodeId('person', id) ?? 0n);

export interface LinkPage extends ToldLinks {
  readonly hasNextPage: boolean;
}

/** One page of what changed after a cursor; null: everything from the beginning. */
export async function readLinks(hub: HubAddress, after: string | null): Promise<LinkPage> {
  const { changes } = await ask(hub, changesAnswer, CHANGES, { after, first: PAGE });
  const changed = [...new Set(changes.edges.flatMap(({ id }) => id ?? []))];
  const present = [...new Set(changes.edges.flatMap(({ id, operation }) => (operation === 'UPSERT' && id) || []))];
  const { agencyRecords } =
    present.length === 0 ? { agencyRecords: [] } : await ask(hub, recordsAnswer, RECORDS, { personIds: present });
  const links = agencyRecords.map(({ personId, ...record }): HubLink => ({ ...record, person: personOf(personId) }));
  const { endCursor: cursor, hasNextPage } = changes.pageInfo;
  return { persons: changed.map(personOf), links, cursor, hasNextPage };
}
