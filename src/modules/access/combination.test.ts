import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { circumstancesWith, type Factor, subsetsOf } from './circumstances.ts';
import type { Clearance } from './clearance.ts';
import type { AccessPolicy } from './policy.ts';
import { parsePolicy } from './policy-load.ts';

const FILE = 'access.yaml';
const WHOLE = parse(readFileSync('packs/shanghai/changning/access.yaml', 'utf8')) as Record<string, unknown>;
const rows = (households: string) => ({ households, alerts: 'none', feeds: 'none' });

interface RoleDraft {
  readonly purposes?: readonly string[];
  readonly households?: string;
  readonly grants: readonly object[];
}

/** The words of the policy in force, with roles of the test's own. */
function policyOf(roles: Readonly<Record<string, RoleDraft>>, neverTogether: readonly object[] = []): AccessPolicy {
  const drafted = Object.entries(roles).map(([name, { purposes = ['casework'], households = 'divisions', grants }]) => [
    name,
    { title: name, purposes, rows: rows(households), grants },
  ]);
  return parsePolicy(stringify({ ...WHOLE, neverTogether, personas: {}, roles: Object.fromEntries(drafted) }), FILE);
}

function decide(
  policy: AccessPolicy,
  dataClass: string,
  { roles, held = [], contract = false }: { roles: string[]; held?: Factor[]; contract?: boolean },
) {
  return policy.clear(roles, 'casework', { contract }).decide(dataClass, circumstancesWith(new Set(held), [dataClass]));
}

describe('grants with conditions', () => {
  const policy = policyOf({
    a: {
      grants: [
        { purposes: 'any', mask: ['name', 'phone'] },
        { purposes: ['casework'], when: 'second-person', allow: ['name'] },
        { purposes: ['casework'], when: ['contract', { consent: 'service' }], allow: ['phone'] },
        { purposes: ['casework'], when: 'contract', allow: ['income'] },
        { purposes: ['casework'], when: 'emergency', withhold: ['address'] },
        { purposes: ['casework'], allow: ['address'] },
      ],
    },
  });

  it('count only while the condition holds, and say what is needed', () => {
    expect(decide(policy, 'name', { roles: ['a'] })).toEqual({
      kind: 'mask',
      mask: 'name',
      reason: 'NOT_CONFIRMED',
      needed: ['second-person'],
    });
    expect(decide(policy, 'name', { roles: ['a'], held: ['second-person'] }).kind).toBe('allow');
  });

  it('need all of several conditions, and name those that are missing', () => {
    expect(decide(policy, 'phone', { roles: ['a'] })).toMatchObject({
      reason: 'NO_CONSENT',
      needed: ['contract + consent:service'],
    });
    expect(decide(policy, 'phone', { roles: ['a'], contract: true })).toMatchObject({
      reason: 'NO_CONSENT',
      needed: ['consent:service'],
    });
    expect(decide(policy, 'income', { roles: ['a'] })).toMatchObject({ reason: 'NO_CONTRACT', needed: ['contract'] });
    expect(decide(policy, 'phone', { roles: ['a'], contract: true, held: ['consent:service'] }).kind).toBe('allow');
  });

  it('withhold over every allow, while they hold', () => {
    expect(decide(policy, 'address', { roles: ['a'] }).kind).toBe('allow');
    expect(decide(policy, 'address', { roles: ['a'], held: ['emergency'] }).kind).toBe('withhold');
  });

  it('a consent of one class opens no other', () => {
    const given = circumstancesWith(new Set<Factor>(['consent:service']), ['name']);
    expect(policy.clear(['a'], 'casework', { contract: true }).decide('phone', given).kind).toBe('mask');
  });
});

describe('roles together', () => {
  it('a role acts only for the purposes it holds', () => {
    const policy = policyOf({
      worker: { grants: [{ purposes: ['casework'], mask: ['name'] }] },
      counter: { purposes: ['statistics'], grants: [{ purposes: 'any', allow: ['name'] }] },
    });
    expect(decide(policy, 'name', { roles: ['worker', 'counter'] }).kind).toBe('mask');
    expect(
      policy.clear(['counter', 'worker'], 'statistics').decide('name', circumstancesWith(new Set(), [])).kind,
    ).toBe('allow');
  });

  it.each(['none', 'divisions'])('what a role of other rows (%s) grants opens no row of this one', (households) => {
    const policy = policyOf({
      worker: { grants: [{ purposes: 'any', mask: ['name'] }] },
      other: { households, grants: [{ purposes: 'any', allow: ['name', 'disclosure'] }] },
    });
    expect(decide(policy, 'name', { roles: ['worker', 'other'] }).kind).toBe(households === 'none' ? 'mask' : 'allow');
    expect(decide(policy, 'disclosure', { roles: ['worker', 'other'] }).kind).toBe('allow');
  });

  it('a withhold of a role without rows holds for the rows of the others', () => {
    const policy = policyOf({
      worker: { grants: [{ purposes: 'any', allow: ['name'] }] },
      closed: { households: 'none', grants: [{ purposes: 'any', withhold: ['name'] }] },
    });
    expect(decide(policy, 'name', { roles: ['worker', 'closed'] }).kind).toBe('withhold');
  });
});

