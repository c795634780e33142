import { describe, expect, it } from '@jest/globals';
import {
  execute,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  parse,
} from 'graphql';
import { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import type { RequestContext } from '../context.ts';
import { operationIn } from './projection.ts';
import { compileOperation } from './write-operation.ts';

const Odd = new GraphQLObjectType({ name: 'Odd', fields: { odd: { type: GraphQLInt } } });
const Even = new GraphQLObjectType({ name: 'Even', fields: { even: { type: new GraphQLNonNull(GraphQLInt) } } });
const Whole = new GraphQLUnionType({
  name: 'Whole',
  types: [Odd, Even],
  resolveType: (value: object) => ('odd' in value ? 'Odd' : 'Even'),
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      wholes: { type: new GraphQLList(Whole), resolve: () => [{ odd: 1 }, { even: 2 }, null, { odd: null }] },
      broken: { type: Even, resolve: () => ({ even: null }) },
    },
  }),
});

const out = new JsonBytes();

async function written(text: string): Promise<string> {
  const document = parse(text);
  const request = { document, operation: operationIn(document), operationName: null, variables: {} };
  // These resolvers ask for no context.
  const context = {} as RequestContext;
  return (await compileOperation(schema, { ...request, context }, out)({ ...request, context })).text;
}

describe('the answer to a query, written', () => {
  it.each([
    '{ wholes { __typename ... on Odd { odd } ... on Even { even again: even } } }',
    '{ wholes { ... on Even { even } } more: wholes { ... on Odd { odd } } }',
  ])('is that of its execution: %s', async (text) => {
    const { data } = await execute({ schema, document: parse(text) });
    expect(await written(text)).toBe(JSON.stringify(data));
  });

  it('is left to its execution where something fails, and nothing of it stays behind', async () => {
    await expect(written('{ wholes { __typename } broken { even } }')).rejects.toThrow();
    expect(await written('{ wholes { ... on Odd { odd } } }')).toBe('{"wholes":[{"odd":1},{},null,{"odd":null}]}');
  });
});
