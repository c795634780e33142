/** Prints the schema, so that a change of the API shows in review. */
import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { createSchema } from '../schema/index.ts';

writeFileSync('schema/generated/schema.graphql', `${printSchema(createSchema())}\n`);
