/** Evaluation: which households the rules find, where something changed or time made a difference. */
import { createHash } from 'node:crypto';
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { Database, Queryable, Transaction } from '../../platform/database/database.ts';
import type { FeedStates } from '../household/index.ts';
import { createRuleBook, type RuleBook } from './book/book.ts';
import { type JudgingRule, judgementOf, judgingOn } from './book/versions.ts';
import { columnsRead, findTurning, judgeTurning } from './calendar.store.ts';
import { calendarWord } from './calendar.ts';
import {
  countJudged,
  countResults,
  findState,
  type JudgedState,
  type RuleCount,
  removeRetired,
  saveState,
  takeMarks,
  writeResults,
} from './discovery.store.ts';
import { feedCheck, feedsAsOf } from './evaluation.ts';
import { Money } from './expression/money.ts';
import type { Pack } from './pack/pack.ts';
import { parameterValuesOn } from './pack/parameters.ts';
import type { Rule } from './rule.ts';
import { foundStatement, type Judgement } from './sql/rule-statement.ts';
import type { ParameterValue } from './sql/statement.ts';

export interface DiscoveryParts {
  readonly db: Database;
  /** The rules released beside it are read from the database at every evaluation. */
  readonly pack: Pack;
  /** How every feed stood on a day, as the hub knew it then. */
  readonly feedsOn: (day: Day, db: Queryable) => Promise<FeedStates>;
}

export interface EvaluationRequest {
  readonly day: Day;
  /** `marked`: what changed since, unless time or the rules ask for everybody. */
  readonly scope: 'marked' | 'all';
  /** Only the hub's own day is written; other days are judged and counted. */
  readonly write: boolean;
}

export interface Evaluation {
  readonly day: Day;
  readonly rules: readonly RuleCount[];
  /** What was judged in the end; `none`: nothing had changed. */
  readonly scope: 'marked' | 'all' | 'none';
}

export interface Discovery {
  evaluate(request: EvaluationRequest): Promise<Evaluation>;
}

/** Above this many marked households one pass over the facts is cheaper than looking each up. */
const LOOKUP_LIMIT = 5_000;

export function judgementOn(pack: Pack, day: Day, feeds: FeedStates): Judgement {
  return {
    day,
    isCurrent: feedCheck(feeds),
    asOf: (types) => feedsAsOf(feeds, types),
    language: pack.language,
    parameters: parameterValuesOn(pack.parameters, day),
    division: pack.division,
    reach: 'all',
  };
}

/** The texts that decide a result; evidence beside them only tells of it. */
function conditionsOf(pack: Pack, rules: readonly Rule[]): readonly string[] {
  return [
    ...[...pack.language.conditions.values()].map(({ source }) => source),
    ...rules.flatMap(({ expression, severities, members }) => [
      expression.source,
      members.condition.source,
      ...severities.flatMap(({ when }) => when?.source ?? []),
    ]),
  ];
}

function textsOf(values: ReadonlyMap<string, ParameterValue>): readonly (readonly [string, string])[] {
  return [...values].map(([id, value]) => [id, value instanceof Money ? value.toYuan() : String(value)]);
}

/** What results rest on beside the households' facts: the calendar, the rules' wording, parameters, current feeds. */
function fingerprint(pack: Pack, judgement: Judgement): string {
  const conditions = [...pack.language.conditions].map(([id, { source }]) => [id, source]);
  const judging = judgingOn(pack.rules, judgement.day);
  const versions = judging.flatMap((rule) => rule.versions);
  const rules = versions.map(({ rule: { id, version, expression, severities, members, items, own }, streets }) => [
    ...[id, version, expression.source, members.list, members.condition.source],
    severities.map(({ severity, when }) => [severity, when?.source]),
    items.map((item) => [item.label.zh, item.of, item.value.source, item.sources, item.unit]),
    [textsOf(own), streets],
  ]);
  const parameters = textsOf(judgement.parameters);
  const types = [...new Set(pack.rules.flatMap((rule) => rule.feeds))].sort() as RecordType[];
  const current = types.filter((type) => judgement.isCurrent([type]));
  const inForce = versions.map(({ rule }) => rule);
  const calendar = calendarWord(judgement.day, conditionsOf(pack, inForce));
  const inputs = JSON.stringify([calendar, pack.division, conditions, rules, parameters, current]);
  return createHash('sha256').update(inputs).digest('base64url');
}

