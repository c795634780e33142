/** Evaluation: which households the rules find, where something changed or time made a difference. */
import { createHash } from 'node:crypto';
import type { RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';
import type { Database, Queryable, Transaction } from '../../platform/database/database.ts';
import type { FeedStates } from '../household/index.ts';
import { createRuleBook, type RuleBook } from './book/book.ts';
import { judgementOf, judgingOn } from './book/versions.ts';
import { addTurning } from './calendar.store.ts';
import { calendarWord, type DatedConditions } from './calendar.ts';
import {
  countJudged,
  countResults,
  findState,
  findVerdicts,
  type JudgedState,
  type JudgedVersion,
  putResults,
  type RuleCount,
  removeLost,
  saveState,
  takeMarks,
} from './discovery.store.ts';
import { countDrift, type Drift, type FullPass, findWords, keepPass, listDrift, listPasses } from './drift.store.ts';
import { feedCheck, feedsAsOf } from './evaluation.ts';
import { Money } from './expression/money.ts';
import type { Pack } from './pack/pack.ts';
import { parameterValuesOn } from './pack/parameters.ts';
import type { Judgement } from './sql/judgement.ts';
import type { AskedFact, ParameterValue } from './sql/statement.ts';
import { tellStatement } from './sql/tell-statement.ts';
import { verdictStatement } from './sql/verdict-statement.ts';

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
  /** How many each rule finds; counted for who asks, since that reads every result. */
  rules(): Promise<readonly RuleCount[]>;
  /** What was judged in the end; `none`: nothing had changed. */
  readonly scope: 'marked' | 'all' | 'none';
}

export interface Discovery {
  evaluate(request: EvaluationRequest): Promise<Evaluation>;
  /** Results that a judgement of everybody from scratch finds otherwise; writes nothing. */
  findDrift(day: Day): Promise<readonly Drift[]>;
  /** Judges what is marked, then everybody beside it; keeps how much differed, and puts it right. */
  recheck(day: Day, at: Date): Promise<FullPass>;
  /** The newest passes over everything first. */
  listPasses(first: number): Promise<readonly FullPass[]>;
}

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

/** The texts that decide a version's result, with its values; evidence beside them only tells of it. */
function datedConditions(pack: Pack, { rule, judgement }: JudgedVersion): DatedConditions {
  const { expression, severities, members } = rule;
  const own = [expression, members.condition, ...severities.flatMap(({ when }) => when ?? [])];
  const texts = [...pack.language.conditions.values(), ...own];
  return { sources: texts.map(({ source }) => source), parameters: judgement.parameters };
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
  const dated = versionsOn(pack, judgement).map((version) => datedConditions(pack, version));
  const calendar = calendarWord(judgement.day, dated);
  const inputs = JSON.stringify([calendar, pack.division, conditions, rules, parameters, current]);
  return createHash('sha256').update(inputs).digest('base64url');
}

type Reach = Evaluation['scope'] | 'turned';

/** `turned`: a later day of the same month, on which time turns results of some households. */
function reachOf(request: EvaluationRequest, marked: number, state: JudgedState | null, inputs: string): Reach {
  if (request.scope === 'all' || state?.inputs !== inputs) return 'all';
  if (state.judgedOn < request.day) return 'turned';
  return marked === 0 ? 'none' : 'marked';
}

/** Every version that judges on the judgement's day. */
function versionsOn(pack: Pack, judgement: Judgement): readonly JudgedVersion[] {
  return judgingOn(pack.rules, judgement.day)
    .flatMap(({ versions }) => versions)
    .map((version) => ({ rule: version.rule, judgement: judgementOf(version, judgement) }));
}

/** What the rules ask of stored rows on a day: to decide, and to tell of what they found. */
function askedOn(pack: Pack, judgement: Judgement): readonly AskedFact[] {
  const versions = versionsOn(pack, judgement);
  const told = versions.map((version, index) => tellStatement(version.rule, index + 1, version.judgement));
  return [verdictStatement(versions, judgement), ...told].flatMap(({ asked }) => asked);
}

/** Judges `judging`, or everybody, and writes what differs from what is held. */
async function writeVerdicts(tx: Transaction, versions: readonly JudgedVersion[], judgement: Judgement): Promise<void> {
  const places = await findVerdicts(tx, versions, judgement);
  await removeLost(tx, judgement.reach);
  for (const [index, version] of versions.entries())
    if (places.includes(index + 1)) await putResults(tx, version, index + 1);
  if (judgement.reach === 'all') await tx.execute('ANALYZE rule_result');
}

async function judgeAndWrite(
  { db, feedsOn }: DiscoveryParts,
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
  if (reach === 'turned')
    await addTurning(tx, { from: state?.judgedOn ?? day, to: day }, (on) => askedOn(pack, { ...judgement, day: on }));
  if (reach !== 'none')
    await writeVerdicts(tx, versionsOn(pack, judgement), { ...judgement, reach: reach === 'all' ? 'all' : 'marked' });
  if (reach === 'all' || reach === 'turned') await saveState(tx, pack.name, { judgedOn: day, inputs });
  const ids = judgingOn(pack.rules, day).map(({ id }) => id);
  return { day, scope: reach === 'turned' ? 'marked' : reach, rules: () => countResults(db, ids) };
}

async function recheckAll(
  parts: DiscoveryParts,
  book: RuleBook,
  tx: Transaction,
  { day, at }: { readonly day: Day; readonly at: Date },
): Promise<FullPass> {
  await judgeAndWrite(parts, book, tx, { day, scope: 'marked', write: true });
  const pack = await book.read(tx);
  const judgement = judgementOn(pack, day, await parts.feedsOn(day, tx));
  const versions = versionsOn(pack, judgement);
  const places = await findWords(tx, versions, judgement);
  const drift = await countDrift(tx);
  const drifted = new Set(drift.map(({ ruleId }) => ruleId));
  if (drift.length > 0) await removeLost(tx, 'all');
  for (const place of places) {
    const version = versions[place - 1];
    if (version !== undefined && drifted.has(version.rule.id)) await putResults(tx, version, place);
  }
  return keepPass(tx, { day, at, rules: judgingOn(pack.rules, day).length }, drift);
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
      const rules = await countJudged(db, versionsOn(pack, judgement), judgement);
      return { day, scope: 'all', rules: async () => rules };
    },
    findDrift: (day) =>
      db.tx(async (tx) => {
        const pack = await book.read(tx);
        const judgement = judgementOn(pack, day, await feedsOn(day, tx));
        await findWords(tx, versionsOn(pack, judgement), judgement);
        return listDrift(tx);
      }),
    recheck: (day, at) => db.tx((tx) => recheckAll(parts, book, tx, { day, at })),
    listPasses: (first) => listPasses(db, first),
  };
}
