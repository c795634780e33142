/** Writes the JSON Schemas of the policy packs' files, for editors: packs/generated/*.schema.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import { PACK_FILE_KINDS, packFileSchema } from '../src/modules/discovery/index.ts';

const FOLDER = 'packs/generated';

await mkdir(FOLDER, { recursive: true });
for (const kind of PACK_FILE_KINDS) {
  const schema = { title: kind, ...packFileSchema(kind) };
  await writeFile(`${FOLDER}/${kind.replace('.yaml', '')}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
