/** What builds each agency's section of a person, in whatever process. */
import type { AgencyId } from '../../src/kernel/agency.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { defineCivilAffairs } from './civil-affairs.ts';
import { defineDisability } from './disability.ts';
import { defineEducation } from './education.ts';
import { defineHealthInsurance } from './health-insurance.ts';
import { defineHumanResources } from './human-resources.ts';
import type { AgencySection } from './section-list.ts';
import type { SectionView } from './section-view.ts';

type Define = (builder: GraphBuilder, refs: FactStatusRefs) => GraphObject<SectionView>;

const DEFINITIONS: Readonly<Record<AgencyId, Define>> = {
  'civil-affairs': defineCivilAffairs,
  'health-insurance': defineHealthInsurance,
  education: defineEducation,
  'human-resources': defineHumanResources,
  'disability-federation': defineDisability,
};

/** Adds a section to a person, as the merged graph and the agency's own subgraph both do. */
export function addSection<Person extends SectionView>(
  builder: GraphBuilder,
  person: GraphObject<Person>,
  { agency, name, access, title }: AgencySection,
  refs: FactStatusRefs,
): void {
  const type = DEFINITIONS[agency](builder, refs);
  builder.objectField(person, name, (t) =>
    t.field({
      type,
      access,
      description: `${title} the part of this agency`,
      resolve: (parent) => ((parent as SectionView).shows(access) ? (parent as SectionView) : null),
    }),
  );
}
