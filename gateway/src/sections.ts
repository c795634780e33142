/** Which operations need agencies: only those are planned here, the hub answers the rest by itself. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { normalise } from './normalise.ts';

/** The fields of `Person` that the supergraph finds at an agency. */
export function sectionFields(supergraph: DocumentNode): ReadonlySet<string> {
  const sections = new Set<string>();
  visit(supergraph, {
    ObjectTypeDefinition: (node) => {
      if (node.name.value !== 'Person') return false;
      for (const { name, directives = [] } of node.fields ?? []) {
        const owners = directives
          .filter((directive) => directive.name.value === 'join__field')
          .flatMap(({ arguments: given = [] }) =>
            given.flatMap((one) =>
              one.name.value === 'graph' && one.value.kind === 'EnumValue' ? one.value.value : [],
            ),
          );
        if (owners.length === 1 && owners[0] !== 'HUB') sections.add(name.value);
      }
      return false;
    },
  });
  return sections;
}

/** The subgraphs beside the hub's, by their names. */
export function agenciesIn(supergraph: DocumentNode): readonly string[] {
  const names: string[] = [];
  visit(supergraph, {
    EnumTypeDefinition: ({ name }) => (name.value === 'join__Graph' ? undefined : false),
    Directive: ({ name, arguments: given = [] }) => {
      const called = given.find((one) => one.name.value === 'name')?.value;
      if (name.value === 'join__graph' && called?.kind === 'StringValue') names.push(called.value);
      return false;
    },
  });
  return names.filter((name) => name !== 'hub');
}

/** What a caller asked, as far as it can be read. */
export interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is remembered of operations, at most. */
const KEPT = 1_000;

class Kept<T> {
  readonly #held = new Map<string, T>();

  get(key: string, make: () => T): T {
    const held = this.#held.get(key);
    if (held !== undefined) return held;
    if (this.#held.size >= KEPT) this.#held.clear();
    const made = make();
    this.#held.set(key, made);
    return made;
  }
}

/**
 * The document to plan for an operation that asks for a section of an agency; null for any other. What is not valid goes to
 * the hub as it came: it refuses in its own words.
 */
export function createSorter(
  schema: GraphQLSchema,
  sections: ReadonlySet<string>,
): (asked: Asked) => DocumentNode | null {
  const read = new Kept<DocumentNode | null>();
  const plain = new Kept<{ readonly document: DocumentNode | null }>();

  function parsed(query: string): DocumentNode | null {
    try {
      const document = parse(query, { maxTokens: 10_000 });
      return validate(schema, document, undefined, { maxErrors: 1 }).length === 0 ? document : null;
    } catch {
      return null;
    }
  }

  function asksSection(document: DocumentNode): boolean {
    let found = false;
    const types = new TypeInfo(schema);
    const Field = ({ name }: { readonly name: { readonly value: string } }): void => {
      if (types.getParentType()?.name === 'Person' && sections.has(name.value)) found = true;
    };
    visit(document, visitWithTypeInfo(types, { Field }));
    return found;
  }

  return ({ query, operationName, variables }) => {
    const document = read.get(query, () => parsed(query));
    const operation = document && getOperationAST(document, operationName);
    if (document === null || operation == null || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const conditions = query.includes('@')
      ? Object.entries(variables).filter(([, value]) => typeof value === 'boolean')
      : [];
    return plain.get(JSON.stringify([query, operationName, conditions]), () => {
      const written = normalise(schema, { document, operation }, variables);
      const alone: DocumentNode = { kind: document.kind, definitions: [written] };
      return { document: asksSection(alone) ? alone : null };
    }).document;
  };
}
