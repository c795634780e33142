/**
 * A condition in the field's words, with the values of its figures: what an officer reads where the rule says
 * `m.age >= ELDER_AGE`. It follows the expression, so that it cannot say anything else.
 */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import { ALERT_FACTS } from '../catalogue/alert-facts.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Argument } from '../catalogue/fact.ts';
import type { Language } from '../expression/language.ts';
import { nodesOf, personRangeOf } from '../expression/walk.ts';
import type { Figures } from './figure.ts';
import { argumentSaid, codeSaid, isMonthBack, listSaid, phraseOf } from './phrases.ts';

/** What a reading needs to know of the packs. */
export interface ReadingWords {
  readonly language: Language;
  readonly figures: Figures;
}

interface Asked {
  readonly name: string;
  readonly zh: string;
  readonly arguments?: readonly Argument[];
}

const UNITS: Readonly<Record<string, string>> = {
  yuan: ' 元',
  'yuan/month': ' 元/月',
  'yuan/year': ' 元/年',
  years: ' 岁',
  months: ' 个月',
  days: ' 天',
  'working-days': ' 个工作日',
};

const OPERATORS: Readonly<Record<string, string>> = {
  '>=': '不低于',
  '>': '高于',
  '<=': '不高于',
  '<': '低于',
  '==': '为',
  '!=': '不为',
  '+': '加',
  '-': '减',
  '*': '×',
};

/** `0.4(刚性支出占家庭年收入比例,示例)`; what a title has in brackets is in the value's unit already. */
function figure(id: string, { figures }: ReadingWords): string {
  const held = figures(id);
  if (held === undefined) return id;
  const title = held.title.replace(/[((][^))]*[))]$/, '');
  if (held.value === null) return `未取得的数值(${title})`;
  return `${held.value.replace(/\.00$/, '')}${UNITS[held.unit] ?? ''}(${title}${held.example ? ',示例' : ''})`;
}

function literal(value: unknown): string {
  return value === true ? '是' : value === false ? '否' : String(value);
}

/** An argument as its phrase takes it: a figure without its name, codes as they are called. */
function argument(node: ASTNode, { name }: Argument, { figures }: ReadingWords): string {
  if (node.op === 'list')
    return node.args.map((one) => argumentSaid(name, literal((one as { args: unknown }).args))).join('、');
  const value = node.op === 'id' ? (figures(node.args)?.value ?? node.args) : literal(node.args);
  if (isMonthBack(name)) return value === '0' ? '当月' : `前 ${value} 个月`;
  return argumentSaid(name, value);
}

function factAt(node: ASTNode): Asked | undefined {
  const [receiver, name] = node.op === '.' ? node.args : node.op === 'rcall' ? [node.args[1], node.args[0]] : [];
  if (receiver?.op !== 'id' || name === undefined) return undefined;
  if (receiver.args === 'alert') return ALERT_FACTS.get(name);
  if (receiver.args === 'calendar') return CATALOGUE.calendar.get(name);
  return receiver.args === 'household' ? CATALOGUE.household.get(name) : CATALOGUE.member.get(name);
}

function fact({ name, zh, arguments: wanted = [] }: Asked, node: ASTNode, words: ReadingWords): string {
  const given = node.op === 'rcall' ? node.args[2] : [];
  const said = wanted.map((one, place) => {
    const asked = given[place];
    return asked === undefined ? '' : argument(asked, one, words);
  });
  return phraseOf(name, zh)
    .replaceAll(/\{(\d)\}/g, (_, place: string) => said[Number(place)] ?? '')
    .replace('当月至当月', '当月')
    .replace('满 0 个月之后', '以来');
}

const JOINTS: Readonly<Record<string, string>> = { '&&': ',且', '||': ',或' };

function joined(node: ASTNode & { op: '&&' | '||' }, words: ReadingWords): string {
  const parts = (part: ASTNode): readonly ASTNode[] =>
    part.op === node.op ? (part.args as readonly ASTNode[]).flatMap(parts) : [part];
  return parts(node)
    .map((part) => (part.op === '&&' || part.op === '||' ? `(${readingOf(part, words)})` : readingOf(part, words)))
    .join(JOINTS[node.op]);
}

/** A condition within one; quotation marks inside are those of the second rank. */
const quoted = (said: string): string => `「${said.replaceAll('「', '『').replaceAll('」', '』')}」`;

