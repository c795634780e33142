/** One agency as a subgraph: its section of a person, for who comes with a pass of the hub. */
import type { AgencyId } from '../../src/kernel/agency.ts';
import { createBuilder } from '../builder.ts';
import { buildGraph } from '../graph.ts';
import { type AgencySection, passField, SECTIONS } from '../person/section-list.ts';
import type { SectionView } from '../person/section-view.ts';
import { addSection } from '../person/sections.ts';
import { defineScalars } from '../scalars.ts';
import { defineFactStatus } from '../shared/fact-status.ts';
import type { AgencyContext } from './agency-context.ts';
import { defineEntities } from './entities.ts';
import { printSubgraph } from './sdl.ts';
import type { Subgraph } from './subgraph.ts';

function sectionOf(agency: AgencyId): AgencySection {
  const found = SECTIONS.find((section) => section.agency === agency);
  if (found === undefined) throw new Error(`${agency} has no section`);
  return found;
}

/** The subgraph of an agency; its section is built by what builds it in the merged graph. */
export function createAgencySubgraph(agency: AgencyId): Subgraph {
  const section = sectionOf(agency);
  const pass = passField(section);
  const builder = createBuilder();
  builder.queryType({ description: '查询 what can be read' });
  defineScalars(builder);
  const facts = defineFactStatus(builder);
  const Person = builder.objectRef<SectionView>('Person').implement({
    description: '人员 a person, as the agencies’ records describe one',
    fields: (t) => ({
      [pass]: t.string({
        access: section.access,
        description: `${section.title}通行凭据 lets the agency’s own process show its section of this person to this request`,
        resolve: () => null,
      }),
    }),
  });
  addSection(builder, Person, section, facts);
  const sdl = (): string =>
    printSubgraph(schema, {
      keys: { Person: [pass] },
      shareable: new Set(['MoneyFact']),
      internal: new Set([`Person.${pass}`]),
    });
  defineEntities<SectionView>(builder, {
    types: [Person],
    typeOf: () => Person,
    // This schema is served with contexts of its own only.
    resolve: async ({ __typename: type, [pass]: token }, context) =>
      type === 'Person' && typeof token === 'string' ? (context as unknown as AgencyContext).persons.load(token) : null,
    sdl,
  });
  const schema = buildGraph(builder);
  return { name: agency, schema, sdl };
}
