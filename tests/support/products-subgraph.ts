/**
 * The products subgraph of Apollo's subgraph-compatibility suite (MIT, `products.graphql` and its data), as far as the hub
 * claims the feature, built by what builds the hub's own subgraphs.
 */
import { graphql } from 'graphql';
import { createBuilder, type GraphObject } from '../../schema/builder.ts';
import { STRUCTURE } from '../../schema/data-class-plugin.ts';
import { defineEntities } from '../../schema/federation/entities.ts';
import { printSubgraph } from '../../schema/federation/sdl.ts';
import type { Subgraph } from '../../schema/federation/subgraph.ts';
import { buildGraph } from '../../schema/graph.ts';

interface User {
  readonly __typename: 'User';
  readonly email: string;
  readonly name: string;
}
interface Research {
  readonly __typename: 'ProductResearch';
  readonly study: { readonly caseNumber: string; readonly description: string };
}
interface Product {
  readonly __typename: 'Product';
  readonly id: string;
  readonly sku: string;
  readonly package: string;
  readonly variation: { readonly id: string };
  readonly research: readonly Research[];
}
interface Deprecated {
  readonly __typename: 'DeprecatedProduct';
  readonly sku: string;
  readonly package: string;
  readonly reason: string;
}
type Entity = User | Research | Product | Deprecated;

const USER: User = { __typename: 'User', email: 'support@apollographql.com', name: 'Jane Smith' };
const RESEARCH: readonly Research[] = [
  { __typename: 'ProductResearch', study: { caseNumber: '1234', description: 'Federation Study' } },
  { __typename: 'ProductResearch', study: { caseNumber: '1235', description: 'Studio Study' } },
];
const PRODUCTS: readonly Product[] = ['federation', 'studio'].map((sku, place) => ({
  __typename: 'Product',
  id: `apollo-${sku}`,
  sku,
  package: `@apollo/${sku}`,
  variation: { id: sku === 'studio' ? 'platform' : 'OSS' },
  research: RESEARCH.slice(place, place + 1),
}));
const DEPRECATED: Deprecated = {
  __typename: 'DeprecatedProduct',
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
};
const ENTITIES: readonly Entity[] = [USER, ...RESEARCH, ...PRODUCTS, DEPRECATED];

/** Whether an entity is what a reference says, however it says it. */
function fits(entity: unknown, reference: unknown): boolean {
  if (typeof reference !== 'object' || reference === null) return entity === reference;
  return Object.entries(reference).every(([name, value]) => fits((entity as Record<string, unknown>)[name], value));
}

const stated = (description: string, access = STRUCTURE) => ({ access, description: `例 ${description}` });

/** The subgraph, and the way to ask it as a router would. */
export interface Products extends Subgraph {
  ask(source: string, variables?: Readonly<Record<string, unknown>>): Promise<ProductsAnswer>;
}

export interface ProductsAnswer {
  readonly data: Record<string, unknown>;
  readonly errors?: unknown;
}

export function createProducts(): Products {
  const builder = createBuilder();
  const Study = builder.objectRef<Research['study']>('CaseStudy').implement({
    description: '例 a study',
    fields: (t) => ({
      caseNumber: t.exposeID('caseNumber', { nullable: false, ...stated('its number') }),
      description: t.exposeString('description', stated('what it was about')),
    }),
  });
  const Variation = builder.objectRef<Product['variation']>('ProductVariation').implement({
    description: '例 a variation',
    fields: (t) => ({ id: t.exposeID('id', { nullable: false, ...stated('its id') }) }),
  });
  const Dimension = builder.objectRef<object>('ProductDimension').implement({
    description: '例 dimensions',
    fields: (t) => ({
      size: t.string({ ...stated('size'), resolve: () => 'small' }),
      weight: t.float({ ...stated('weight'), resolve: () => 1 }),
      unit: t.string({ ...stated('unit'), resolve: () => 'kg' }),
    }),
  });
  const UserType = builder.objectRef<User>('User').implement({
    description: '例 a user',
    fields: (t) => ({
      email: t.exposeID('email', { nullable: false, ...stated('address') }),
      name: t.exposeString('name', stated('name')),
    }),
  });
  const ResearchType = builder.objectRef<Research>('ProductResearch').implement({
    description: '例 research',
    fields: (t) => ({
      study: t.expose('study', { type: Study, nullable: false, ...stated('the study') }),
      outcome: t.string({ ...stated('what came of it'), resolve: () => null }),
    }),
  });
  const ProductType = builder.objectRef<Product>('Product').implement({
    description: '例 a product',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, ...stated('id') }),
      sku: t.exposeString('sku', stated('unit')),
      package: t.exposeString('package', stated('package')),
      variation: t.expose('variation', { type: Variation, ...stated('variation') }),
      dimensions: t.field({ type: Dimension, ...stated('dimensions'), resolve: () => ({}) }),
      createdBy: t.field({ type: UserType, ...stated('who made it'), resolve: () => USER }),
      notes: t.string({ ...stated('notes', 'internal'), resolve: () => null }),
      research: t.field({
        type: [ResearchType],
        nullable: false,
        ...stated('research'),
        resolve: ({ research }) => [...research],
      }),
    }),
  });
  const DeprecatedType = builder.objectRef<Deprecated>('DeprecatedProduct').implement({
    description: '例 a product that is gone',
    fields: (t) => ({
      sku: t.exposeString('sku', { nullable: false, ...stated('unit') }),
      package: t.exposeString('package', { nullable: false, ...stated('package') }),
      reason: t.exposeString('reason', stated('why')),
      createdBy: t.field({ type: UserType, ...stated('who made it'), resolve: () => USER }),
    }),
  });
  builder.queryType({
    description: '例 what can be asked',
    fields: (t) => ({
      product: t.field({
        type: ProductType,
        ...stated('one product'),
        args: { id: t.arg.id({ required: true, ...stated('id') }) },
        resolve: (_root, { id }) => PRODUCTS.find((one) => one.id === id) ?? null,
      }),
      deprecatedProduct: t.field({
        type: DeprecatedType,
        ...stated('one that is gone'),
        deprecationReason: 'Use product query instead',
        args: {
          sku: t.arg.string({ required: true, ...stated('unit') }),
          package: t.arg.string({ required: true, ...stated('package') }),
        },
        resolve: (_root, asked) => (fits(DEPRECATED, asked) ? DEPRECATED : null),
      }),
    }),
  });
  const types = {
    User: UserType,
    ProductResearch: ResearchType,
    Product: ProductType,
    DeprecatedProduct: DeprecatedType,
  };
  const sdl = (): string =>
    printSubgraph(schema, {
      keys: {
        Product: ['id', 'sku package', 'sku variation { id }'],
        DeprecatedProduct: ['sku package'],
        ProductResearch: ['study { caseNumber }'],
        User: ['email'],
      },
      shareable: new Set(['ProductDimension', 'User']),
      internal: new Set(['ProductDimension.unit']),
    });
  defineEntities<Entity>(builder, {
    types: Object.values(types) as unknown as GraphObject<Entity>[],
    typeOf: ({ __typename: name }) => types[name] as unknown as GraphObject<Entity>,
    resolve: async (reference) => ENTITIES.find((entity) => fits(entity, reference)) ?? null,
    sdl,
  });
  const schema = buildGraph(builder);
  return {
    name: 'products',
    schema,
    sdl,
    async ask(source, variableValues) {
      const answer = await graphql({ schema, source, variableValues, contextValue: {} });
      return JSON.parse(JSON.stringify(answer)) as ProductsAnswer;
    },
  };
}
