/** `new-connector`: one folder for an agency, made from the template, and its line among all agencies. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NewConnector } from '../cli/app.ts';
import { RECORD_TYPES } from '../kernel/agency.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { ORGANISATION_KIND_TITLE } from '../kernel/organisation-kind.ts';

/** The words of the template. */
type Words = Readonly<Record<string, string>>;

const ENDING = '.txt';
const LAST_LINE = '] as const;';

function titleOf({ id, title }: NewConnector): string {
  const known: Readonly<Record<string, string>> = ORGANISATION_KIND_TITLE;
  return title ?? known[id] ?? id;
}

/** What the agency is called in every place, checked against those that are there. */
function wordsOf(asked: NewConnector): Words {
  const { id, prefix = id.replaceAll('-', '').slice(0, 2).toUpperCase() } = asked;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id === 'sdk')
    throw new WanjiaError('BAD_USER_INPUT', { input: 'agency', expected: 'small letters, digits and hyphens' });
  if (!/^[A-Z]{2}$/.test(prefix) || RECORD_TYPES.some((type) => type.startsWith(prefix)))
    throw new WanjiaError('BAD_USER_INPUT', { input: '--prefix', expected: 'two capitals that no agency has' });
  const pascal = id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  const code = `${prefix}01`;
  return {
    id,
    title: titleOf(asked),
    code,
    file: code.toLowerCase(),
    Pascal: pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    CONST: id.replaceAll('-', '_').toUpperCase(),
  };
}

function render(text: string, words: Words): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, word: string) => words[word] ?? place);
}

async function renderFolder(template: string, target: string, words: Words): Promise<string[]> {
  const found = await readdir(template, { recursive: true });
  const files = found.filter((path) => path.endsWith(ENDING)).sort();
  for (const path of files) {
    const file = join(target, render(path.slice(0, -ENDING.length), words));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, render(await readFile(join(template, path), 'utf8'), words), { flag: 'wx' });
  }
  return files.map((path) => render(path.slice(0, -ENDING.length), words));
}

async function addLine(registry: string, { id, CONST }: Words): Promise<void> {
  const text = await readFile(registry, 'utf8');
  const line = `  (await import('./${id}/index.ts')).${CONST},\n`;
  await writeFile(registry, text.replace(LAST_LINE, `${line}${LAST_LINE}`));
}

/** Makes the folder and adds the line; tells the files. `connectors` is the folder of all agencies. */
export async function newConnector(connectors: string, asked: NewConnector): Promise<readonly string[]> {
  const words = wordsOf(asked);
  const target = join(connectors, asked.id);
  if (existsSync(target)) throw new WanjiaError('CONNECTOR_EXISTS', { agency: asked.id });
  const files = await renderFolder(join(connectors, 'sdk', 'template'), target, words);
  await addLine(join(connectors, 'index.ts'), words);
  return files.map((file) => join('connectors', asked.id, file));
}
