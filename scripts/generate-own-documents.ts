/**
 * Writes the operations of the hub's own client and of agencies' own processes by their hash, as a manifest: the hub trusts
 * them (WANJIA_DOCUMENTS).
 */
import { writeFileSync } from 'node:fs';
import * as client from '../packages/client/src/index.ts';
import { CHANGES, RECORDS } from '../src/app/subgraph/hub-links.ts';
import { hashOf } from '../src/modules/documents/index.ts';

const texts = Object.values(client).flatMap((exported) =>
  exported instanceof client.TypedDocumentString && /^\s*(?:query|mutation|subscription)\b/.test(exported.toString())
    ? exported.toString()
    : [],
);
const manifest = Object.fromEntries([...texts, CHANGES, RECORDS].map((text) => [hashOf(text), text]));
writeFileSync('schema/generated/own-documents.json', `${JSON.stringify(manifest, null, 2)}\n`);
