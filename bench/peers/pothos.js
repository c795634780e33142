/** The relational way with the hub's own libraries: Prisma and Pothos behind Apollo, one field per column. */
import { createServer } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos-types.ts';
import { listening } from './listening.js';

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 16 }, { schema: 'peer' }),
});
const datamodel = getDatamodel();
const builder = new SchemaBuilder({ plugins: [PrismaPlugin], prisma: { client: prisma, dmmf: datamodel } });

const SCALAR = { Int: 'Int', Boolean: 'Boolean' };
const asText = (value) => (value instanceof Date ? value.toISOString() : value === null ? null : String(value));

for (const [name, { fields }] of Object.entries(datamodel.datamodel.models))
  builder.prismaObject(name, {
    fields: (t) =>
      Object.fromEntries(
        fields.map(({ name: field, kind, type, isList }) => {
          if (kind === 'object') return [isList ? `${field}List` : field, t.relation(field)];
          const scalar = SCALAR[type] ?? 'String';
          const resolve = scalar === 'String' ? { resolve: (row) => asText(row[field]) } : {};
          return [
            field,
            t.field({
              type: scalar,
              nullable: true,
              select: { [field]: true },
              ...{ resolve: (row) => row[field] },
              ...resolve,
            }),
          ];
        }),
      ),
  });

builder.queryType({
  fields: (t) => ({
    personByNumberIndex: t.prismaField({
      type: 'Person',
      nullable: true,
      args: { numberIndex: t.arg.string({ required: true }) },
      resolve: (query, _root, { numberIndex }) => prisma.person.findUnique({ ...query, where: { numberIndex } }),
    }),
  }),
});

const apollo = new ApolloServer({ schema: builder.toSchema() });
await apollo.start();

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap(Object.entries(request.headers)),
      search: '',
      body: JSON.parse(Buffer.concat(chunks).toString()),
    },
    context: async () => ({}),
  });
  response.writeHead(status ?? 200, Object.fromEntries(headers));
  response.end(body.string);
}

listening(
  createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  }),
);