describe('the roles of the pack, two by two', () => {
  const policy = parsePolicy(stringify(WHOLE), FILE);
  const RANK = { withhold: 0, mask: 1, allow: 2 };
  const roles = [...policy.roles];

  it.each(roles)('%s and any other are never shown more than one of the two', (one) => {
    const more: string[] = [];
    for (const other of roles.slice(roles.indexOf(one) + 1))
      for (const purpose of policy.purposesOf([one, other])) {
        const both = policy.clear([one, other], purpose, { contract: true });
        const alone = [one, other]
          .filter((role) => policy.purposesOf([role]).has(purpose))
          .map((role) => policy.clear([role], purpose, { contract: true }));
        for (const dataClass of policy.classes)
          for (const held of subsetsOf([...new Set([both, ...alone].flatMap((one) => one.factorsOf(dataClass)))])) {
            const given = circumstancesWith(held, [dataClass]);
            const rank = (clearance: Clearance) => RANK[clearance.decide(dataClass, given).kind];
            if (rank(both) > Math.max(...alone.map(rank)))
              more.push(`${other} for ${purpose}: ${dataClass} where ${[...held].join(', ')}`);
          }
      }
    expect(more).toEqual([]);
  });
});

describe('values that would undo a mask beside them', () => {
  const whole = (grants: Readonly<Record<string, RoleDraft>>) =>
    policyOf(grants, [{ clear: 'birth-date', masked: 'resident-id' }]);

  it('are withheld where one role shows the one and another masks the other', () => {
    const policy = whole({
      a: { grants: [{ purposes: 'any', allow: ['birth-date', 'name'] }] },
      b: { grants: [{ purposes: 'any', mask: ['resident-id'] }] },
    });
    const kinds = (roles: string[]) =>
      ['birth-date', 'resident-id', 'name'].map((dataClass) => decide(policy, dataClass, { roles }).kind);
    expect(kinds(['a'])).toEqual(['allow', 'withhold', 'allow']);
    expect(kinds(['a', 'b'])).toEqual(['withhold', 'mask', 'allow']);
    expect(policy.clear(['a', 'b'], 'casework').settled('birth-date')).toEqual({
      kind: 'withhold',
      reason: 'UNDOES_A_MASK',
    });
  });

  it('are shown where a condition shows both', () => {
    const policy = whole({
      a: { grants: [{ purposes: 'any', children: true, allow: ['birth-date'] }] },
      b: {
        grants: [
          { purposes: 'any', mask: ['resident-id'] },
          { purposes: 'any', when: 'open-alert', children: true, allow: ['resident-id'] },
        ],
      },
    });
    const birthDate = (held: Factor[]) => decide(policy, 'birth-date', { roles: ['a', 'b'], held }).kind;
    expect(birthDate([])).toBe('withhold');
    expect(birthDate(['open-alert'])).toBe('allow');
    expect(policy.clear(['a', 'b'], 'casework').settled('birth-date')).toBeNull();
  });

  it('are withheld where a consent is to the one and not to the other', () => {
    const policy = whole({
      a: { grants: [{ purposes: 'any', when: { consent: 'service' }, children: true, allow: ['birth-date'] }] },
      b: {
        grants: [
          { purposes: 'any', mask: ['resident-id'] },
          { purposes: 'any', when: { consent: 'service' }, children: true, allow: ['resident-id'] },
        ],
      },
    });
    const clearance = policy.clear(['a', 'b'], 'casework');
    const given = circumstancesWith(new Set<Factor>(['consent:service']), ['birth-date']);
    expect(clearance.decide('birth-date', given).kind).toBe('withhold');
    const both = circumstancesWith(new Set<Factor>(['consent:service']), ['birth-date', 'resident-id']);
    expect(clearance.decide('birth-date', both).kind).toBe('allow');
  });
});

describe('persons who live apart', () => {
  const policy = policyOf({ a: { grants: [{ purposes: 'any', allow: ['phone', 'health-insurance', 'name'] }] } });

  it('are masked or withheld without an authorisation of their own, which is named', () => {
    const why = { reason: 'NO_OWN_AUTHORISATION', needed: ['consent:check-authorisation'] };
    expect(decide(policy, 'phone', { roles: ['a'], held: ['obligor'] })).toMatchObject({ kind: 'mask', ...why });
    expect(decide(policy, 'health-insurance', { roles: ['a'], held: ['obligor'] })).toEqual({
      kind: 'withhold',
      ...why,
    });
    expect(decide(policy, 'name', { roles: ['a'], held: ['obligor'] }).kind).toBe('allow');
  });

  it('are open with one, class by class', () => {
    const clearance = policy.clear(['a'], 'casework');
    const given = {
      ...circumstancesWith(new Set<Factor>(['consent:check-authorisation']), ['health-insurance']),
      obligor: true,
    };
    expect(clearance.decide('health-insurance', given).kind).toBe('allow');
    expect(clearance.decide('phone', given).kind).toBe('mask');
  });

  it('do not unsettle the class for everybody else', () => {
    expect(policy.clear(['a'], 'casework').settled('health-insurance')).toEqual({ kind: 'allow' });
    expect(policy.clear(['a'], 'casework').factorsOf('health-insurance')).toEqual(['child', 'obligor']);
  });
});
