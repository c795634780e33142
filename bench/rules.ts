/**
 * What rules cost: all of them over everybody, beside the same rules in process and beside json-rules-engine on six of
 * them; a draft tried on everybody; and the way of one changed record to its alert. Districts of several sizes take
 * turns. To reach: everybody within 3 s per 100,000 people and no more per person in a larger district, 20 times as fast
 * as json-rules-engine, a trial within 2 s, p99 of a change under 1 s and at most 1.3 times that of the smallest district.
 */
import type { Hub } from '../src/app/hub.ts';
import type { Day } from '../src/kernel/day.ts';
import {
  evaluateRule,
  feedCheck,
  type Judgement,
  parameterValuesOn,
  verdictStatement,
} from '../src/modules/discovery/index.ts';
import type { ProfileOnDay } from '../src/modules/household/index.ts';
import { readFeedStandings, readHubDays } from '../src/modules/ingestion/index.ts';
import { type BenchmarkOptions, type Figures, median } from './benchmark.ts';
import { withDistricts } from './district.ts';
import { measureChanges } from './latency.ts';
import { COMPARED, createPeer, type PeerFigures } from './rules-engine.ts';

const SIZES = [10_000, 50_000];
const ROUNDS = 5;
/** Changes of a round, after one that warms up. */
const CHANGES = 200;
/** Households that are judged in process and by json-rules-engine; their time is that of all households by their number. */
const SAMPLED = 4_000;
const EVERYWHERE = { prefixes: ['310105'] };

type Measured = Record<'all' | 'written' | 'compared' | 'inProcess' | 'peer' | 'trial' | 'p50' | 'p99', number[]>;

