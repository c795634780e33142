/**
 * The cases of Apollo's subgraph-compatibility suite (MIT, @apollo/federation-subgraph-compatibility-tests 1.2.1) for the
 * features that the hub's subgraphs claim: @link, @key in all its forms, @shareable, @inaccessible, @tag. The suite's router does
 * not install without a download: what it would be asked goes through Hive Gateway.
 */
import { describe, expect, it } from '@jest/globals';
import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { createProducts } from '../../tests/support/products-subgraph.ts';
import { throughRouter } from './compatibility-router.ts';

const products = createProducts();

/** Of the suite, `subgraphs/users/users.graphql`, its name left to products. */
const USERS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type User @key(fields: "email") { email: ID! @shareable totalProductsCreated: Int @shareable yearsOfEmployment: Int! }
  type Query { _users: Boolean }`;

const productsRequest = products.ask;

async function sdl(): Promise<string> {
  const { data } = await productsRequest('query { _service { sdl } }');
  return (data._service as { readonly sdl: string }).sdl;
}
// Descriptions stand between the words that the suite looks for.
const normalizedSdl = async (): Promise<string> =>
  stripIgnoredCharacters((await sdl()).replaceAll(/"""[\s\S]*?"""/g, ''));

const entities = (selection: string, representations: readonly object[]) =>
  productsRequest(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
    {
      representations,
    },
  );

describe('@link', () => {
  it('imports federation 2 and only what it knows', async () => {
    const [, version, imports] =
      /@link\(url:"https:\/\/specs\.apollo\.dev\/federation\/v(2\.\d)" ?import:\[(.+?)\]\)/.exec(
        await normalizedSdl(),
      ) ?? [];
    expect(Number(version)).toBeGreaterThanOrEqual(2);
    expect(imports?.match(/@\w+/g)).toEqual(expect.arrayContaining(['@key', '@shareable', '@inaccessible', '@tag']));
  });
});

describe('@key', () => {
  it('single: applies to User and resolves it', async () => {
    expect(await normalizedSdl()).toMatch(/type User(@extends)?@key\(fields:"email"( resolvable:true)?\)/);
    expect(
      await entities('...on User { email name }', [{ __typename: 'User', email: 'support@apollographql.com' }]),
    ).toEqual({
      data: { _entities: [{ email: 'support@apollographql.com', name: 'Jane Smith' }] },
    });
  });

  it('multiple: applies to DeprecatedProduct and resolves it', async () => {
    expect(await normalizedSdl()).toMatch(/type DeprecatedProduct@key\(fields:"sku package"/);
    const reference = { sku: 'apollo-federation-v1', package: '@apollo/federation-v1' };
    expect(
      await entities('...on DeprecatedProduct { sku package reason }', [
        { __typename: 'DeprecatedProduct', ...reference },
      ]),
    ).toEqual({ data: { _entities: [{ ...reference, reason: 'Migrate to Federation V2' }] } });
  });

  it('composite: applies to ProductResearch and resolves it', async () => {
    expect(await normalizedSdl()).toMatch(/type ProductResearch@key\(fields:"study { caseNumber }"/);
    const reference = { __typename: 'ProductResearch', study: { caseNumber: '1234' } };
    expect(await entities('...on ProductResearch { study { caseNumber description } }', [reference])).toEqual({
      data: { _entities: [{ study: { caseNumber: '1234', description: 'Federation Study' } }] },
    });
  });

  it('repeatable: applies to Product and resolves it by each', async () => {
    const text = await normalizedSdl();
    expect(text).toMatch(/type Product.*@key\(fields:"id"( resolvable:true)?\).*\{/);
    expect(text).toMatch(/type Product.*@key\(fields:"sku package"( resolvable:true)?\).*variation/);
    expect(text).toMatch(/type Product.*@key\(fields:"sku variation { id }"( resolvable:true)?\).*\{/);
    const references = [
      { id: 'apollo-federation' },
      { sku: 'federation', package: '@apollo/federation' },
      { sku: 'studio', variation: { id: 'platform' } },
    ].map((reference) => ({ __typename: 'Product', ...reference }));
    expect(await entities('...on Product { id sku }', references)).toEqual({
      data: {
        _entities: [
          { id: 'apollo-federation', sku: 'federation' },
          { id: 'apollo-federation', sku: 'federation' },
          { id: 'apollo-studio', sku: 'studio' },
        ],
      },
    });
  });
});

describe('@shareable, @inaccessible and @tag', () => {
  it('stand in the SDL as they were meant', async () => {
    const text = await normalizedSdl();
    expect(text).toMatch(/type ProductDimension@shareable/);
    expect(text).toContain('unit:String@inaccessible');
    expect(text).toContain('@tag(name:"internal")');
    expect(text).not.toMatch(/@federation__(inaccessible|tag|shareable)/);
  });

  it('leave what is inaccessible to the subgraph itself', async () => {
    const query = 'query GetProduct($id: ID!) { product(id: $id) { dimensions { unit } } }';
    expect(await productsRequest(query, { id: 'apollo-federation' })).toEqual({
      data: { product: { dimensions: { unit: 'kg' } } },
    });
  });
});

describe('behind Hive Gateway, with the suite’s users', () => {
  const { supergraphSdl = '', errors } = composeServices([
    { name: 'products', url: 'http://products.invalid', typeDefs: parse(products.sdl()) },
    { name: 'users', url: 'http://users.invalid', typeDefs: parse(USERS) },
  ]);

  it('composes, and hides what is inaccessible', () => {
    expect(errors).toBeUndefined();
    expect(print(transformSupergraphToPublicSchema(parse(supergraphSdl)))).not.toContain('unit: String');
  });

  it('resolves what is shared, and entities across subgraphs', async () => {
    const answer = await throughRouter(supergraphSdl, {
      asked: [
        'query GetProduct($id: ID!) { product(id: $id) { dimensions { size weight } createdBy { name yearsOfEmployment } } }',
        'query GetProduct($id: ID!) { product(id: $id) { dimensions { unit } } }',
      ],
      variables: { id: 'apollo-federation' },
      subgraphs: {
        products: productsRequest,
        users: async () => ({ data: { _entities: [{ yearsOfEmployment: 10 }] } }),
      },
    });
    expect(answer[0]).toMatchObject({
      data: {
        product: {
          dimensions: { size: 'small', weight: 1 },
          createdBy: { name: 'Jane Smith', yearsOfEmployment: 10 },
        },
      },
    });
    expect(answer[0]).not.toHaveProperty('errors');
    expect(answer[1]).toHaveProperty('errors');
  });
});
