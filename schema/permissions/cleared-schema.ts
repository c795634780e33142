/**
 * The schema as one clearance sees it: what it withholds is answered without asking the resolver, arguments it may
 * not use are refused. Made once per clearance, so that executing an operation costs nothing for it.
 */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { type GraphQLFieldConfig, type GraphQLFieldResolver, type GraphQLSchema, getNamedType } from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import type { RequestContext } from '../context.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import { WITHHELD_MONEY } from '../shared/fact-status.ts';
import { isRoot, rule } from './coordinates.ts';
import { argumentCheck } from './inputs.ts';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type FieldConfig = GraphQLFieldConfig<unknown, RequestContext>;

const nothing: Resolver = () => null;
const withheldMoney: Resolver = () => WITHHELD_MONEY;

/** What stands in the place of a field that is withheld. */
export function withheldResolver(schema: GraphQLSchema, coordinate: string, config: FieldConfig): Resolver {
  const [typeName = ''] = coordinate.split('.');
  if (isRoot(schema, typeName))
    return () => {
      throw new WanjiaError('FORBIDDEN', { what: coordinate });
    };
  return getNamedType(config.type).name === 'MoneyFact' ? withheldMoney : nothing;
}

function checkedResolver(resolve: Resolver, check: (args: Readonly<Record<string, unknown>>) => void): Resolver {
  return (parent, args, context, info) => {
    check(args);
    return resolve(parent, args, context, info);
  };
}

const byProperty: Resolver = (parent, _args, _context, info) => (parent as Record<string, unknown>)[info.fieldName];

/** Builds the schema of one clearance. */
export function clearSchema(schema: GraphQLSchema, clearance: Clearance): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig, fieldName, typeName) => {
      const coordinate = `${typeName}.${fieldName}`;
      const ruling = rule(clearance, coordinate, dataClassOf(config));
      if (ruling.kind === 'withhold') {
        const { subscribe: _unused, ...rest } = config;
        return { ...rest, resolve: withheldResolver(schema, coordinate, config) };
      }
      const field = schema.getType(typeName);
      const definition = field && 'getFields' in field ? field.getFields()[fieldName] : undefined;
      const check = definition && 'args' in definition ? argumentCheck(typeName, definition, clearance) : null;
      return check === null ? config : { ...config, resolve: checkedResolver(config.resolve ?? byProperty, check) };
    },
  });
}

type ClearedSchemas = (clearance: Clearance) => GraphQLSchema;

const bySchema = new WeakMap<GraphQLSchema, ClearedSchemas>();

/** Cleared schemas by clearance, made when first needed; whoever asks for those of one schema shares them. */
export function createClearedSchemas(schema: GraphQLSchema): ClearedSchemas {
  const made = new WeakMap<Clearance, GraphQLSchema>();
  const shared: ClearedSchemas =
    bySchema.get(schema) ??
    ((clearance) => {
      const cleared = made.get(clearance) ?? clearSchema(schema, clearance);
      made.set(clearance, cleared);
      return cleared;
    });
  bySchema.set(schema, shared);
  return shared;
}