/** `!…`: what is there is not; anything else is not fulfilled. */
function negated(node: ASTNode, words: ReadingWords): string {
  const said = readingOf(node, words);
  if (node.op === 'call' && node.args[0] === 'has') return said.replace(/已知$/, '未知');
  if (node.op === 'in') return said.replace('属于', '不属于');
  return factAt(node) !== undefined && said.includes('有') ? said.replace('有', '没有') : `不满足${quoted(said)}`;
}

function compared(node: ASTNode, [left, right]: readonly [ASTNode, ASTNode], words: ReadingWords): string {
  const asked = factAt(left);
  const code = right.op === 'value' && typeof right.args === 'string' ? right.args : null;
  if (asked !== undefined && code !== null) {
    const name = fact(asked, left, words);
    if (code === '') return node.op === '==' ? `没有${name}` : `有${name}`;
    return `${name}${OPERATORS[node.op]}${codeSaid(asked.name, code)}`;
  }
  const side = (part: ASTNode): string => {
    const said = readingOf(part, words);
    return part.op in OPERATORS && part.op !== node.op ? `(${said})` : said;
  };
  return `${side(left)} ${OPERATORS[node.op] ?? node.op} ${side(right)}`;
}

function membership([item, list]: readonly [ASTNode, ASTNode], words: ReadingWords): string {
  const asked = factAt(item);
  const codes =
    list.op === 'list' ? list.args.map((one) => literal((one as { args: unknown }).args)) : [serialize(list)];
  return `${readingOf(item, words)}属于${codes.map((code) => codeSaid(asked?.name ?? '', code)).join('、')}`;
}

/** Persons of a list, and what narrows it. */
function persons(list: ASTNode, words: ReadingWords): string {
  const range = personRangeOf(list);
  if (range === null) return serialize(list);
  const title = listSaid(range.list);
  return range.filter === null ? title : `符合${quoted(readingOf(range.filter.predicate, words))}的${title}`;
}

function method(node: ASTNode & { op: 'rcall' }, words: ReadingWords): string {
  const [name, receiver, args] = node.args;
  const [, inner] = args;
  if (inner !== undefined && name === 'exists')
    return `至少一名${persons(receiver, words)}符合${quoted(readingOf(inner, words))}`;
  if (inner !== undefined && name === 'all')
    return `每名${persons(receiver, words)}均符合${quoted(readingOf(inner, words))}`;
  if (inner !== undefined && name === 'map') return `${persons(receiver, words)}的${readingOf(inner, words)}`;
  if (name === 'size') return `${persons(receiver, words)}人数`;
  if (name === 'sum') return `${readingOf(receiver, words)}之和`;
  const condition = words.language.conditionNames.get(name);
  const asked = factAt(node);
  return condition ?? (asked === undefined ? serialize(node) : fact(asked, node, words));
}

function call(node: ASTNode & { op: 'call' }, words: ReadingWords): string {
  const [name, args] = node.args;
  const said = args.map((part) => readingOf(part, words));
  if (name === 'has') return `${said[0] ?? ''}已知`;
  if (name === 'yuan') return `${said[0] ?? ''} 元`;
  return `${said.join('与')}中${name === 'max' ? '较大者' : '较小者'}`;
}

/** The figures a part of a condition names itself, in order. */
export function figureIds(node: ASTNode, { parameters }: Language): readonly string[] {
  const named = [...nodesOf(node)].flatMap((part) =>
    part.op === 'id' && parameters.has(part.args) ? [part.args] : [],
  );
  return [...new Set(named)];
}

/** What a part of a condition says. */
export function readingOf(node: ASTNode, words: ReadingWords): string {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
      return figure(node.args, words);
    case '.': {
      const asked = factAt(node);
      return asked === undefined ? serialize(node) : fact(asked, node, words);
    }
    case '&&':
    case '||':
      return joined(node, words);
    case '!_':
      return negated(node.args, words);
    case '-_':
      return `负 ${readingOf(node.args, words)}`;
    case '?:': {
      const [test, yes, no] = node.args.map((part) => readingOf(part, words));
      return yes === '1' && no === '0' ? `(${test}计 1 项)` : `(若${test},为 ${yes},否则为 ${no})`;
    }
    case 'rcall':
      return method(node, words);
    case 'call':
      return call(node, words);
    case 'in':
      return membership(node.args, words);
    case 'list':
      return node.args.map((part) => readingOf(part, words)).join('、');
    default:
      return node.op in OPERATORS ? compared(node, node.args as [ASTNode, ASTNode], words) : serialize(node);
  }
}
