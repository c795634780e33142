/** All parts of the graph, and the supergraph they compose to. */
import { AGENCIES } from '../../src/kernel/agency.ts';
import { createAgencySubgraph } from './agency-subgraph.ts';
import { createHubSubgraph } from './hub-subgraph.ts';
import type { Subgraph } from './subgraph.ts';

/** The hub first, then the agencies in their order. */
export function createSubgraphs(): readonly Subgraph[] {
  return [createHubSubgraph(), ...AGENCIES.map((agency) => createAgencySubgraph(agency))];
}
