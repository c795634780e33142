/** Persons by the hub's own number, wherever they live, as far as the caller reaches them. */
import DataLoader from 'dataloader';
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

/** By what all copies of a request's context share. */
const loaders = new WeakMap<RequestContext['householdsById'], DataLoader<bigint, PersonView | null>>();

/** One of the persons that a request asks for one by one: they are read together. */
export function seePerson(id: bigint, context: RequestContext): Promise<PersonView | null> {
  const { householdsById } = context;
  const loader =
    loaders.get(householdsById) ??
    new DataLoader(async (ids: readonly bigint[]) => {
      const seen = new Map((await seePersons(ids, context)).map((view) => [view.person.id, view]));
      return ids.map((one) => seen.get(Number(one)) ?? null);
    });
  loaders.set(householdsById, loader);
  return loader.load(id);
}