/** A district with what is read of it once. */
interface Subject {
  readonly hub: Hub;
  /** Of its newest delivery. */
  readonly day: Day;
  readonly people: number;
  readonly households: number;
  readonly sample: readonly ProfileOnDay[];
  readonly peer: () => Promise<PeerFigures>;
  readonly measured: Measured;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function subjectOf(hub: Hub): Promise<Subject> {
  const [size] = await hub.db.query<{ people: number; households: number }>(
    `select count(*)::int as people, count(distinct household_id)::int as households from member_fact where valid_to = 'infinity'`,
  );
  const ids = await hub.db.query<{ id: number }>(
    `select household_id as id from household_fact where valid_to = 'infinity' order by md5(household_id::text) limit $1`,
    [SAMPLED],
  );
  const profiles = await hub.households.findMany(
    ids.map(({ id }) => id),
    null,
    EVERYWHERE,
  );
  const sample = [...profiles.values()];
  const measured = { all: [], written: [], compared: [], inProcess: [], peer: [], trial: [], p50: [], p99: [] };
  const days = await readHubDays(hub.db);
  if (days === null) throw new Error('nothing was delivered');
  return { hub, day: days.today, people: 0, households: 0, ...size, sample, peer: createPeer(sample), measured };
}

/** The compared rules alone, over everybody: which households they find. */
async function judgeCompared({ hub, day }: Subject): Promise<readonly { id: number; rule: string }[]> {
  const feeds = await readFeedStandings(hub.db, day);
  const judgement: Judgement = {
    ...{ day, language: hub.pack.language, division: hub.pack.division, reach: 'all' },
    parameters: parameterValuesOn(hub.pack.parameters, day),
    isCurrent: feedCheck(feeds),
    asOf: () => null,
  };
  const judged = COMPARED.flatMap((id) => hub.pack.rules.find((rule) => rule.id === id) ?? []).map((rule) => ({
    rule,
    judgement,
  }));
  const { text, values } = verdictStatement(judged, judgement);
  const ids = `$${values.length + 1}::text[]`;
  return hub.db.query(`select household_id as id, (${ids})[place] as rule from (${text}) v where result`, [
    ...values,
    COMPARED,
  ]);
}

/** The same people are found, or the comparison compares nothing. */
function proveSame(hits: readonly { id: number; rule: string }[], { sample }: Subject, { found }: PeerFigures): void {
  const sampled = new Set(sample.map(({ id }) => id));
  for (const [rule, count] of found) {
    const ours = hits.filter((hit) => hit.rule === rule && sampled.has(hit.id)).length;
    if (ours !== count) throw new Error(`${rule}: ${ours} households here, ${count} by json-rules-engine`);
  }
}

function judgeInProcess({ hub, day, sample }: Subject): void {
  const parameters = parameterValuesOn(hub.pack.parameters, day);
  for (const { document, feeds } of sample)
    for (const rule of hub.pack.rules) evaluateRule(rule, { document, day, feeds, clues: [] }, parameters);
}

async function measureRound(subject: Subject, round: number): Promise<void> {
  const { hub, day, measured, households, sample } = subject;
  const scaled = (seconds: number): number => (seconds * households) / sample.length;
  let hits: readonly { id: number; rule: string }[] = [];
  measured.all.push(await timed(() => hub.discovery.evaluate({ day, scope: 'all', write: false })));
  measured.written.push(await timed(() => hub.discovery.evaluate({ day, scope: 'all', write: true })));
  measured.compared.push(
    await timed(async () => {
      hits = await judgeCompared(subject);
    }),
  );
  const peer = await subject.peer();
  if (round === 0) proveSame(hits, subject, peer);
  measured.peer.push(scaled(peer.seconds));
  measured.inProcess.push(scaled(await timed(async () => judgeInProcess(subject))));
  const draft = { id: 'R20', parameters: [{ name: 'RIGID_RATIO', value: '0.25' }] };
  measured.trial.push(await timed(() => hub.trials.tryRule(draft, day, EVERYWHERE)));
}

async function measureLatency({ hub, day, measured }: Subject, round: number): Promise<void> {
  const times = [...(await measureChanges(hub, { changes: CHANGES, day, round }))].sort((a, b) => a - b);
  if (round === 0) return;
  measured.p50.push(times[Math.floor(times.length * 0.5)] ?? 0);
  measured.p99.push(times[Math.floor(times.length * 0.99)] ?? 0);
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
const spread = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`;

function rowOf({ people, measured }: Subject, smallest: Subject): Figures[string] {
  const all = median(measured.all);
  return {
    'all rules s': rounded(all, 2),
    spread: spread(measured.all),
    'µs per person': rounded((all * 1e6) / people, 1),
    'with writing s': rounded(median(measured.written), 2),
    'in process, times as long': rounded(median(measured.inProcess) / all, 1),
    'six rules s': rounded(median(measured.compared), 2),
    'json-rules-engine, times as long': rounded(median(measured.peer) / median(measured.compared), 1),
    'trial s': rounded(median(measured.trial), 2),
    'change to alert, median ms': Math.round(median(measured.p50)),
    'p99 ms': Math.round(median(measured.p99)),
    'p99, times the smallest': rounded(median(measured.p99) / median(smallest.measured.p99), 2),
  };
}

/** Rounds in which the districts take turns. */
export function benchRules({ people: sizes = SIZES }: BenchmarkOptions): Promise<Figures> {
  return withDistricts(sizes, async (hubs) => {
    const subjects: Subject[] = [];
    for (const hub of hubs) subjects.push(await subjectOf(hub));
    for (let round = 0; round < ROUNDS; round += 1) {
      process.stderr.write(`rules: round ${round + 1} of ${ROUNDS} …\n`);
      for (const subject of subjects) await measureRound(subject, round);
    }
    for (let round = 0; round <= ROUNDS; round += 1) {
      process.stderr.write(`changes: round ${round} of ${ROUNDS} …\n`);
      for (const subject of subjects) await measureLatency(subject, round);
    }
    const [smallest] = subjects;
    if (smallest === undefined) return {};
    return Object.fromEntries(
      subjects.map((subject) => [`${subject.people.toLocaleString('en')} people`, rowOf(subject, smallest)]),
    );
  });
}
