/**
 * Holds the code to the boundaries in .dependency-cruiser.cjs. It also fails when nothing was cruised: an
 * incompatible TypeScript makes dependency-cruiser see no module, and it would call that a success.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, format, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

interface Configuration {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
}

const FOLDERS = ['src', 'connectors', 'schema', 'sim', 'tests', 'scripts', 'bench', 'packs', 'packages', 'gateway'];

const { forbidden, options }: Configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(
  FOLDERS.filter((folder) => existsSync(folder)),
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const result = output as ICruiseResult;
const { error, totalCruised, totalDependenciesCruised } = result.summary;

if (totalCruised === 0 || (totalDependenciesCruised ?? 0) === 0) {
  console.error('Boundaries: nothing was cruised. Is the installed TypeScript one that dependency-cruiser can read?');
  process.exit(1);
}
if (error > 0) {
  const report = await format(result, { outputType: 'err' });
  console.error(String(report.output));
  process.exit(1);
}
console.log(`Boundaries: ${totalCruised} modules, ${totalDependenciesCruised} imports, all within bounds.`);
