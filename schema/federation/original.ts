/**
 * The operation a gateway works on, as its caller sent it. The hub studies this one: what it asks is what is held back,
 * told and logged; what the gateway makes of it may not go beyond it.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ArgumentNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { z } from 'zod';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { selectFields, type Variables, variablesOf } from '../permissions/selection.ts';
import { passField, SECTIONS } from '../person/section-list.ts';
import { refusedRequest } from '../server/apollo.ts';
import { operationCost } from '../server/cost.ts';
import { extentRule, type OperationLimits } from '../server/limits.ts';
import type { OperationRequest } from '../server/operation-request.ts';
import type { OriginalOperation } from './hop.ts';

const stated = z.object({
  extensions: z.object({
    original: z.looseObject({
      operationName: z.string().nullish(),
      variables: z.record(z.string(), z.unknown()).nullish(),
    }),
  }),
});

interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

type Parsed = Omit<OriginalOperation, 'variables' | 'gives'> & { readonly arguments: readonly GivenArguments[] };

/** Documents that are remembered: as many as a server's own cache holds of usual size. */
const KEPT_DOCUMENTS = 1_000;

const nothingWithheld = (): boolean => false;

interface GivenArguments {
  readonly coordinate: string;
  readonly given: readonly ArgumentNode[];
}

/** The fields of an operation that are given arguments; a gateway's own questions for entities are its own. */
function argumentsIn(schema: GraphQLSchema, { document, operation }: ReadOperation): readonly GivenArguments[] {
  const found: GivenArguments[] = [];
  const types = new TypeInfo(schema);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } satisfies DocumentNode,
    visitWithTypeInfo(types, {
      Field: ({ name, arguments: given = [] }) => {
        if (given.length > 0 && name.value !== '_entities')
          found.push({ coordinate: `${types.getParentType()?.name}.${name.value}`, given });
      },
    }),
  );
  return found;
}

/** Each of them with the values of a request, as texts that can be compared. */
function valuesOf(fields: readonly GivenArguments[], values: Variables): readonly string[] {
  return fields.map(({ coordinate, given }) => {
    const stated = given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, values)] as const);
    return `${coordinate} ${JSON.stringify(Object.fromEntries(stated.sort(([one], [other]) => (one < other ? -1 : 1))))}`;
  });
}

const coordinatesOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> =>
  new Set(selectFields(schema, { document, operation, variables: null }, nothingWithheld).fields.keys());

/**
 * Reads the original operation out of a gateway's request, by its text or its hash; null: the request states none. Throws
 * what is refused.
 */
export function createOriginals(wholeGraph: GraphQLSchema, limits: OperationLimits) {
  const kept = new Map<string, Parsed>();
  const rules = [...specifiedRules, extentRule(limits)];

  function read(query: string, operationName: string | null): Parsed {
    const document = parse(query, { maxTokens: 10_000 });
    const [invalid] = validate(wholeGraph, document, rules, { maxErrors: 1 });
    if (invalid !== undefined) throw invalid;
    const operation = getOperationAST(document, operationName);
    if (operation == null) throw new GraphQLError('no such operation');
    return {
      document,
      operation,
      selects: coordinatesOf(wholeGraph, document, operation),
      arguments: argumentsIn(wholeGraph, { document, operation }),
    };
  }

  return async (body: unknown, textOf: (request: unknown) => Promise<string | null>) => {
    const { success, data } = stated.safeParse(body);
    if (!success) return null;
    const { original: sent } = data.extensions;
    const { operationName = null, variables } = sent;
    const query = (await textOf(sent)) ?? '';
    const key = `${operationName} ${query}`;
    let parsed = kept.get(key);
    if (parsed === undefined) {
      try {
        parsed = read(query, operationName);
      } catch {
        // The gateway lets the hub refuse such an operation itself, before it works on it.
        throw new WanjiaError('REQUEST_MALFORMED', { detail: 'the original operation' });
      }
      if (kept.size >= KEPT_DOCUMENTS) kept.clear();
      kept.set(key, parsed);
    }
    const given = variables ?? {};
    const cost = operationCost(wholeGraph, { ...parsed, variables: given });
    if (cost > limits.cost) throw new WanjiaError('QUERY_TOO_COSTLY', { cost, limit: limits.cost });
    const { arguments: fields, ...original } = parsed;
    const gives = new Set(valuesOf(fields, variablesOf(parsed.operation, given)));
    return { ...original, variables: given, gives };
  };
}

/** What a gateway adds to join the parts: keys and passes. */
const JOINING: ReadonlySet<string> = new Set([
  'Household.id',
  'Person.id',
  ...SECTIONS.map((section) => `Person.${passField(section)}`),
]);

/** A gateway's own question, read once. */
interface Part {
  readonly selects: ReadonlySet<string>;
  readonly arguments: readonly GivenArguments[];
}

/** Finds in a request what goes beyond its original, as a coordinate; null: nothing does. */
export function createBoundary(schema: GraphQLSchema) {
  const parts = new WeakMap<OperationDefinitionNode, Part>();
  const partOf = (document: DocumentNode, operation: OperationDefinitionNode): Part => {
    const part = parts.get(operation) ?? {
      selects: coordinatesOf(schema, document, operation),
      arguments: argumentsIn(schema, { document, operation }),
    };
    parts.set(operation, part);
    return part;
  };
  return ({ document, operation, variables, context: { hop } }: BoundedRequest): string | null => {
    if (hop === null) return null;
    const { original } = hop;
    const part = partOf(document, operation);
    const asked = [...part.selects].find((name) => !JOINING.has(name) && !original.selects.has(name));
    if (asked !== undefined) return asked;
    const given = valuesOf(part.arguments, variablesOf(operation, variables));
    const beyond = given.findIndex((text) => !original.gives.has(text));
    return beyond < 0 ? null : (part.arguments[beyond]?.coordinate ?? '');
  };
}

type BoundedRequest = Pick<OperationRequest, 'document' | 'operation' | 'variables'> & {
  readonly context: Pick<RequestContext, 'hop'>;
};

/**
 * Refuses what goes beyond the original: a gateway cannot ask for its caller what the caller did not ask, nor ask it of
 * others.
 */
export function withinOriginal(beyond: ReturnType<typeof createBoundary>): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request: { variables = {} }, contextValue: context }) => {
        const what = operation === undefined ? null : beyond({ document, operation, variables, context });
        if (what !== null) throw refusedRequest('FORBIDDEN', { what });
      },
    }),
  };
}
