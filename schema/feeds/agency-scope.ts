/** Which agencies' feeds a caller reaches, as a condition of the query itself. */
import { isAgencyId } from '../../src/kernel/agency.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

export interface AgencyCondition {
  readonly agency?: { readonly in: string[] };
}

/** The agencies of the caller's rows, none for a caller of a part of the jurisdiction, narrowed to one where the caller asks for one. */
export function agencyCondition(context: RequestContext, asked?: string | null): AgencyCondition {
  if (asked != null && !isAgencyId(asked))
    throw new WanjiaError('BAD_USER_INPUT', { input: 'agency', expected: 'the id of an agency' });
  const feeds = reachesWhole(context) ? context.clearance.rows.feeds : 'none';
  if (feeds === 'all') return asked == null ? {} : { agency: { in: [asked] } };
  const own = feeds === 'none' ? [] : feeds;
  return { agency: { in: own.filter((agency) => asked == null || agency === asked) } };
}
