/** Writes docs/rules.md: every rule of the packs with its basis, condition, parameters and where a jurisdiction differs. */
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { asDay } from '../src/kernel/day.ts';
import {
  CATALOGUE,
  CLUE_KINDS,
  listRules,
  loadPack,
  type Pack,
  readingOf,
  readingWords,
  type Severity,
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

const COLOUR: Readonly<Record<Severity, string>> = {
  RED: '红 RED',
  ORANGE: '橙 ORANGE',
  YELLOW: '黄 YELLOW',
  BLUE: '蓝 BLUE',
};

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
  const here = listed('shanghai').find(({ id }) => id === rule.id);
  const severities = (here?.severities() ?? []).map(
    ({ severity, reading }) => `${COLOUR[severity]}: ${reading ?? '其余 otherwise'}`,
  );
  const local = localBasis(rule.id);
  const figures = (source?.parameters ?? []).map(figureRow);
  return [
    `<a id="${rule.id.toLowerCase()}"></a>\n\n## ${rule.id} ${rule.name} — ${source?.name.en ?? ''}`,
    `版本 Version ${rule.version}, from ${rule.effectiveFrom}${rule.effectiveTo === null ? '' : ` to ${rule.effectiveTo}`}. ` +
      `指向政策 Leads to: ${rule.targetPolicies.join('、')}. 数据来源 Rests on: ${source?.feeds.join(' ') ?? ''}.`,
    `依据 Basis (${rule.basisStatus}): ${rule.policyBasis}`,
    ...(local === '' ? [] : [`地方条款 Local clauses:\n\n${local}`]),
    `何时命中 When it fires, with the city's figures: ${here?.reading() ?? ''}。`,
    `\`\`\`cel\n${rule.expression}\n\`\`\``,
    `等级,依次取首个成立的 Severity, the first that holds:\n\n${severities.map((line) => `- ${line}`).join('\n')}`,
    ...(figures.length === 0
      ? []
      : [`参数 Parameters:\n\n${table(['参数', '含义', '全国', '上海', '单位', '来源'], figures)}`]),
  ].join('\n\n');
}

/** A figure with its value and source where the nation or the city sets it; 示例值 stands in the source. */
function figureRow(id: string): readonly string[] {
  const [nation, city] = ['national', 'shanghai'].map((name) => packs.get(name) as Pack) as [Pack, Pack];
  const [here, there] = [listedParameter(nation, id), listedParameter(city, id)];
  const { name, unit } = nation.parameters.get(id) ?? { name: { zh: '' }, unit: '' };
  return [`\`${id}\``, name.zh, here.value, there.value, unit, there.source || here.source];
}

function summaryRow({ id, name, severity, policyBasis, basisStatus, targetPolicies }: (typeof national)[number]) {
  const anchor = `[${id}](#${id.toLowerCase()})`;
  return [
    anchor,
    name,
    severity === null ? '—' : COLOUR[severity],
    targetPolicies.join('、'),
    policyBasis,
    basisStatus === 'EXPIRED' ? '已失效' : '有效',
  ];
}

function checkSection(check: (typeof national)[number]): string {
  const source = packs.get('national')?.alertChecks.find(({ id }) => id === check.id);
  return [
    `<a id="${check.id.toLowerCase()}"></a>\n\n## ${check.id} ${check.name} — ${source?.name.en ?? ''}`,
    `版本 Version ${check.version}, from ${check.effectiveFrom}. Asks of every alert; one that fails goes to the next level.`,
    `依据 Basis (${check.basisStatus}): ${check.policyBasis}`,
    `\`\`\`cel\n${check.expression}\n\`\`\``,
    `参数 Parameters:\n\n${table(['参数', '含义', '全国', '上海', '单位', '来源'], (source?.parameters ?? []).map(figureRow))}`,
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

/** What conditions the rules call by a name come to. */
async function conditionRows(): Promise<readonly (readonly string[])[]> {
  const city = packs.get('shanghai') as Pack;
  const words = readingWords(city, DAY);
  const { conditions } = parse(await readFile('packs/national/conditions.yaml', 'utf8')) as {
    readonly conditions: readonly {
      readonly id: string;
      readonly name: { readonly zh: string };
      readonly source: string;
    }[];
  };
  return conditions.flatMap(({ id, name, source }) => {
    const condition = city.language.conditions.get(id);
    return condition === undefined ? [] : [[name.zh, readingOf(condition.ast, words), source]];
  });
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

由政策包生成的规则目录:先看下表,逐条见后文,“何时命中”由表达式逐字译出;预警只作提示,由人核实决定。输入未知时不预警。标“示例”的数字未找到可作为依据的来源。

Generated from \`packs/\` as in force on ${DAY}; do not edit. How rules are written: \`packs/README.md\`; what they can ask
(${CATALOGUE.member.size} facts of a person, ${CATALOGUE.household.size} of a household): \`fact-catalogue.md\`. An alert
proposes; a person verifies. UNKNOWN inputs never alert. X3 is a check on alerts, not on households.

Figures marked 示例 are examples: no source was found that may be shown as fact.

${table(['规则', '名称', '最高等级', '指向政策', '全国依据', '依据效力'], national.map(summaryRow))}

${national
  .filter(({ severity }) => severity !== null)
  .map(ruleSection)
  .join('\n\n')}

${national
  .filter(({ severity }) => severity === null)
  .map(checkSection)
  .join('\n\n')}

# Parameters 参数

The nation's and each jurisdiction's own. 示例: no source was found that may be shown as fact. A parameter without a
value makes what rests on it UNKNOWN.

${table(['parameter', 'where', 'value', 'unit', 'meaning', 'source'], parameterRows())}

# Conditions by name 命名条件

${table(['用语 name', '释义 in words, with the city’s figures', '出处 source'], await conditionRows())}

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
  ['原用语 older or local term', '现用语 now', '认定类别', '出处'],
  [...terms.values()].map(({ term, now, classes, documents: cited }) => [
    ...[term, now, classes.join(' ')],
    cited.map(({ title }) => `《${title}》`).join('、'),
  ]),
)}

# Events and clues 事件与线索

${table(
  ['kind', '名称', 'meaning'],
  Object.entries(CLUE_KINDS).map(([kind, { zh, en }]) => [`\`${kind}\``, zh, en]),
)}
`,
);
