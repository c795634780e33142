/** How far a caller sees and administers: what lies wholly in its divisions. */
import type { Actor } from '../../src/modules/administration/index.ts';
import type { RequestContext } from '../context.ts';

export function withinReach({ caller }: RequestContext, divisions: readonly string[]): boolean {
  return divisions.every((prefix) => caller.divisions.some((own) => prefix.startsWith(own)));
}

export function actorOf({ caller }: RequestContext): Actor {
  const { subject, organisation, roles, divisions } = caller;
  return { name: subject, organisation, scope: { roles, divisions } };
}
