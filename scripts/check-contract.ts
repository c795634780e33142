/**
 * Holds the hub to what the last release promised (schema/release): no breaking change, no registered operation that is
 * not answered any more, and nothing opened to anybody that people have not accepted.
 */
import { compareContracts, readCurrent, readPromised } from './contract/contract.ts';

const LINES = 40;

/** An opening is found for every role and purpose: of many, each coordinate is told once. */
function shortened(found: readonly string[]): readonly string[] {
  if (found.length <= LINES) return found;
  const counts = new Map<string, number>();
  for (const line of found) {
    const [what = ''] = line.split(/ to (?=[a-z-]+\/)/);
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => (count === 1 ? what : `${what} to ${count} kinds of callers`));
}

const { breaking, operations, openings } = await compareContracts(readPromised(), await readCurrent());
const sections = [
  ['Breaking changes against the last release', breaking],
  ['Registered operations that are not answered any more', operations],
  ['Openings nobody has accepted (schema/release/accepted-openings.yaml)', openings],
] as const;
for (const [title, found] of sections) {
  if (found.length === 0) continue;
  console.error(`${title}: ${found.length}`);
  for (const line of shortened(found)) console.error(`  ${line}`);
}
if (sections.some(([, found]) => found.length > 0)) {
  console.error('\nschema/release/README.md says what can be done.');
  process.exit(1);
}
console.log('Contract: nothing breaks the last release, and nothing opens unasked.');
