/** Prints the schema, its parts and the supergraph they compose to, so that a change of the API shows in review. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { composeServices } from '@theguild/federation-composition';
import { parse, printSchema } from 'graphql';
import { createSubgraphs } from '../schema/federation/supergraph.ts';
import { createSchema } from '../schema/index.ts';
import { PERSON_RECORD } from '../schema/records/person-record.ts';

const FOLDER = 'schema/generated';

// The types of the client package are made of it.
writeFileSync(`${FOLDER}/person-record.graphql`, `${PERSON_RECORD.trim()}\n`);

writeFileSync(`${FOLDER}/schema.graphql`, `${printSchema(createSchema())}\n`);

const parts = createSubgraphs().map(({ name, sdl }) => ({ name, text: sdl() }));
mkdirSync(`${FOLDER}/subgraphs`, { recursive: true });
for (const { name, text } of parts) writeFileSync(`${FOLDER}/subgraphs/${name}.graphql`, text);

// Where a part is reached is the gateway's own setting.
const services = parts.map(({ name, text }) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(text) }));
const { supergraphSdl, errors = [] } = composeServices(services);
if (supergraphSdl === undefined) {
  console.error(`The parts do not compose:\n  ${errors.map(({ message }) => message).join('\n  ')}`);
  process.exit(1);
}
writeFileSync(`${FOLDER}/supergraph.graphql`, supergraphSdl);
