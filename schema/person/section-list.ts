/** The agencies' sections of a person: whose each is, and what decides on it. */
import { AGENCIES, type AgencyId, SECTION_OF } from '../../src/kernel/agency.ts';

export interface AgencySection {
  readonly agency: AgencyId;
  /** The field of `Person`. */
  readonly name: string;
  /** The data class that opens it. */
  readonly access: string;
  readonly title: string;
}

export const SECTIONS: readonly AgencySection[] = AGENCIES.map((agency) => {
  const { field: name, title, dataClass } = SECTION_OF[agency];
  return { agency, name, access: dataClass.name, title };
});

/** The field of the hub's subgraph by which an agency's process is let near a person. */
export const passField = ({ name }: AgencySection): string => `${name}Pass`;
