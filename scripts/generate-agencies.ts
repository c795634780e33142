/** Writes what the kernel knows of the agencies: their ids, record types and names, from the connectors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { CONNECTORS } from '../connectors/index.ts';

const FOLDER = 'src/kernel/generated';

const agencies = CONNECTORS.map(({ id, title, cadence, promised, transport, contracts, section }) => ({
  id,
  title,
  cadence,
  promised,
  transport,
  recordTypes: Object.keys(contracts),
  section: { field: section.field, title: section.title, dataClass: section.dataClass },
}));

mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  `${FOLDER}/agencies.ts`,
  `/** Generated from the connectors. Do not edit: \`npm run generate\` writes it. */
export const AGENCY_LIST = ${JSON.stringify(agencies, null, 2)} as const;
`,
);
