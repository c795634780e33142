/** What of the graph's face partners could rely on before and cannot any more. */
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildSchema, Kind, parse, print, visit } from 'graphql';

/** The graph as partners take it: as one schema, and in parts. */
export interface PrintedGraph {
  /** The API's SDL. */
  readonly api: string;
  readonly supergraph: string;
}

/** Breaking changes between two schemas, in graphql-inspector's words; what was deprecated before may go. */
async function breakingIn(before: string, after: string): Promise<string[]> {
  if (before === after) return [];
  const changes = await diff(buildSchema(before), buildSchema(after), [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes.flatMap(({ criticality, message }) =>
    criticality.level === CriticalityLevel.Breaking ? message : [],
  );
}

/** Keys by which a partner's graph can refer to entities, as `Type by key`; those between the parts are not theirs. */
function entityKeys(supergraph: string): ReadonlySet<string> {
  const internal = new Set<string>();
  const keys = new Set<string>();
  visit(parse(supergraph), {
    ObjectTypeDefinition: ({ name: { value: type }, directives = [], fields = [] }) => {
      for (const field of fields)
        if (field.directives?.some(({ name }) => name.value === 'inaccessible'))
          internal.add(`${type} by ${field.name.value}`);
      for (const { name, arguments: given = [] } of directives)
        for (const argument of given)
          if (name.value === 'join__type' && argument.name.value === 'key' && argument.value.kind === Kind.STRING)
            keys.add(`${type} by ${argument.value.value}`);
    },
  });
  return new Set([...keys].filter((key) => !internal.has(key)));
}

const publicSchema = (supergraph: string): string => print(transformSupergraphToPublicSchema(parse(supergraph)));

/** Every breaking change, each once. */
export async function breakingChanges(before: PrintedGraph, after: PrintedGraph): Promise<readonly string[]> {
  const kept = entityKeys(after.supergraph);
  const lost = [...entityKeys(before.supergraph)].filter((key) => !kept.has(key));
  return [
    ...new Set([
      ...(await breakingIn(before.api, after.api)),
      ...(await breakingIn(publicSchema(before.supergraph), publicSchema(after.supergraph))),
      ...lost.map((key) => `${key}: the key is gone`),
    ]),
  ];
}
