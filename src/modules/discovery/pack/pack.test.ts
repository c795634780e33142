import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asDay } from '../../../kernel/day.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { nodesOf } from '../expression/walk.ts';
import { listRules } from '../rule-list.ts';
import { loadPack } from './pack.ts';
import { parameterValuesOn } from './parameters.ts';
import { classesMeant, synonymsOf } from './terms.ts';

const FILES = {
  'national/pack.yaml': 'jurisdiction: null\nname: { zh: 全国, en: National }\n',
  'national/severity-clocks.yaml': `source: test
clocks:
${['red', 'orange', 'yellow', 'blue'].map((severity) => `  - { severity: ${severity}, within: 1, unit: hours }`).join('\n')}
`,
  'national/documents.yaml': `documents:
  - { id: law, title: 法, level: law, effectiveFrom: 2020-01-01 }
  - { id: old, title: 旧文, level: district, effectiveFrom: 2020-01-01, effectiveTo: 2025-09-25 }
`,
  'national/parameters.yaml': `parameters:
  - id: LINE
    name: { zh: 线, en: line }
    unit: yuan/month
    values:
      - { value: 100, effectiveFrom: 2020-01-01, effectiveTo: 2026-07-01, source: s }
      - { value: 110.5, effectiveFrom: 2026-07-01, source: s, example: true }
`,
  'city/pack.yaml': 'jurisdiction: "31"\nname: { zh: 市, en: City }\n',
};

const rule = (expression: string, more = ''): string => `id: R01
version: 1
name: { zh: 规则, en: rule }
effectiveFrom: 2020-01-01
targetPolicies: [救助]
basis: [{ document: law, clause: 第1条 }]
expression: |
  ${expression}
severity: [{ is: red }]
evidence: { items: [] }
${more}`;
const SOUND = 'household.members.exists(m, m.age >= 18)';

let root: string;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}

