/**
 * Benchmarks: `npm run bench` runs them all but the million, `npm run bench -- ingest` one. Figures are printed as tables, or with
 * `--json` as one object; `--people 20000,100000` sets the sizes. Machines are noisy: quote ratios of one run, not single absolute times.
 */
import { parseArgs } from 'node:util';
import { benchAccess } from './access.ts';
import type { Benchmark, Figures } from './benchmark.ts';
import { benchExport } from './export.ts';
import { benchFeed } from './feed.ts';
import { benchIngest } from './ingest.ts';
import { benchLists } from './lists.ts';
import { benchMillion } from './million.ts';
import { benchProfile } from './profile.ts';
import { benchRules } from './rules.ts';
import { benchSubscriptions } from './subscriptions.ts';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  ingest: benchIngest,
  rules: benchRules,
  access: benchAccess,
  profile: benchProfile,
  lists: benchLists,
  feed: benchFeed,
  export: benchExport,
  million: benchMillion,
  subscriptions: benchSubscriptions,
};
/** Too long to run along with the others. */
const ONLY_BY_NAME: readonly string[] = ['million'];

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, people: { type: 'string' }, keep: { type: 'string' } },
});
const { json } = values;
const options = { people: values.people?.split(',').map(Number), keep: values.keep };
const unknown = words.filter((word) => BENCHMARKS[word] === undefined);
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(1);
}

const figures: Record<string, Figures> = {};
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (words.length > 0 ? !words.includes(name) : ONLY_BY_NAME.includes(name)) continue;
  figures[name] = await run(options);
  if (!json) {
    console.log(`\n${name}`);
    console.table(figures[name]);
  }
}
/** What is asked for alone is printed alone, with the ratios of its rows beside it. */
function alone(table: Figures) {
  const ratios = Object.entries(table).flatMap(([row, { ratio }]) => (ratio === undefined ? [] : [[row, ratio]]));
  return { figures: table, ratios: Object.fromEntries(ratios) };
}

if (json) {
  const [only] = Object.values(figures);
  console.log(JSON.stringify(words.length === 1 && only !== undefined ? alone(only) : figures));
}
