/** Persons by the hub's own number, wherever they live, as far as the caller reaches them. */

import type { RequestContext } from '../context.ts';
import { seeHouseholds } from '../household/load.ts';
import type { PersonView } from '../household/view.ts';

/** A person is shown as a household of the caller's scope lists one. */
export async function seePersons(ids: readonly bigint[], context: RequestContext): Promise<PersonView[]> {
  const day = await context.hubDay();
  if (day === null || ids.length === 0) return [];
  const homes = await context.graph.prisma.memberFact.findMany({
    where: { personId: { in: [...ids] }, validFrom: { lte: new Date(day) }, validTo: { gt: new Date(day) } },
    select: { householdId: true },
    distinct: ['householdId'],
  });
  const households = await seeHouseholds(
    homes.map(({ householdId }) => Number(householdId)),
    context,
  );
  const wanted = new Set(ids.map(Number));
  const found = new Map<number, PersonView>();
  // Where the person counts comes last and stays: elsewhere they may be listed as living apart, and shown as such.
  const listings = households.flatMap(({ listed }) => listed);
  for (const counted of [false, true])
    for (const { member, person } of listings)
      if (wanted.has(person.person.id) && (member.notCounted === null) === counted) found.set(person.person.id, person);
  return [...found.values()];
}
