/** What belongs to no place, such as deliveries and doubts about who is who, is for callers of the whole jurisdiction. */
import type { RequestContext } from '../context.ts';

/** Whether a caller's divisions hold all of the policy's jurisdiction. */
export function reachesWhole({ caller, graph }: Pick<RequestContext, 'caller' | 'graph'>): boolean {
  return caller.divisions.some((division) => graph.policy.jurisdiction.startsWith(division));
}
