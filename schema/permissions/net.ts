/**
 * The net under it: graphql-shield over every field, made from the same data classes, denying what it does not know.
 * It stands under everything that is not executed on a cleared schema; its answers are the same.
 *
 * graphql-shield's ES module build does not load on every Node the hub supports, and it must share one copy of
 * graphql-middleware with us: both come in as CommonJS.
 */
import { createRequire } from 'node:module';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import { withheldResolver } from './cleared-schema.ts';
import { rule as ruleFor } from './coordinates.ts';
import { argumentCheck } from './inputs.ts';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type FieldConfig = GraphQLFieldConfig<unknown, RequestContext>;
type Middleware = (resolve: Resolver, ...of: Parameters<Resolver>) => Promise<unknown>;

const load = createRequire(import.meta.url);
const shieldLibrary = load('graphql-shield') as typeof import('graphql-shield');
load('graphql-middleware');

class Held extends Error {}

/** Shield says nothing of an error that a rule throws, and passes on one that it returns. */
function refusalOf(check: () => void): Error | null {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Held();
  }
}

/** One rule per coordinate: whether the caller's clearance opens it, wholly or through the view layer. */
function rulesOf(
  schema: GraphQLSchema,
): Record<string, Record<string, ReturnType<ReturnType<typeof shieldLibrary.rule>>>> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return Object.fromEntries(
    types.map((type) => [
      type.name,
      Object.fromEntries(
        Object.values(isObjectType(type) ? type.getFields() : {}).map((field) => {
          const coordinate = `${type.name}.${field.name}`;
          const check = shieldLibrary.rule(coordinate, { cache: 'no_cache' });
          const opens = (
            _parent: unknown,
            args: Record<string, unknown>,
            { clearance }: RequestContext,
          ): true | Error => {
            if (ruleFor(clearance, coordinate, dataClassOf(field)).kind === 'withhold') return new Held();
            return refusalOf(() => argumentCheck(type.name, field, clearance)?.(args)) ?? true;
          };
          return [field.name, check(opens)];
        }),
      ),
    ]),
  );
}

/** A resolver, or what opens a subscription, with the net under it. */
function caught(inner: Resolver, withheld: Resolver, middleware: Middleware): Resolver {
  return async (parent, args, context, info) => {
    // Shield answers with the error instead of throwing it.
    const answer = await middleware(inner, parent, args, context, info);
    return answer instanceof Held ? withheld(parent, args, context, info) : answer;
  };
}

/** The schema with the net under every resolver and every subscription. */
export function netSchema(schema: GraphQLSchema): GraphQLSchema {
  const generated = shieldLibrary
    .shield(rulesOf(schema), {
      allowExternalErrors: true,
      fallbackRule: shieldLibrary.deny,
      fallbackError: new WanjiaError('FORBIDDEN', { what: 'this field' }),
    })
    .generate(schema) as unknown as Record<string, Record<string, Middleware>>;
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig, fieldName, typeName) => {
      const middleware = generated[typeName]?.[fieldName];
      if (middleware === undefined) throw new Error(`no rule was made for ${typeName}.${fieldName}`);
      const withheld = withheldResolver(schema, `${typeName}.${fieldName}`, config);
      const { resolve = defaultFieldResolver, subscribe } = config;
      return {
        ...config,
        resolve: caught(resolve, withheld, middleware),
        ...(subscribe === undefined ? {} : { subscribe: caught(subscribe, withheld, middleware) }),
      };
    },
  });
}
