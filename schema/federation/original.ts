/**
 * The operation a gateway works on, as its caller sent it. The hub studies this one: what it asks is what is held back,
 * told and logged; what the gateway makes of it may not go beyond it.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { selectFields } from '../permissions/selection.ts';
import { passField, SECTIONS } from '../person/section-list.ts';
import { refusedRequest } from '../server/apollo.ts';
import { operationCost } from '../server/cost.ts';
import { extentRule, type OperationLimits } from '../server/limits.ts';
import type { OriginalOperation } from './hop.ts';

const stated = z.object({
  extensions: z.object({
    original: z.object({
      query: z.string(),
      operationName: z.string().nullish(),
      variables: z.record(z.string(), z.unknown()).nullish(),
    }),
  }),
});

type Parsed = Omit<OriginalOperation, 'variables'>;

/** Documents that are remembered: as many as a server's own cache holds of usual size. */
const KEPT_DOCUMENTS = 1_000;

const nothingWithheld = (): boolean => false;

const coordinatesOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> =>
  new Set(selectFields(schema, { document, operation, variables: null }, nothingWithheld).fields.keys());

/** Reads the original operation out of a gateway's request; null: the request states none. Throws what is refused. */
export function createOriginals(wholeGraph: GraphQLSchema, limits: OperationLimits) {
  const kept = new Map<string, Parsed>();
  const rules = [...specifiedRules, extentRule(limits)];

  function read(query: string, operationName: string | null): Parsed {
    const document = parse(query, { maxTokens: 10_000 });
    const [invalid] = validate(wholeGraph, document, rules, { maxErrors: 1 });
    if (invalid !== undefined) throw invalid;
    const operation = getOperationAST(document, operationName);
    if (operation == null) throw new GraphQLError('no such operation');
    return { document, operation, selects: coordinatesOf(wholeGraph, document, operation) };
  }

  return (body: unknown): OriginalOperation | null => {
    const { success, data } = stated.safeParse(body);
    if (!success) return null;
    const { query, operationName = null, variables } = data.extensions.original;
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
    return { ...parsed, variables: given };
  };
}

/** What a gateway adds to join the parts: keys and passes. */
const JOINING: ReadonlySet<string> = new Set([
  'Household.id',
  'Person.id',
  ...SECTIONS.map((section) => `Person.${passField(section)}`),
]);

/** Refuses what goes beyond the original: a gateway cannot ask for its caller what the caller did not ask. */
export function withinOriginal(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const checked = new WeakMap<OperationDefinitionNode, WeakSet<OperationDefinitionNode>>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, contextValue: { hop } }) => {
        if (operation === undefined || hop === null || checked.get(operation)?.has(hop.original.operation)) return;
        const beyond = [...coordinatesOf(schema, document, operation)].find(
          (coordinate) => !JOINING.has(coordinate) && !hop.original.selects.has(coordinate),
        );
        if (beyond !== undefined) throw refusedRequest('FORBIDDEN', { what: beyond });
        const originals = checked.get(operation) ?? new WeakSet();
        checked.set(operation, originals.add(hop.original.operation));
      },
    }),
  };
}
