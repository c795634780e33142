/** The graph as its callers know it, where the schema that executes may be the hub's part of it. */
import type { GraphQLSchema } from 'graphql';

const WHOLE = 'wholeGraph';

/** Says of which graph a schema is a part; what is derived from the schema says the same. */
export function isPartOf(part: GraphQLSchema, wholeGraph: GraphQLSchema): void {
  part.extensions = { ...part.extensions, [WHOLE]: wholeGraph };
}

export function wholeGraphOf(schema: GraphQLSchema): GraphQLSchema {
  return (schema.extensions[WHOLE] as GraphQLSchema | undefined) ?? schema;
}