/** The problems of a pack whose city folder has these files too. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await write(files);
  const error = await loadPack(root, 'city').then(
    () => null,
    (fault: unknown) => fault,
  );
  if (error === null) return [];
  if (!(error instanceof WanjiaError)) throw error;
  return String(error.params.detail).split('\n');
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'packs-'));
  await write(FILES);
});
afterEach(() => rm(root, { recursive: true }));

describe('precedence', () => {
  const LINE = FILES['national/parameters.yaml'];
  const local = 'parameters: [{ id: LINE, name: { zh: 线, en: line }, unit: yuan/month, values: [] }]';

  it('lets a place set what no higher text fixes', async () => {
    expect(await problemsOf({ 'city/parameters.yaml': local })).toEqual([]);
  });

  it('keeps what a higher text fixes', async () => {
    const fixed = LINE.replace('unit: yuan/month', 'unit: yuan/month\n    binding: true');
    expect(await problemsOf({ 'national/parameters.yaml': fixed, 'city/parameters.yaml': local })).toEqual([
      'city/parameters.yaml:1:20 LINE is fixed by a higher text in national',
    ]);
  });
});

describe('a pack that is wrong', () => {
  it.each([
    [
      'household.members.exists(m, m.agee >= 18)',
      "city/rules/R01.yaml:8:33 'agee' is not a fact of the catalogue; did you mean 'age'?",
    ],
    [
      'household.memberz.exists(m, m.age >= 18)',
      "city/rules/R01.yaml:8:13 'memberz' is not a fact of the catalogue; did you mean 'members'?",
    ],
    [
      'household.members.exists(m, m.age >= LIME)',
      "city/rules/R01.yaml:8:40 'LIME' is neither a parameter nor a variable here; did you mean 'LINE'?",
    ],
    [
      'household.members.exist(m, m.age >= 18)',
      "city/rules/R01.yaml:8:21 'exist' is not a function of the rule language; did you mean 'exists'?",
    ],
    ['household.members.exists(m, m.age >= 18', 'city/rules/R01.yaml:8:42 Expected RPAREN, got EOF'],
    ["household.members.exists(m, m.age >= 'x')", 'city/rules/R01.yaml:8:31 no such overload: int >= string'],
    ['household.members.size()', 'city/rules/R01.yaml:7:13 this is of type int, not bool'],
    [
      'household.members.exists(m, m.age / 2 > 3)',
      "city/rules/R01.yaml:8:31 rules do not use '/'; compare products instead of quotients",
    ],
    [
      'household.members.size() > 1',
      'city/rules/R01.yaml:7:13 say whose facts make the rule fire: evidence.members: household.members.filter(m, …)',
    ],
  ])('says where and what was meant: %s', async (expression, problem) => {
    expect(await problemsOf({ 'city/rules/R01.yaml': rule(expression) })).toEqual([problem]);
  });

  it.each([
    [
      'a mistyped key',
      { 'city/rules/R01.yaml': rule(SOUND, 'verson: 2\n') },
      "city/rules/R01.yaml:11:9 'verson' is not a key here; did you mean 'version'?",
    ],
    [
      'a mistyped code',
      { 'city/rules/R01.yaml': rule(SOUND).replace('is: red', 'is: orage') },
      "city/rules/R01.yaml:9:18 'orage' is not one of red, orange, yellow, blue; did you mean 'orange'?",
    ],
    [
      'a document that is none',
      { 'city/rules/R01.yaml': rule(SOUND).replace('document: law', 'document: lav') },
      "city/rules/R01.yaml:6:21 there is no document 'lav'; did you mean 'law'?",
    ],
    [
      'a day that is none',
      { 'city/rules/R01.yaml': rule(SOUND).replace('2020-01-01', '2020-02-30') },
      'city/rules/R01.yaml:4:16 there is no such day',
    ],
    ['a mistyped file name', { 'city/paramters.yaml': '' }, 'city/paramters.yaml:1:1 did you mean parameters.yaml?'],
    [
      'two versions at once',
      { 'city/rules/R01.yaml': rule(SOUND), 'city/rules/R01-2.yaml': rule(SOUND).replace('version: 1', 'version: 2') },
      'city/rules/R01.yaml:4:16 another version of R01 is in force in this period',
    ],
    [
      'a figure that does not fit its unit',
      { 'city/parameters.yaml': FILES['national/parameters.yaml'].replace('value: 100', 'value: 1.005') },
      'city/parameters.yaml:6:18 1.005 is not a value in yuan/month',
    ],
    [
      'a mistyped unit',
      { 'city/parameters.yaml': FILES['national/parameters.yaml'].replace('yuan/month', 'yuan/mnth') },
      "city/parameters.yaml:4:11 'yuan/mnth' is not one of yuan, yuan/month, yuan/year, ratio, years, months, days, working-days, count; did you mean 'yuan/month'?",
    ],
    [
      'a condition that asks what there is not',
      {
        'city/conditions.yaml':
          'conditions:\n  - id: isOld\n    name: { zh: 老, en: old }\n    source: s\n    expression: member.agee > 3\n',
      },
      "city/conditions.yaml:5:24 'agee' is not a fact of the catalogue; did you mean 'age'?",
    ],
    [
      'a clause of a rule that is none',
      { 'city/basis.yaml': 'basis: [{ rule: R99, document: law, clause: 第1条 }]\n' },
      "city/basis.yaml:1:17 there is no rule 'R99'",
    ],
    [
      'a term of a document that is none',
      { 'city/aliases.yaml': 'aliases: [{ term: 旧, now: 新, documents: [lew] }]\n' },
      "city/aliases.yaml:1:41 there is no document 'lew'; did you mean 'law'?",
    ],
    [
      'a clock that is lacking',
      { 'city/severity-clocks.yaml': 'source: s\nclocks: [{ severity: red, within: 1, unit: hours }]\n' },
      'city/severity-clocks.yaml:1:1 no clock for orange, yellow, blue',
    ],
    [
      'a worked weekend that is none',
      {
        'city/calendar.yaml':
          'years:\n  - year: 2026\n    source: s\n    holidays: [{ name: 元旦, from: 2026-01-03, to: 2026-01-01 }]\n    workingWeekends: [2026-01-05]\n',
      },
      'city/calendar.yaml:5:23 2026-01-05 is no Saturday or Sunday',
    ],
    [
      'a check that asks of households',
      {
        'city/checks/X9.yaml':
          "id: X9\nversion: 1\nname: { zh: 检, en: check }\neffectiveFrom: 2020-01-01\nbasis: [{ document: law, clause: 第1条 }]\nexpression: alert.stat == 'OPEN'\n",
      },
      "city/checks/X9.yaml:6:19 'stat' is not a fact of the catalogue; did you mean 'state'?",
    ],
    [
      'broken YAML',
      { 'city/rules/R01.yaml': 'id: [R01\n' },
      'city/rules/R01.yaml:2:1 Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('tells %s', async (_what, files, problem) => {
    expect(await problemsOf(files)).toContain(problem);
  });

  it('tells all problems at once', async () => {
    const files = { 'city/rules/R01.yaml': rule('x'), 'city/rules/R02.yaml': rule('y').replace('R01', 'R02') };
    expect(await problemsOf(files)).toHaveLength(2);
  });
});

describe('a pack', () => {
  it('overrides its parent by id', async () => {
    await write({
      'national/rules/R01.yaml': rule(SOUND),
      'national/rules/R02.yaml': rule(SOUND).replace('R01', 'R02'),
      'city/rules/R01.yaml': rule(SOUND).replace('zh: 规则', 'zh: 本市规则'),
      'city/parameters.yaml': FILES['national/parameters.yaml'].replace('110.5', '120'),
    });
    const pack = await loadPack(root, 'city');
    const day = asDay('2026-10-31');
    expect(listRules(pack, day).map(({ id, name }) => [id, name])).toEqual([
      ['R01', '本市规则'],
      ['R02', '规则'],
    ]);
    expect(parameterValuesOn(pack.parameters, day).get('LINE')).toMatchObject({ units: 12_000n });
    expect(parameterValuesOn((await loadPack(root, 'national')).parameters, day).get('LINE')).toMatchObject({
      units: 11_050n,
    });
  });

  it('has dated parameters: a new value from 1 July', async () => {
    const { parameters } = await loadPack(root, 'city');
    const units = (day: string) => parameterValuesOn(parameters, asDay(day)).get('LINE');
    expect([units('2026-06-30'), units('2026-07-01')]).toMatchObject([{ units: 10_000n }, { units: 11_050n }]);
    expect(units('2019-12-31')).toBeUndefined();
  });

  it('says from when a basis is expired, and which figures are examples', async () => {
    await write({
      'city/rules/R01.yaml': rule('household.members.exists(m, m.outOfPocket12Months > LINE)').replace(
        'document: law',
        'document: old',
      ),
    });
    const pack = await loadPack(root, 'city');
    const [before] = listRules(pack, asDay('2025-09-24'));
    const [after] = listRules(pack, asDay('2026-09-25'));
    expect(before).toMatchObject({ basisStatus: 'IN_FORCE', policyBasis: '《旧文》第1条' });
    expect(after).toMatchObject({ basisStatus: 'EXPIRED', policyBasis: '《旧文》第1条（2025-09-25 起失效）' });
    expect(after?.parameters).toEqual([
      { name: 'LINE', title: '线', value: '110.50', unit: 'yuan/month', source: '示例值：s', example: true },
    ]);
  });
});

describe('the packs of this repository', () => {
  it.each(['national', 'shanghai/changning', 'shanghai/pudong', 'shanghai/qingpu', 'weihai'])(
    '%s can be read',
    async (name) => {
      expect((await loadPack('packs', name)).name).toBe(name);
    },
  );

  it('have their figures as parameters: a rule’s text counts nobody, one or both, and the months of a year', async () => {
    const { rules, alertChecks, language } = await loadPack('packs', 'shanghai/changning');
    const expressions = rules.flatMap(({ expression, severities, items, members }) => [
      ...[expression, members.condition, ...severities.flatMap(({ when }) => when ?? [])],
      ...items.map(({ value }) => value),
    ]);
    const all = [...expressions, ...language.conditions.values(), ...alertChecks.map(({ expression }) => expression)];
    const figures = all.flatMap(({ ast, source }) =>
      [...nodesOf(ast)].flatMap((node) =>
        node.op === 'value' &&
        ['bigint', 'number'].includes(typeof node.args) &&
        ![0, 1, 2, 12].includes(Number(node.args))
          ? [`${node.args} in ${source}`]
          : [],
      ),
    );
    expect(figures).toEqual([]);
    const unsourced = [...(await loadPack('packs', 'shanghai/changning')).parameters.values()].flatMap(
      ({ id, periods }) => periods.filter(({ source, example }) => /示例|未见/.test(source) && !example).map(() => id),
    );
    expect(unsourced).toEqual([]);
  });

  it('carry all rules and the example figures in force on 2026-10-31', async () => {
    const pack = await loadPack('packs', 'shanghai/changning');
    const rules = listRules(pack, asDay('2026-10-31'));
    const parts: Readonly<Record<string, readonly string[]>> = {
      R08: ['R08', 'R08b'],
      R15: ['R15a', 'R15b', 'R15c'],
    };
    const numbered = Array.from({ length: 25 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    const wanted = [...numbered.flatMap((id) => parts[id] ?? [id]), 'X1', 'X2', 'X3', 'X4'];
    expect(rules.map(({ id }) => id)).toEqual(wanted);
    const values = parameterValuesOn(pack.parameters, asDay('2026-10-31'));
    expect([...values].map(([id, value]) => [id, typeof value === 'object' ? value.toYuan() : String(value)])).toEqual(
      expect.arrayContaining([
        ['DIBAO', '1595.00'],
        ['MARGIN_X', '2'],
        ['PCDI', '84834.00'],
        ['RIGID_RATIO', '0.4'],
        ['R01_FLOOR', '20000.00'],
        ['WORKING_AGE_MIN', '16'],
        ['WORKING_AGE_MAX', '59'],
      ]),
    );
  });

  it('tell the gravest severity of a rule, in whatever order its cases stand', async () => {
    const rules = listRules(await loadPack('packs', 'shanghai/changning'), asDay('2026-10-31'));
    const severity = (wanted: string) => rules.find(({ id }) => id === wanted)?.severity;
    expect(['R01', 'R09', 'R10', 'R21', 'X3'].map(severity)).toEqual(['RED', 'RED', 'ORANGE', 'ORANGE', null]);
  });

  it('say where a basis is local, and that it expired', async () => {
    const basis = async (name: string, id: string) => {
      const listed = listRules(await loadPack('packs', name), asDay('2026-10-31'));
      return listed.find((rule) => rule.id === id);
    };
    const pudong = await basis('shanghai/pudong', 'X1');
    expect(pudong).toMatchObject({ basisStatus: 'EXPIRED' });
    expect(pudong?.policyBasis).toContain('（2025-09-25 起失效）');
    expect(await basis('shanghai/changning', 'X1')).toMatchObject({ basisStatus: 'IN_FORCE' });
    expect((await basis('shanghai/changning', 'R12'))?.policyBasis).toContain('三(三)8 动态清零');
  });

  it('cite the law before what the nation, the city and the district say', async () => {
    const { rules } = await loadPack('packs', 'shanghai/changning');
    const rank = ['law', 'national', 'city', 'district', 'street'];
    const cited = rules.find(({ id }) => id === 'R22')?.basis.map(({ document }) => rank.indexOf(document.level)) ?? [];
    expect(new Set(cited).size).toBeGreaterThan(2);
    expect(cited).toEqual([...cited].sort());
  });

  it('know older and local terms by what they are called now', async () => {
    const { aliases } = await loadPack('packs', 'shanghai/changning');
    expect(aliases.find(({ term }) => term === '支出型贫困家庭')?.now).toBe('刚性支出困难家庭');
    expect(synonymsOf('因病支出型', aliases)).toEqual(['因病支出型', '刚性支出困难家庭']);
    expect(synonymsOf('特困人员', aliases)).toEqual(['特困人员', '五保', '三无']);
    expect(synonymsOf('R01', aliases)).toEqual(['R01']);
    expect(
      ['GX', '刚性支出', '支出型贫困家庭', '低收入困难家庭', '三无', '特困人员', '审批', 'XX'].map((word) =>
        classesMeant(word, aliases),
      ),
    ).toEqual([['GX'], ['GX'], ['GX'], ['DS', 'BY'], ['TK'], ['TK'], [], []]);
  });

  it('have every term of the alias table, and join what parent and child say of one', async () => {
    const terms = async (name: string) =>
      new Map((await loadPack('packs', name)).aliases.map((one) => [one.term, one]));
    const [changning, weihai] = [await terms('shanghai/changning'), await terms('weihai')];
    const table = {
      ...{ 低收入困难家庭: '最低生活保障边缘家庭', 支出型贫困家庭: '刚性支出困难家庭', 因病支出型: '刚性支出困难家庭' },
      ...{ 流浪乞讨人员: '生活无着的流散人员', 五保: '特困人员', 三无: '特困人员', 廉租住房: '公租房或租赁补贴' },
      ...{ 防止返贫致贫监测对象: '防止返贫监测对象', 审批: '审核确认', 家庭救助顾问: '社区救助顾问' },
    };
    expect(Object.fromEntries([...changning].map(([term, { now }]) => [term, now]))).toEqual(table);
    expect(weihai.get('防止返贫致贫监测对象')?.documents.map(({ id }) => id)).toEqual([
      'lowIncomeMonitoring2023',
      'weihaiServiceAssistance2024',
    ]);
  });

  it('give the margin multiple by jurisdiction: nationally 1.5, Shanghai 2', async () => {
    const multiple = async (name: string) =>
      parameterValuesOn((await loadPack('packs', name)).parameters, asDay('2026-10-31')).get('MARGIN_X');
    expect([await multiple('weihai'), await multiple('shanghai/changning')]).toEqual([1.5, 2]);
  });
});
