/** A part of the graph that is served by itself. */
import type { GraphQLSchema } from 'graphql';

export interface Subgraph {
  /** `hub`, or the agency. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Its schema for composition. */
  sdl(): string;
}
