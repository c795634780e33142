/**
 * Which coordinate opens or closes for whom between two versions of an access policy:
 *   node --import ./bin/typescript.js scripts/diff-access.ts <before.yaml> <after.yaml>
 * Ends with 2 where something opens, so that a review can insist on a second pair of eyes.
 */
import { createSchema } from '../schema/index.ts';
import { accessTable, askerName, diffAccess } from '../schema/permissions/access-table.ts';
import { loadPolicy } from '../src/modules/access/index.ts';

const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  console.error(
    'Name two policies, as in: node --import ./bin/typescript.js scripts/diff-access.ts before.yaml after.yaml',
  );
  process.exit(1);
}
const schema = createSchema();
const tableOf = async (file: string) => accessTable(schema, await loadPolicy(file));
const changes = diffAccess(await tableOf(before), await tableOf(after));
for (const change of changes) {
  const { effect, coordinate, given, before: was, after: is } = change;
  const circumstances = Object.entries(given).flatMap(([name, holds]) => (holds ? name : []));
  const when = Object.keys(given).length === 0 ? '' : ` (${circumstances.join(', ') || 'otherwise'})`;
  console.log(`${effect.padEnd(6)} ${askerName(change)}  ${coordinate}${when}: ${was} → ${is}`);
}
const opened = changes.filter(({ effect }) => effect === 'OPENS').length;
console.log(`${opened} openings, ${changes.length - opened} closings`);
process.exitCode = opened > 0 ? 2 : 0;