type Reach = Evaluation['scope'] | 'turned';

/** `turned`: a later day of the same month, on which time turns results of some households. */
function reachOf(request: EvaluationRequest, marked: number, state: JudgedState | null, inputs: string): Reach {
  if (request.scope === 'all' || state?.inputs !== inputs || marked > LOOKUP_LIMIT) return 'all';
  if (state.judgedOn < request.day) return 'turned';
  return marked === 0 ? 'none' : 'marked';
}

/** Each rule judges what was marked and the households in which a date that it reads turns. */
async function judgeTurned(
  tx: Transaction,
  rules: readonly JudgingRule[],
  judgement: Judgement,
  from: Day,
): Promise<void> {
  const found = ({ versions }: JudgingRule, day: Day) =>
    versions.map((version) =>
      foundStatement(version.rule, judgementOf(version, { ...judgement, day, reach: 'marked' })),
    );
  const datesOf = (rule: JudgingRule, day: Day) => found(rule, day).flatMap(({ dates }) => dates);
  const columns = await findTurning(tx, { from, to: judgement.day }, (day) => [
    ...new Set(rules.flatMap((rule) => datesOf(rule, day))),
  ]);
  for (const rule of rules) {
    const read = new Set(found(rule, judgement.day).flatMap((statement) => columnsRead(statement, columns)));
    const judging = await judgeTurning(tx, [...read]);
    if (judging > 0) await writeResults(tx, rule, { ...judgement, reach: judging > LOOKUP_LIMIT ? 'all' : 'marked' });
  }
}

async function judgeAndWrite(
  { feedsOn }: DiscoveryParts,
  book: RuleBook,
  tx: Transaction,
  request: EvaluationRequest,
): Promise<Evaluation> {
  const { day } = request;
  const pack = await book.read(tx);
  await tx.lock(`wanjia:discovery:${pack.name}`);
  const judgement = judgementOn(pack, day, await feedsOn(day, tx));
  const inputs = fingerprint(pack, judgement);
  const state = await findState(tx, pack.name);
  const reach = reachOf(request, await takeMarks(tx), state, inputs);
  const rules = judgingOn(pack.rules, day);
  const ids = rules.map(({ id }) => id);
  if (reach === 'turned') await judgeTurned(tx, rules, judgement, state?.judgedOn ?? day);
  else if (reach !== 'none') for (const rule of rules) await writeResults(tx, rule, { ...judgement, reach });
  if (reach === 'all') {
    await removeRetired(tx, ids);
    await tx.execute('ANALYZE rule_result');
  }
  if (reach === 'all' || reach === 'turned') await saveState(tx, pack.name, { judgedOn: day, inputs });
  return { day, scope: reach === 'turned' ? 'marked' : reach, rules: await countResults(tx, ids) };
}

export function createDiscovery(parts: DiscoveryParts): Discovery {
  const { db, feedsOn } = parts;
  const book = createRuleBook(parts.pack);
  return {
    async evaluate(request) {
      if (request.write) return db.tx((tx) => judgeAndWrite(parts, book, tx, request));
      const { day } = request;
      const pack = await book.read(db);
      const judgement = judgementOn(pack, day, await feedsOn(day, db));
      const rules: RuleCount[] = [];
      for (const rule of judgingOn(pack.rules, day)) rules.push(await countJudged(db, rule, judgement));
      return { day, scope: 'all', rules };
    },
  };
}
