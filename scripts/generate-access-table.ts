/** Writes docs/access.md: role × purpose × data class, from the policy in force. */
import { writeFileSync } from 'node:fs';
import { type Clearance, circumstancesWith, type Factor, loadPolicy, subsetsOf } from '../src/modules/access/index.ts';

const policy = await loadPolicy('packs/shanghai/changning/access.yaml');
const { classes, roles, purposes } = policy.words;

const SIGN = { allow: '●', mask: '◐', withhold: '·' } as const;
/** What may change a decision, with the sign that stands before the changed one. */
const SIGN_OF: readonly (readonly [Factor | 'consent', string])[] = [
  ['open-alert', 'A'],
  ['open-case', 'F'],
  ['emergency', 'E'],
  ['second-person', 'S'],
  ['consent', 'K'],
  ['child', 'C'],
  ['obligor', 'O'],
];

function signOf(held: ReadonlySet<Factor>): string {
  const words = new Set([...held].map((factor) => (factor.startsWith('consent:') ? 'consent' : factor)));
  return SIGN_OF.flatMap(([word, sign]) => (words.has(word) ? sign : [])).join('');
}

/** One sign where nothing matters, else what the fewest circumstances change: a larger set that changes no more is left out. */
function cell(clearance: Clearance, dataClass: string): string {
  const kindIn = (held: ReadonlySet<Factor>) => clearance.decide(dataClass, circumstancesWith(held, [dataClass])).kind;
  const plain = kindIn(new Set());
  const told: { readonly held: ReadonlySet<Factor>; readonly kind: typeof plain }[] = [
    { held: new Set(), kind: plain },
  ];
  const sets = [...subsetsOf(clearance.factorsOf(dataClass))].sort((one, other) => one.size - other.size);
  for (const held of sets) {
    const nearest = told.filter((one) => [...one.held].every((factor) => held.has(factor)));
    const size = Math.max(...nearest.map((one) => one.held.size));
    const expected = nearest.filter((one) => one.held.size === size);
    const kind = kindIn(held);
    if (!expected.every((one) => one.kind === kind)) told.push({ held, kind });
  }
  return [SIGN[plain], ...told.slice(1).map(({ held, kind }) => `${signOf(held)}${SIGN[kind]}`)].join(' ');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(role: string): string {
  const held = [null, ...(roles[role]?.purposes ?? [])];
  const clearances = held.map((purpose) => policy.clear([role], purpose, { contract: true }));
  const head = held.map((purpose) => (purpose === null ? '未说明 unstated' : `${purposes[purpose]} ${purpose}`));
  const rows = Object.entries(classes).flatMap(([name, { title, level }]) => {
    const cells = clearances.map((clearance) => cell(clearance, name));
    return cells.every((text) => text === SIGN.withhold) ? [] : line([`${title} \`${name}\``, level, ...cells]);
  });
  return [line(['数据类别 data class', '级别', ...head]), line(['---', '---', ...head.map(() => ':-:')]), ...rows].join(
    '\n',
  );
}

const sections = Object.entries(roles).map(([name, { title }]) => `## ${title} ${name}\n\n${tableOf(name)}`);

writeFileSync(
  'docs/access.md',
  `# Who sees what 访问一览

Generated from \`packs/shanghai/changning/access.yaml\` (version ${policy.version}); do not edit. Classes that a role never
reaches are left out. 由策略生成,勿手工修改;未列出的数据类别一律不予显示。

● clear 显示, ◐ masked 脱敏, · withheld or refused 不予显示. What circumstances change follows the sign: A the household has
an open alert 有未结预警, F an open case 有未结个案, E the caller has opened it in an emergency 紧急查阅, S a second person has confirmed it 双人确认, K the
consent it asks for is on record 有同意或授权, C the person is under 14 or of unknown age 未满14周岁或年龄不详, O the person lives
apart, is obliged to support the household and has given no authorisation 义务人未授权. Of several signs the one that names more
of what holds counts. A contract, where one is asked for, is taken to run 合同视为在期. On fields that cannot be masked or shown
by person, whatever depends on circumstances is withheld.

${sections.join('\n\n')}
`,
);
