/** Reads the log: who read of one person, newest first. */
import type { Database } from '../../platform/database/database.ts';
import type { DisclosureDecision } from './disclosure.ts';

export interface DisclosureEntry {
  readonly writer: string;
  readonly sequence: number;
  /** Milliseconds. */
  readonly at: number;
  readonly subject: string;
  readonly organisation: string;
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly operation: string | null;
  readonly fields: readonly string[];
  readonly masked: readonly string[];
  readonly withheld: readonly string[];
  readonly decision: DisclosureDecision;
}

/** Where an entry stands among those of a person. */
export type DisclosurePlace = Pick<DisclosureEntry, 'at' | 'writer' | 'sequence'>;

export interface DisclosurePage {
  readonly entries: readonly DisclosureEntry[];
  readonly hasNextPage: boolean;
}

/**
 * Answers that showed the person, or a household of the person without saying who lives in it (an alert's evidence):
 * those name no person of that household.
 */
const OF_PERSON = `select d.writer, d.sequence, (extract(epoch from d.at) * 1000)::bigint as at, d.subject,
    d.organisation, d.purpose, d.case_id as "caseId", d.decision, s.operation, s.fields, s.masked, s.withheld
  from disclosure d join disclosure_scope s on s.key = d.scope
  where (d.persons @> array[$1::bigint] or d.households && $2::bigint[])
    and ($3::bigint is null or (d.at, d.writer, d.sequence) < (to_timestamp($3 / 1000.0), $4::text, $5::bigint))
  order by d.at desc, d.writer desc, d.sequence desc limit $6`;

export async function findDisclosures(
  db: Database,
  asked: {
    readonly personId: number;
    readonly householdIds: readonly number[];
    readonly first: number;
    readonly after: DisclosurePlace | null;
  },
): Promise<DisclosurePage> {
  const { personId, householdIds, first, after } = asked;
  const rows = await db.query<DisclosureEntry>(OF_PERSON, [
    personId,
    householdIds,
    after?.at ?? null,
    after?.writer ?? null,
    after?.sequence ?? null,
    first + 1,
  ]);
  return { entries: rows.slice(0, first), hasNextPage: rows.length > first };
}
