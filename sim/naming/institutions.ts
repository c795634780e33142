import { creditCode } from '../numbers/credit-code.ts';
import type { Random } from '../random/random.ts';

const BRANDS = '虹桥 天茂 北渡 金叶 新泾 仙霞 汇川 申达 恒嘉 瑞禾 启明 万川 同舟 凯旋 玉屏 东方 嘉禾 明远'.split(' ');
const TRADES =
  '物流 信息科技 物业管理 教育咨询 餐饮管理 建筑工程 贸易 人力资源 电子商务 机电设备 家政服务 医疗器械'.split(' ');
const COMPANIES = BRANDS.length * TRADES.length;

export interface Company {
  readonly name: string;
  readonly creditCode: string;
}

export function drawCompany(random: Random): Company {
  const number = random.between(0, COMPANIES - 1);
  const brand = BRANDS[number % BRANDS.length];
  const trade = TRADES[Math.floor(number / BRANDS.length)];
  return { name: `上海${brand}${trade}有限公司`, creditCode: creditCode(number) };
}

const SCHOOL_NAMES = '天一 新华苑 仙霞里 哈密 泾岸 愚园 番禺 古北 虹源 程桥 北新 延安西'.split(' ');
const SCHOOL_SUFFIX: Readonly<Record<string, string>> = {
  '10': '幼儿园',
  '21': '小学',
  '31': '初级中学',
  '34': '高级中学',
  '36': '职业技术学校',
  '41': '学院',
};

export function drawSchool(random: Random, stage: string): string {
  return `上海市长宁区${random.pick(SCHOOL_NAMES)}${SCHOOL_SUFFIX[stage] ?? '学校'}`;
}
