/** The agencies' sections of a person: whose each is, and what decides on it. */
import type { AgencyId } from '../../src/kernel/agency.ts';

export interface AgencySection {
  readonly agency: AgencyId;
  /** The field of `Person`. */
  readonly name: string;
  /** The data class that opens it. */
  readonly access: string;
  readonly title: string;
}

export const SECTIONS: readonly AgencySection[] = [
  { agency: 'civil-affairs', name: 'civilAffairs', access: 'civil-affairs', title: '民政数据' },
  { agency: 'health-insurance', name: 'healthInsurance', access: 'health-insurance', title: '医保数据' },
  { agency: 'education', name: 'education', access: 'education', title: '教育数据' },
  { agency: 'human-resources', name: 'humanResources', access: 'human-resources', title: '人社数据' },
  { agency: 'disability-federation', name: 'disability', access: 'disability', title: '残联数据' },
];

/** The field of the hub's subgraph by which an agency's process is let near a person. */
export const passField = ({ name }: AgencySection): string => `${name}Pass`;
