/** Writes docs/access.md: role × purpose × data class, from the policy in force. */
import { writeFileSync } from 'node:fs';
import { type Circumstances, type Clearance, loadPolicy } from '../src/modules/access/index.ts';

const policy = await loadPolicy('packs/shanghai/changning/access.yaml');
const { classes, roles, purposes } = policy.words;

const PLAIN: Circumstances = { openAlert: false, emergency: false, child: false };
const SIGN = { allow: '●', mask: '◐', withhold: '·' } as const;
/** Circumstances that may change a decision, with the sign that stands before the changed one. */
const CASES: readonly (readonly [string, Circumstances])[] = [
  ['A', { ...PLAIN, openAlert: true }],
  ['E', { ...PLAIN, emergency: true }],
  ['C', { ...PLAIN, child: true }],
  ['AC', { ...PLAIN, openAlert: true, child: true }],
  ['EC', { ...PLAIN, emergency: true, child: true }],
];

function cell(clearance: Clearance, dataClass: string): string {
  const plain = clearance.decide(dataClass, PLAIN).kind;
  const others = CASES.flatMap(([sign, given]) => {
    const { kind } = clearance.decide(dataClass, given);
    return kind === plain ? [] : `${sign}${SIGN[kind]}`;
  });
  return [SIGN[plain], ...others].join(' ');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(role: string): string {
  const held = [null, ...(roles[role]?.purposes ?? [])];
  const clearances = held.map((purpose) => policy.clear([role], purpose));
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
an open alert 有未结预警, E the caller has opened it in an emergency 紧急查阅, C the person is under 14 or of unknown age
未满14周岁或年龄不详. On fields that cannot be masked or shown by person, whatever depends on circumstances is withheld.

${sections.join('\n\n')}
`,
);
