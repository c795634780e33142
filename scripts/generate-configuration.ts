/** Writes docs/configuration.md from the variables the hub reads. */
import { writeFileSync } from 'node:fs';
import { VARIABLE_GROUPS } from '../src/config/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const sections = VARIABLE_GROUPS.map(({ title, about, variables }) => {
  const rows = Object.entries(variables).map(([name, { about: meaning, expected, fallback }]) => {
    const preset = fallback === undefined ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${cell(meaning)} | ${cell(expected)} | ${preset} |`;
  });
  return [`## ${title}`, '', about, '', '| variable | meaning | value | default |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
});

const page = [
  '# Configuration',
  '',
  'The hub is configured by environment variables. None is needed. A wrong value, or a misspelt `WANJIA_…` name, stops',
  'the start with what was expected. This page is generated from `src/config/variables.ts`.',
  '',
  sections.join('\n\n'),
  '',
].join('\n');

writeFileSync('docs/configuration.md', page);
