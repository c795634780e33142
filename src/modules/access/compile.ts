/** How grants become decisions: by the rules of verdict.ts, kept per class and set of factors that hold. */
import { type Circumstances, type ConsentWord, type Factor, subsetsOf, testOf } from './circumstances.ts';
import type { Clearance, ClearedRows, Decision, FeedRows, Question } from './clearance.ts';
import { type Asked, actingRoles, expandWords, grantsFor } from './grants.ts';
import type { LookupLimits } from './lookup-ledger.store.ts';
import { type PolicyFile, UNSTATED } from './policy-file.ts';
import { reasonFor } from './reason.ts';
import { factorsIn, verdictOf, type Weighed } from './verdict.ts';

/** What is known of the caller itself, beside its roles. */
export interface CallerStanding {
  /** The contract of its organisation runs. */
  readonly contract?: boolean;
}

function combineFeeds(policy: PolicyFile, roles: readonly string[]): FeedRows {
  const agencies = roles.flatMap((name) => {
    const role = policy.roles[name];
    return role?.rows.feeds === 'own' && role.agency !== undefined ? [role.agency] : [];
  });
  if (roles.some((name) => policy.roles[name]?.rows.feeds === 'all')) return 'all';
  return agencies.length === 0 ? 'none' : agencies;
}

function combineRows(policy: PolicyFile, roles: readonly string[]): ClearedRows {
  const rows = roles.flatMap((name) => policy.roles[name]?.rows ?? []);
  const alerts = rows.filter((row) => row.alerts === 'divisions');
  const everyRule = alerts.some((row) => row.alertRules === undefined);
  return {
    households: rows.some((row) => row.households === 'divisions'),
    referrals: rows.some((row) => row.households === 'referrals'),
    alerts: alerts.length > 0,
    alertRules: everyRule ? null : [...new Set(alerts.flatMap((row) => row.alertRules ?? []))],
    feeds: combineFeeds(policy, roles),
  };
}

/** The most generous of the roles. */
function combineLookups(policy: PolicyFile, roles: readonly string[]): LookupLimits {
  const each = roles.map((name) => policy.roles[name]?.lookups ?? policy.lookups);
  return {
    perHour: Math.max(0, ...each.map(({ perHour }) => perHour)),
    missesPerHour: Math.max(0, ...each.map(({ missesPerHour }) => missesPerHour)),
  };
}

/** The decisions on one class. */
interface Entry {
  readonly factors: readonly Factor[];
  readonly settled: Decision | null;
  decide(given: Circumstances): Decision;
}

const NOTHING: Entry = {
  factors: [],
  settled: { kind: 'withhold', reason: 'NOT_GRANTED' },
  decide: () => ({ kind: 'withhold', reason: 'NOT_GRANTED' }),
};

interface Compiled {
  readonly policy: PolicyFile;
  readonly weighed: Weighed;
  readonly factors: readonly Factor[];
  readonly ofCaller: readonly Asked[];
  readonly stated: boolean;
}

function decisionFor({ policy, weighed, ofCaller, stated }: Compiled, held: ReadonlySet<Factor>): Decision {
  const holding = new Set<Asked>([...ofCaller, ...held]);
  const verb = verdictOf(weighed, holding);
  if (verb === 'allow') return { kind: 'allow' };
  const why = reasonFor({ weighed, held: holding, stated, ownAuthorisation: policy.obligors.consent });
  const mask = policy.classes[weighed.name]?.mask;
  return verb === 'mask' && mask !== undefined ? { kind: 'mask', mask, ...why } : { kind: 'withhold', ...why };
}

