/** The graph: builds the schema of the API. */
import type { GraphQLSchema } from 'graphql';
import { createBuilder } from './builder.ts';
import { buildGraph, defineGraph } from './graph.ts';
import { addSection } from './person/sections.ts';

export {
  createStandingViewers,
  type StandingViewerParts,
  type StandingViewers,
} from './changes/standing-viewer.ts';
export type {
  GraphDependencies,
  IdentityDesk,
  LinkUndoing,
  QuarantineDesk,
  Refusal,
  RequestContext,
  ReviewDecision,
  RuleCard,
  RuleCards,
  RuleParameter,
  RuleReleased,
} from './context.ts';
export { createExportReadings, type ExportReadingParts, type HubSnapshot } from './exports/reading.ts';
export { maskedAddress } from './messages/message-addresses.ts';
export { createMessageViewers } from './messages/message-viewer.ts';
export { usedClasses } from './permissions/coordinates.ts';

/** Builds the schema; fails where a coordinate has no data class or no description. */
export function createSchema(): GraphQLSchema {
  const builder = createBuilder();
  defineGraph(builder, (person, section, facts) => addSection(builder, person, section, facts));
  return buildGraph(builder);
}
