/** The hub as a subgraph: everything but the agencies' sections, in whose place it hands out passes. */
import { createBuilder, type GraphBuilder, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { buildGraph, defineGraph } from '../graph.ts';
import { seeHouseholds } from '../household/load.ts';
import type { HouseholdView, PersonView } from '../household/view.ts';
import { seePerson } from '../identity/persons.ts';
import { mayUse } from '../permissions/coordinates.ts';
import { type AgencySection, passField, SECTIONS } from '../person/section-list.ts';
import { readId } from '../shared/public-id.ts';
import { defineEntities, type Representation } from './entities.ts';
import { printSubgraph } from './sdl.ts';
import type { Subgraph } from './subgraph.ts';

type Entity = HouseholdView | PersonView;

/** A pass for a person whose section the original operation asks for and the caller may be shown. */
function addPass(builder: GraphBuilder, person: GraphObject<PersonView>, section: AgencySection): void {
  const { agency, name, access, title } = section;
  builder.objectField(person, passField(section), (t) =>
    t.string({
      access,
      description: `${title}通行凭据 lets the agency’s own process show its section of this person to this request`,
      resolve: (view, _args, { hop }) => {
        if (hop === null || !hop.asks(`Person.${name}`) || !view.shows(access)) return null;
        const { household, day, given } = view;
        const consented = new Set([...given.consented].filter((key) => key.endsWith(` ${access}`)));
        return hop.pass(agency, { person: view.person.id, household, day, given: { ...given, consented } });
      },
    }),
  );
}

async function byNumber(residentId: string, context: RequestContext): Promise<PersonView | null> {
  const scope = await context.householdScope();
  const profile = await context.lookUp(residentId, () =>
    context.graph.households.findByResidentNumber(residentId, null, scope),
  );
  const known = profile === null ? [] : [...profile.identities().persons];
  const [id] = known.find(([, identity]) => identity.residentId === residentId) ?? [];
  return id === undefined ? null : seePerson(BigInt(id), context);
}

/** References are looked up as the graph's own root fields are, under the same classes. */
async function resolve(representation: Representation, context: RequestContext): Promise<Entity | null> {
  const { __typename: type, id, residentId } = representation;
  if (type === 'Person' && typeof residentId === 'string')
    return mayUse(context.clearance, 'resident-lookup') ? byNumber(residentId, context) : null;
  if (typeof id !== 'string' || !mayUse(context.clearance, 'household-lookup')) return null;
  if (type === 'Household') return (await seeHouseholds([Number(readId('household', id))], context))[0] ?? null;
  return type === 'Person' ? seePerson(readId('person', id), context) : null;
}

const DIRECTIVES = {
  keys: { Household: ['id'], Person: ['id', 'residentId', ...SECTIONS.map(passField)] },
  shareable: new Set(['MoneyFact']),
  internal: new Set(SECTIONS.map((section) => `Person.${passField(section)}`)),
};

export function createHubSubgraph(): Subgraph {
  const builder = createBuilder();
  const sdl = (): string => printSubgraph(schema, DIRECTIVES);
  const { Household, Person } = defineGraph(builder, (person, section) => addPass(builder, person, section));
  defineEntities<Entity>(builder, {
    types: [Household, Person] as unknown as GraphObject<Entity>[],
    typeOf: (entity) => ('document' in entity ? Household : Person) as unknown as GraphObject<Entity>,
    most: PAGE_LIMIT,
    resolve,
    sdl,
  });
  const schema = buildGraph(builder);
  return { name: 'hub', schema, sdl };
}
