/** Writes docs/fact-catalogue.md: everything an expression in the policy packs can ask. */
import { writeFile } from 'node:fs/promises';
import { ALERT_FACTS, CATALOGUE, loadPack } from '../src/modules/discovery/index.ts';

const PACK = 'shanghai/changning';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Described {
  readonly name: string;
  readonly type: string;
  readonly zh: string;
  readonly en: string;
  readonly feeds: readonly string[];
  readonly mayBeUnknown?: boolean;
  readonly arguments?: readonly { readonly name: string; readonly type: string }[];
}

function facts(prefix: string, described: Iterable<Described>): string {
  const rows = [...described].map((fact) => {
    const args = fact.arguments ? `(${fact.arguments.map(({ name, type }) => `${name}: ${type}`).join(', ')})` : '';
    const type = fact.mayBeUnknown ? `${fact.type}?` : fact.type;
    return [`\`${prefix}.${fact.name}${args}\``, type, fact.zh, fact.en, fact.feeds.join(' ')];
  });
  return table(['fact', 'type', '含义', 'meaning', 'feeds'], rows);
}

const lists = [...CATALOGUE.lists.values()].map((list) => ({ ...list, type: 'list<Member>' }));
const { language } = await loadPack('packs', PACK);
const conditions = [...language.conditions].map(([id, { source }]) => [
  `\`${/\bmember\./.test(source) ? 'm' : 'household'}.${id}()\``,
  `\`${source.trim().replaceAll(/\s+/g, ' ')}\``,
]);

await writeFile(
  'docs/fact-catalogue.md',
  `# Fact catalogue 事实目录

Generated from \`src/modules/discovery/catalogue\`; do not edit. What is not here cannot be asked by a rule.
A type with \`?\` may be UNKNOWN though every feed is current. While a feed is STALE or NEVER, the facts that rest on it
are UNKNOWN. Months are counted back from the day's own: \`(2, 0)\` is the day's month and the two before.

## Household 家庭

${facts('household', [...CATALOGUE.household.values(), ...lists])}

## Member 成员

\`m\` is the name given in \`exists(m, …)\`, \`all(m, …)\`, \`filter(m, …)\` or \`map(m, …)\`; in evidence it is \`member\`.

${facts('m', CATALOGUE.member.values())}

## Named conditions 命名条件 (${PACK})

${table(['condition', 'stands for'], conditions)}

## Day 日期

${facts('calendar', CATALOGUE.calendar.values())}

## Alert 预警

For checks on how alerts are worked (\`checks/*.yaml\`), which ask of one alert at a moment and of nothing else.

${facts(
  'alert',
  [...ALERT_FACTS.values()].map((fact) => ({ ...fact, feeds: [] })),
)}
`,
);
