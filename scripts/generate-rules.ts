/** Writes docs/rules.md: every rule of the packs with its basis, condition, parameters and where a jurisdiction differs. */
import { writeFile } from 'node:fs/promises';
import { asDay } from '../src/kernel/day.ts';
import {
  CATALOGUE,
  CLUE_KINDS,
  listRules,
  loadPack,
  type Pack,
  shownParameter,
} from '../src/modules/discovery/index.ts';

/** Rules are shown as in force on this day, so that the page changes with the packs only. */
const DAY = asDay('2026-11-01');
const NAMES = ['national', 'shanghai', 'shanghai/changning', 'shanghai/qingpu', 'shanghai/pudong', 'weihai'];

const packs = new Map<string, Pack>();
for (const name of NAMES) packs.set(name, await loadPack('packs', name));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const listed = (name: string) => listRules(packs.get(name) as Pack, DAY);
const national = listed('national');

/** Clauses a jurisdiction adds to the nation's. */
function localBasis(id: string): string {
  const own = (name: string): string => listed(name).find((rule) => rule.id === id)?.policyBasis ?? '';
  const parent = (name: string): string => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : 'national');
  return NAMES.slice(1)
    .flatMap((name) => {
      const added = own(name)
        .replace(own(parent(name)), '')
        .replace(/^；/, '');
      return added === '' ? [] : [`- ${packs.get(name)?.title.zh}: ${added}`];
    })
    .join('\n');
}

function ruleSection(rule: (typeof national)[number]): string {
  const source = packs.get('national')?.rules.find(({ id, version }) => id === rule.id && version === rule.version);
  const severities = (source?.severities ?? []).map(({ severity, when }) =>
    when === null ? `${severity}: otherwise` : `${severity}: \`${when.source.trim()}\``,
  );
  const names = source?.parameters ?? [];
  const local = localBasis(rule.id);
  return [
    `## ${rule.id} ${rule.name} — ${source?.name.en ?? ''}`,
    `Version ${rule.version}, from ${rule.effectiveFrom}${rule.effectiveTo === null ? '' : ` to ${rule.effectiveTo}`}. ` +
      `Leads to: ${rule.targetPolicies.join('、')}. Rests on: ${source?.feeds.join(' ') ?? ''}.`,
    `Basis (${rule.basisStatus}): ${rule.policyBasis}`,
    ...(local === '' ? [] : [`Local clauses:\n\n${local}`]),
    `\`\`\`cel\n${rule.expression}\n\`\`\``,
    `Severity, the first that holds:\n\n${severities.map((line) => `- ${line}`).join('\n')}`,
    ...(names.length === 0 ? [] : [`Parameters: ${names.map((name) => `\`${name}\``).join(', ')}`]),
  ].join('\n\n');
}

function checkSection(check: (typeof national)[number]): string {
  const source = packs.get('national')?.alertChecks.find(({ id }) => id === check.id);
  return [
    `## ${check.id} ${check.name} — ${source?.name.en ?? ''}`,
    `Version ${check.version}, from ${check.effectiveFrom}. Asks of every alert; one that fails goes to the next level.`,
    `Basis (${check.basisStatus}): ${check.policyBasis}`,
    `\`\`\`cel\n${check.expression}\n\`\`\``,
    `Parameters: ${check.parameters.map(({ name }) => `\`${name}\``).join(', ')}`,
  ].join('\n\n');
}

/** A parameter in every jurisdiction that has a value of its own. */
function parameterRows(): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [name, pack] of packs)
    for (const parameter of pack.parameters.values()) {
      const parent = name === 'national' ? undefined : packs.get(name.includes('/') ? 'shanghai' : 'national');
      if (
        JSON.stringify(parent?.parameters.get(parameter.id)?.periods, text) === JSON.stringify(parameter.periods, text)
      )
        continue;
      const shown = listedParameter(pack, parameter.id);
      rows.push([`\`${parameter.id}\``, pack.title.zh, shown.value, parameter.unit, parameter.name.zh, shown.source]);
    }
  return rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function text(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function listedParameter(pack: Pack, id: string): { readonly value: string; readonly source: string } {
  const parameter = pack.parameters.get(id);
  const shown = parameter && shownParameter(parameter, DAY);
  return shown ?? { value: '未取得 (UNKNOWN)', source: '' };
}

const documents = new Map([...packs.values()].flatMap((pack) => [...pack.documents]));
const terms = new Map([...packs.values()].flatMap((pack) => pack.aliases.map((alias) => [alias.term, alias] as const)));

await writeFile(
  'docs/rules.md',
  `# Discovery rules 主动发现规则

Generated from \`packs/\` as in force on ${DAY}; do not edit. How rules are written: \`packs/README.md\`; what they can ask
(${CATALOGUE.member.size} facts of a person, ${CATALOGUE.household.size} of a household): \`fact-catalogue.md\`. An alert
proposes; a person verifies. UNKNOWN inputs never alert. X3 is a check on alerts, not on households.

Figures marked 示例值 are examples: no source was found that may be shown as fact.

${national
  .filter(({ severity }) => severity !== null)
  .map(ruleSection)
  .join('\n\n')}

${national
  .filter(({ severity }) => severity === null)
  .map(checkSection)
  .join('\n\n')}

# Parameters 参数

The nation's and each jurisdiction's own. 示例值: no source was found that may be shown as fact. A parameter without a
value makes what rests on it UNKNOWN.

${table(['parameter', 'where', 'value', 'unit', 'meaning', 'source'], parameterRows())}

# Documents 政策文件

${table(
  ['title', 'number', 'level', 'from', 'to', 'note'],
  [...documents.values()].map(({ title, number, level, effectiveFrom, effectiveTo, note }) => [
    ...[title, number ?? '', level, effectiveFrom, effectiveTo ?? ''],
    note ?? '',
  ]),
)}

# Terms 新旧名称

${table(
  ['older or local term', 'now'],
  [...terms.values()].map(({ term, now }) => [term, now]),
)}

# Events and clues 事件与线索

${table(
  ['kind', '名称', 'meaning'],
  Object.entries(CLUE_KINDS).map(([kind, { zh, en }]) => [`\`${kind}\``, zh, en]),
)}
`,
);
