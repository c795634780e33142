import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../../kernel/day.ts';
import { loadPack } from '../pack/pack.ts';
import { parameterValuesOn } from '../pack/parameters.ts';
import { listRules } from '../rule-list.ts';
import { figuresOf } from './figure.ts';
import { readingOf } from './reading.ts';

const DAY = asDay('2026-10-31');
const pack = await loadPack('packs', 'shanghai/changning');
const parameters = parameterValuesOn(pack.parameters, DAY);
const version = { id: 'R01', version: 1, release: null };
const wordsOf = (values: typeof parameters) => ({
  language: pack.language,
  figures: figuresOf(pack, version, { day: DAY, parameters: values }),
});
const read = (source: string, values = parameters): string =>
  readingOf(pack.language.parse(source, 'household').ast, wordsOf(values));

describe('a condition in words', () => {
  it.each([
    ['household.members.size() >= 1 && !household.isRegistered()', /^家庭成员人数 不低于 1,且不满足「在册救助家庭/],
    ["household.registeredClass in ['TK', 'DB']", /^在册家庭类别属于特困、低保$/],
    [
      "!(household.registeredClass == '' || household.registeredClass != 'BY')",
      /没有在册家庭类别,或在册家庭类别不为低保边缘/,
    ],
    ['!has(household.annualIncome)', /^家庭年收入未知$/],
    [
      "household.members.exists(m, !m.hasPayment('CJH', PAID_MONTHS_BACK, 0))",
      /「前 1 个月至当月没有重度残疾人护理补贴发放」/,
    ],
    ['household.members.exists(m, m.age >= ELDER_AGE)', /^至少一名家庭成员符合「周岁 不低于 60 岁\(老年人年龄\)」$/],
    ['household.annualIncome < 12 * DIBAO', /^家庭年收入 低于 \(12 × 1595 元\/月\(城乡居民最低生活保障标准,示例\)\)$/],
    ["household.hasClueWithin(['FIRE'], R25_DAYS)", /^近 7 天内有线索\(火灾\)$/],
    [
      'household.dead.all(p, household.daysPastReview(0) >= p.daysSinceDeath)',
      /均符合「上次核查或认定以来的天数 不低于 死亡以来的天数」$/,
    ],
  ])('%s', (source, words) => {
    expect(read(source)).toMatch(words);
  });

  it('says which figure was not found, and which is a draft', () => {
    const source = 'household.annualIncome < DIBAO';
    expect(read(source, new Map())).toBe('家庭年收入 低于 未取得的数值(城乡居民最低生活保障标准)');
    const drafted = figuresOf(pack, version, { day: DAY, parameters: new Map([['ELDER_AGE', 65n]]) })('ELDER_AGE');
    expect(drafted).toMatchObject({ value: '65', source: '草案', example: false });
  });

  it('leaves no word of the language in any rule, severity or named condition of the packs', () => {
    const said = [
      ...listRules(pack, DAY).flatMap((rule) => [rule.reading(), ...rule.severities().map(({ reading }) => reading)]),
      ...[...pack.language.conditions.values()].map(({ ast }) => readingOf(ast, wordsOf(parameters))),
    ];
    expect(said.filter((words) => words !== null && /[a-z]\.|\b[a-z]+\(|[A-Z]_|&&|\|\||undefined/.test(words))).toEqual(
      [],
    );
  });
});
