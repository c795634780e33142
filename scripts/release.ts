/**
 * Moves the promise to the hub as it stands, when it is released:
 *   npm run release -- 0.2.0
 * Only a version whose first number rises (before 1.0.0: its second) may break what was promised, and nothing may open
 * that people have not accepted. The notes of acceptance are of the release that is made: the next one begins without.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotOf } from './contract/access-snapshot.ts';
import { compareContracts, RELEASE, readCurrent, readPromised } from './contract/contract.ts';
import { mayBreak } from './contract/versions.ts';

const [version] = process.argv.slice(2);
const { version: before } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
  console.error('Name the version that is released, as in: npm run release -- 0.2.0');
  process.exit(1);
}

const current = await readCurrent();
if (existsSync(join(RELEASE, 'schema.graphql'))) {
  const { breaking, operations, openings } = await compareContracts(readPromised(), current);
  const problems = [...(mayBreak(before, version) ? [] : breaking), ...operations, ...openings];
  if (problems.length > 0) {
    console.error(`Not released:\n  ${problems.join('\n  ')}`);
    process.exit(1);
  }
}

for (const name of ['schema.graphql', 'supergraph.graphql'])
  copyFileSync(join('schema/generated', name), join(RELEASE, name));
writeFileSync(join(RELEASE, 'access.json'), `${JSON.stringify(snapshotOf(current.access), null, 2)}\n`);
const accepted = join(RELEASE, 'accepted-openings.yaml');
const [head = ''] = readFileSync(accepted, 'utf8').split(/^- /m);
writeFileSync(accepted, head);
spawnSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], { stdio: 'inherit' });
console.log(`Released ${version}: commit schema/release, package.json and package-lock.json.`);