/** One decision per set of factors, found by the circumstances' tests, a bit each. */
function entryOf(compiled: Compiled): Entry {
  const { policy, weighed, factors } = compiled;
  const sets = subsetsOf(factors);
  const decisions = sets.map((held) => decisionFor(compiled, held));
  const tests = factors.map((factor) => testOf(factor, weighed.name, policy.obligors.consent));
  const shownByPerson = policy.classes[weighed.name]?.agency !== undefined;
  const ofOthers = decisions.filter((_decision, place) => {
    const held = sets[place];
    return held?.has('obligor') !== true && !(shownByPerson && held?.has('child') === true);
  });
  const [first = NOTHING.settled] = ofOthers;
  return {
    factors,
    settled: ofOthers.every(({ kind }) => kind === first?.kind) ? first : null,
    decide(given) {
      let bits = 0;
      for (let place = 0; place < tests.length; place += 1) if (tests[place]?.(given)) bits += 2 ** place;
      return decisions[bits] ?? NOTHING.decide(given);
    },
  };
}

/** Factors that change nothing of what is shown are left out. */
function factorsThatMatter(compiled: Compiled): Factor[] {
  return compiled.factors.filter((factor) => {
    const others = compiled.factors.filter((other) => other !== factor);
    return subsetsOf(others).some((held) => {
      const [before, after] = [held, new Set([...held, factor])].map((set) => decisionFor(compiled, set));
      return before?.kind !== after?.kind;
    });
  });
}

function entriesOf(policy: PolicyFile, roles: readonly string[], purpose: string, standing: CallerStanding) {
  const grants = grantsFor(policy, roles, purpose);
  const [ofChildren, ofObligors, rowBound] = [policy.children.classes, policy.obligors.classes, policy.rowBound].map(
    (words) => new Set(expandWords(policy, words)),
  );
  const reaches = [...new Set(roles.map((name) => policy.roles[name]?.rows.households ?? 'none'))].filter(
    (reach) => reach !== 'none',
  );
  return new Map(
    Object.entries(policy.classes).map(([name, { mask }]) => {
      const weighed: Weighed = {
        name,
        grants: grants.filter(({ classes }) => classes.has(name)),
        hasMask: mask !== undefined,
        ofChildren: ofChildren?.has(name) === true,
        reaches: rowBound?.has(name) === true ? reaches : [],
      };
      const factors = factorsIn(weighed, ofObligors?.has(name) === true);
      const ofCaller: Asked[] = standing.contract === true ? ['contract'] : [];
      const compiled = { policy, weighed, factors, ofCaller, stated: purpose !== UNSTATED };
      return [name, entryOf({ ...compiled, factors: factorsThatMatter(compiled) })];
    }),
  );
}

function questionsOf(entries: Iterable<Entry>): Set<Question> {
  const asked = new Set([...entries].flatMap(({ factors }) => factors));
  return new Set(
    [...asked].flatMap((factor): Question[] => {
      if (factor === 'child') return [];
      return [factor.startsWith('consent:') ? 'consent' : (factor as Exclude<typeof factor, ConsentWord>)];
    }),
  );
}

/** Compiles the decisions of a set of roles for one purpose. */
export function compileClearance(
  policy: PolicyFile,
  roles: readonly string[],
  purpose: string,
  standing: CallerStanding,
): Clearance {
  const acting = actingRoles(policy, roles, purpose);
  const entries = entriesOf(policy, acting, purpose, standing);
  const sections = new Map(Object.entries(policy.classes).map(([name, entry]) => [entry.agency, name]));
  const entry = (name: string): Entry => entries.get(name) ?? NOTHING;
  return {
    key: `${policy.version} ${[...roles].sort().join('+')} ${purpose}${standing.contract === true ? ' contract' : ''}`,
    rows: combineRows(policy, acting),
    lookups: combineLookups(policy, acting),
    childrenUnder: policy.children.under,
    asks: questionsOf(entries.values()),
    decide: (name, given) => entry(name).decide(given),
    emergencyMinutes: policy.emergency.minutes,
    settled: (name) => entry(name).settled,
    factorsOf: (name) => entry(name).factors,
    isPersonal: (name) => policy.classes[name]?.level !== 'L1',
    sectionOf: (agency) => sections.get(agency) ?? null,
  };
}
