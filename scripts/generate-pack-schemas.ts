/** Writes the JSON Schemas of the policy packs' files, for editors: packs/generated/*.schema.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { policyFile } from '../src/modules/access/index.ts';
import { rosterFile } from '../src/modules/alerting/index.ts';
import { cadenceFile } from '../src/modules/casework/index.ts';
import { PACK_FILE_KINDS, packFileSchema } from '../src/modules/discovery/index.ts';
import { messagesFile } from '../src/modules/messages/index.ts';

const FOLDER = 'packs/generated';

/** Files that other modules keep in a pack. */
const OTHERS = {
  'roster.yaml': rosterFile,
  'reviews.yaml': cadenceFile,
  'access.yaml': policyFile,
  'messages.yaml': messagesFile,
};

const schemas = new Map<string, object>([
  ...PACK_FILE_KINDS.map((kind) => [kind, packFileSchema(kind)] as const),
  ...Object.entries(OTHERS).map(([file, schema]) => [file, z.toJSONSchema(schema, { io: 'input' })] as const),
]);

await mkdir(FOLDER, { recursive: true });
for (const [kind, schema] of schemas) {
  const text = JSON.stringify({ title: kind, ...schema }, null, 2);
  await writeFile(`${FOLDER}/${kind.replace('.yaml', '')}.schema.json`, `${text}\n`);
}
