/** Operations partners have registered, in the manifest format of GraphQL codegen: the document by its SHA-256. */
import { type GraphQLSchema, parse, validate } from 'graphql';
import { hashOf, readManifest } from '../../src/modules/documents/index.ts';

function problemsOf(schema: GraphQLSchema, hash: string, text: string): readonly string[] {
  if (hashOf(text) !== hash) return ['the document is not that of the hash'];
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

/** What of a manifest the schema does not answer any more. */
export function brokenOperations(schema: GraphQLSchema, kept: unknown): readonly string[] {
  const manifest = readManifest(kept);
  if (manifest === null) return ['not a manifest'];
  return [...manifest].flatMap(([hash, text]) => {
    const [, name = 'unnamed'] = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text) ?? [];
    return problemsOf(schema, hash, text).map((problem) => `${name} (${hash.slice(0, 12)}): ${problem}`);
  });
}
