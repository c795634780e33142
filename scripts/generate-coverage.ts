/**
 * Writes docs/coverage.md: which of the required items have a test that would fail without them. A test says so by
 * beginning its name with the item's id, or several ids. An id that no requirement has is an error.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Item {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

interface System extends Item {
  readonly items: readonly Item[];
}

const FOLDERS = ['src', 'connectors', 'schema', 'sim', 'tests'];
const TEST_NAME = /\b(?:it|test)(?:\.\w+)*(?:\([^)]*\))?\(\s*['"`]((?:SYS-\d\d\.\d\d[\s,]*)+)/g;

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

/** Item id to the files whose tests name it. */
function claims(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of FOLDERS.flatMap(testFiles)) {
    for (const [, ids = ''] of readFileSync(path, 'utf8').matchAll(TEST_NAME)) {
      for (const id of ids.match(/SYS-\d\d\.\d\d/g) ?? []) found.set(id, (found.get(id) ?? new Set()).add(path));
    }
  }
  return found;
}

const { systems } = JSON.parse(readFileSync('docs/requirements.json', 'utf8')) as { systems: readonly System[] };
const tested = claims();
const items = systems.flatMap((system) => system.items);
const known = new Set(items.map(({ id }) => id));
const unknown = [...tested.keys()].filter((id) => !known.has(id));
if (unknown.length > 0) {
  console.error(`Tests name items that docs/requirements.json does not have: ${unknown.join(', ')}`);
  process.exit(1);
}

function row({ id, en, zh }: Item): string {
  const files = [...(tested.get(id) ?? [])].map((path) => `[${path.split('/').at(-1)}](../${path})`);
  return `| ${id} | ${en} | ${zh} | ${files.length > 0 ? '✔' : ''} | ${files.join(', ')} |`;
}

function section({ id, en, zh, items: own }: System): string {
  const done = own.filter((item) => tested.has(item.id)).length;
  const head = ['| item | what | 中文 | works | shown by |', '|---|---|---|---|---|'];
  return [`## ${id} ${en} ${zh} (${done} of ${own.length})`, '', ...head, ...own.map(row)].join('\n');
}

const page = [
  '# Coverage',
  '',
  `${tested.size} of ${items.length} required items work, each shown by a test that would fail without it. Generated from the`,
  'names of the tests and `requirements.json`; what the letters S0 to S4 stand for is said there.',
  '',
  systems.map(section).join('\n\n'),
  '',
].join('\n');

writeFileSync('docs/coverage.md', page);
