/** How grants become decisions. An explicit `withhold` wins, then `allow`, then `mask`; nothing said is withheld. */
import {
  CIRCUMSTANCES,
  type Circumstances,
  type Clearance,
  type ClearedRows,
  type Decision,
  type FeedRows,
  type Reason,
} from './clearance.ts';
import type { LookupLimits } from './lookup-quota.ts';
import { type Condition, type Grant, OWN_SECTION, type PolicyFile, UNSTATED } from './policy-file.ts';

type Verb = 'allow' | 'mask' | 'withhold';

/** A grant whose words are resolved to classes. */
interface PlainGrant {
  readonly verb: Verb;
  readonly classes: ReadonlySet<string>;
  readonly when: Grant['when'];
  readonly children: boolean;
}

function verbOf(grant: Grant): Verb {
  if (grant.withhold !== undefined) return 'withhold';
  return grant.allow === undefined ? 'mask' : 'allow';
}

/** Replaces groups by the classes they hold. */
export function expandWords(policy: PolicyFile, words: readonly string[], agency?: string): string[] {
  return words.flatMap((word) => {
    if (word === OWN_SECTION)
      return Object.entries(policy.classes).flatMap(([name, entry]) =>
        agency !== undefined && entry.agency === agency ? [name] : [],
      );
    const group = policy.groups[word];
    return group === undefined ? [word] : expandWords(policy, group, agency);
  });
}

function grantsFor(policy: PolicyFile, roles: readonly string[], purpose: string): PlainGrant[] {
  return roles.flatMap((name) => {
    const role = policy.roles[name];
    return (role?.grants ?? [])
      .filter((grant) => grant.purposes === 'any' || grant.purposes.includes(purpose))
      .map((grant) => ({
        verb: verbOf(grant),
        classes: new Set(expandWords(policy, grant[verbOf(grant)] ?? [], role?.agency)),
        when: grant.when,
        children: grant.children,
      }));
  });
}

/** What each condition asks of the circumstances. */
const HOLDS: Readonly<Record<Condition, (given: Circumstances) => boolean>> = {
  'open-alert': ({ openAlert }) => openAlert,
  emergency: ({ emergency }) => emergency,
};

interface Subject {
  readonly policy: PolicyFile;
  readonly grants: readonly PlainGrant[];
  readonly protectedClasses: ReadonlySet<string>;
}

/** The strongest verb that holds; an `allow` that does not cover children masks a child's protected class. */
function verbFor({ policy, grants, protectedClasses }: Subject, name: string, given: Circumstances): Verb {
  const applicable = grants.filter(
    ({ classes, when }) => classes.has(name) && (when === undefined || HOLDS[when](given)),
  );
  const sheltered = given.child && protectedClasses.has(name);
  const verbs = new Set(
    applicable.map((grant): Verb => (grant.verb === 'allow' && sheltered && !grant.children ? 'mask' : grant.verb)),
  );
  if (verbs.has('withhold') || verbs.size === 0) return 'withhold';
  if (verbs.has('allow')) return 'allow';
  return policy.classes[name]?.mask === undefined ? 'withhold' : 'mask';
}

const RANK: Readonly<Record<Verb, number>> = { withhold: 0, mask: 1, allow: 2 };

function reasonFor(subject: Subject, name: string, given: Circumstances, purpose: string): Reason {
  const rank = RANK[verbFor(subject, name, given)];
  const better = (other: Circumstances): boolean => RANK[verbFor(subject, name, other)] > rank;
  if (given.child && better({ ...given, child: false })) return 'CHILD_UNDER_14';
  if (!given.openAlert && better({ ...given, openAlert: true })) return 'NO_OPEN_ALERT';
  return purpose === UNSTATED ? 'PURPOSE_NOT_STATED' : 'NOT_GRANTED';
}

function decisionFor(subject: Subject, name: string, given: Circumstances, purpose: string): Decision {
  const verb = verbFor(subject, name, given);
  if (verb === 'allow') return { kind: 'allow' };
  const reason = reasonFor(subject, name, given, purpose);
  const mask = subject.policy.classes[name]?.mask;
  return verb === 'mask' && mask !== undefined ? { kind: 'mask', mask, reason } : { kind: 'withhold', reason };
}

const same = (a: Decision, b: Decision): boolean => a.kind === b.kind && (a.kind === 'allow' || b.kind !== 'allow');

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

const at = (given: Circumstances): number =>
  (given.openAlert ? 4 : 0) + (given.emergency ? 2 : 0) + (given.child ? 1 : 0);
const NOTHING: Decision = { kind: 'withhold', reason: 'NOT_GRANTED' };

/** Compiles the decisions of a set of roles for one purpose. */
export function compileClearance(policy: PolicyFile, roles: readonly string[], purpose: string): Clearance {
  const grants = grantsFor(policy, roles, purpose);
  const protectedClasses = new Set(expandWords(policy, policy.children.classes));
  const subject: Subject = { policy, grants, protectedClasses };
  const table = new Map(
    Object.keys(policy.classes).map((name) => [
      name,
      CIRCUMSTANCES.map((given) => decisionFor(subject, name, given, purpose)),
    ]),
  );
  const sections = new Map(Object.entries(policy.classes).map(([name, entry]) => [entry.agency, name]));
  return {
    key: `${policy.version} ${[...roles].sort().join('+')} ${purpose}`,
    rows: combineRows(policy, roles),
    lookups: combineLookups(policy, roles),
    childrenUnder: policy.children.under,
    asksForAlerts: grants.some((grant) => grant.when === 'open-alert'),
    decide: (name, given) => table.get(name)?.[at(given)] ?? NOTHING,
    asksForEmergency: grants.some((grant) => grant.when === 'emergency'),
    emergencyMinutes: policy.emergency.minutes,
    settled: (name) => {
      const [first, ...others] = table.get(name) ?? [NOTHING];
      return first !== undefined && others.every((other) => same(first, other)) ? first : null;
    },
    isPersonal: (name) => policy.classes[name]?.level !== 'L1',
    sectionOf: (agency) => sections.get(agency) ?? null,
  };
}
