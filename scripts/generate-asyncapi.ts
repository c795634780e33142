/** Writes the AsyncAPI document of the events that leave the hub. */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { createSchema } from '../schema/index.ts';
import { asyncApiDocument } from './asyncapi/document.ts';

const document = asyncApiDocument(createSchema(), manifest.version);
writeFileSync('schema/generated/asyncapi.yaml', stringify(document, { aliasDuplicateObjects: false, lineWidth: 120 }));
