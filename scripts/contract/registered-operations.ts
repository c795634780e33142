/** Operations partners have registered, in the manifest format of GraphQL codegen: the document by its SHA-256. */
import { createHash } from 'node:crypto';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';

const manifest = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1));

function problemsOf(schema: GraphQLSchema, hash: string, text: string): readonly string[] {
  if (createHash('sha256').update(text).digest('hex') !== hash) return ['the document is not that of the hash'];
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

/** What of a manifest the schema does not answer any more. */
export function brokenOperations(schema: GraphQLSchema, kept: unknown): readonly string[] {
  const read = manifest.safeParse(kept);
  if (!read.success) return [`not a manifest: ${z.prettifyError(read.error)}`];
  return Object.entries(read.data).flatMap(([hash, text]) => {
    const [, name = 'unnamed'] = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text) ?? [];
    return problemsOf(schema, hash, text).map((problem) => `${name} (${hash.slice(0, 12)}): ${problem}`);
  });
}
