import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { WanjiaError } from '../../kernel/errors.ts';
import { NOTHING_HOLDS } from './circumstances.ts';
import { UNSTATED } from './policy-file.ts';
import { parsePolicy } from './policy-load.ts';

const TEXT = readFileSync('packs/shanghai/changning/access.yaml', 'utf8');
const FILE = 'access.yaml';

/** Line and column, counted from one. */
function placeOf(text: string, part: string): readonly [number, number] {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return [before.length, (before.at(-1) ?? '').length + 1];
}

function failure(text: string): WanjiaError {
  try {
    parsePolicy(text, FILE);
  } catch (error) {
    if (error instanceof WanjiaError) return error;
    throw error;
  }
  throw new Error('the policy was accepted');
}

describe('an access policy', () => {
  it('is read from the pack', () => {
    const policy = parsePolicy(TEXT, FILE);
    expect([...policy.personas.keys()]).toEqual([
      'adviser',
      'grid-worker',
      'district-officer',
      'rule-releaser',
      'health-insurance-desk',
      'education-desk',
      'human-resources-desk',
      'disability-desk',
      'housing-desk',
      'auditor',
      'administrator',
      'warehouse',
      'service-organisation',
      'civil-affairs-subgraph',
      'health-insurance-subgraph',
      'education-subgraph',
      'human-resources-subgraph',
      'disability-subgraph',
      'housing-subgraph',
    ]);
    expect(policy.purposes.has(UNSTATED)).toBe(false);
  });

  it.each([
    ['data class', 'mask: [identity]', 'mask: [identitty]', 'identitty', 'identity'],
    [
      'purpose',
      'purposes: [casework, discovery]\n    rows',
      'purposes: [casework, discovry]\n    rows',
      'discovry',
      'discovery',
    ],
    ['condition', 'when: open-alert', 'when: opn-alert', 'opn-alert', 'open-alert'],
    ['role', 'roles: [auditor]', 'roles: [auditer]', 'auditer', 'auditor'],
    [
      'organisation',
      'organisation: changning-audit',
      'organisation: changning-audits',
      'changning-audits',
      'changning-audit',
    ],
    [
      'consent kind',
      'consent: check-authorisation',
      'consent: check-authorization',
      'check-authorization',
      'check-authorisation',
    ],
    [
      'organisation',
      '  demo-service-organisation: { from',
      '  demo-servce-organisation: { from',
      'demo-servce-organisation',
      'demo-service-organisation',
    ],
  ])('names file, line, column and a suggestion for an unknown %s', (kind, from, to, word, nearest) => {
    const text = TEXT.replace(from, to);
    // Of a key the place is that of its value.
    const [line, column] = placeOf(
      text,
      text.includes(`${word}: {`) ? text.slice(text.indexOf(word) + word.length + 2) : word,
    );
    expect([failure(text).code, failure(text).params.detail]).toEqual([
      'POLICY_INVALID',
      `${FILE}:${line}:${column} there is no ${kind} '${word}'; did you mean '${nearest}'?`,
    ]);
  });

  it.each([
    ['feeds: all }', 'feeds: everything }', 'everything }', "'everything' is not one of all, own, none"],
    ['mask: [identity]', 'maks: [identity]', '[identity]', "'maks' is not a key here; did you mean 'mask'?"],
    ['mask: phone }', 'mask: fone }', 'fone', "did you mean 'phone'?"],
    [
      '    agency: health-insurance',
      '    agency: health-insurence',
      'health-insurence',
      "did you mean 'health-insurance'?",
    ],
  ])('names the place of what has the wrong form: %s → %s', (from, to, word, message) => {
    const text = TEXT.replace(from, to);
    const [line, column] = placeOf(text, word);
    expect(failure(text).params.detail).toContain(`${FILE}:${line}:${column} `);
    expect(failure(text).params.detail).toContain(message);
  });

  it('names every problem, also where it is no YAML, and a grant that holds two lists', () => {
    const text = TEXT.replace('when: open-alert', 'when: opn-alert').replace('roles: [auditor]', 'roles: [auditer]');
    expect(failure(text).params.count).toBe(2);
    expect(failure('classes: [').code).toBe('POLICY_INVALID');
    const two = TEXT.replace('        mask: [identity]\n', '        mask: [identity]\n        allow: [sex]\n');
    expect(failure(two).params.detail).toContain('exactly one of allow, mask, withhold');
  });

  it('is refused where a clear value would undo a mask beside it', () => {
    const text = TEXT.replace('allow: [resident-lookup, name, evidence, raw-row]', 'allow: [name, birth-date]');
    const [line] = placeOf(text, '    grants: &desk');
    expect(failure(text).params.detail).toMatch(
      new RegExp(`access.yaml:${line + 1}:.*birth-date beside masked resident-id`),
    );
  });

  it('is refused where a persona’s division is empty, which would match every row', () => {
    expect(failure(TEXT.replace("divisions: ['310105001']", "divisions: ['']")).code).toBe('POLICY_INVALID');
  });
});

describe('who may have and give a role', () => {
  const policy = parsePolicy(TEXT, FILE);

  it('SYS-02.07 SYS-28.02 names the bodies of the task table, each with its own line of work and divisions', () => {
    const kinds = new Set([...policy.organisations.values()].map(({ kind }) => kind));
    const table = `civil-affairs health health-insurance education housing human-resources emergency-management
      trade-union youth-league women-federation disability-federation subdistrict finance justice public-security
      taxation civility-office red-cross data-centre market-regulation`.split(/\s+/);
    expect(table.filter((kind) => !kinds.has(kind as never))).toEqual([]);
    expect(policy.organisations.get('subdistrict-310105001')?.divisions).toEqual(['310105001']);
    expect(policy.organisations.get('changning-education')?.divisions).toEqual(['310105']);
    expect([...policy.rolesFor('subdistrict')]).toEqual(['adviser', 'grid-worker']);
    expect([...policy.rolesFor('taxation')]).toEqual([]);
  });

  it('is refused where a persona has a role its organisation may not hold', () => {
    const text = TEXT.replace('changning-audit, roles: [auditor]', 'changning-audit, roles: [adviser]');
    expect(failure(text).params.detail).toContain('auditor may not hold adviser');
  });

  it('lets only those give roles whom the policy names', () => {
    expect(policy.rolesGivenBy(['administrator']).has('administrator')).toBe(true);
    expect([...policy.rolesGivenBy(['district-officer'])]).toEqual([]);
  });
});

describe('what the administration narrows', () => {
  const policy = parsePolicy(TEXT, FILE);
  const adult = { ...NOTHING_HOLDS, openAlert: true, emergency: true };

  it('withholds a suspended class in all circumstances, under a key of its own', () => {
    const open = policy.clear(['district-officer'], 'verification');
    const closed = policy.clear(['district-officer'], 'verification', { purposes: null, closedClasses: ['phone'] });
    expect(open.decide('phone', adult)).toEqual({ kind: 'allow' });
    expect(closed.decide('phone', adult)).toEqual({ kind: 'withhold', reason: 'SUSPENDED' });
    expect(closed.settled('phone')).toEqual({ kind: 'withhold', reason: 'SUSPENDED' });
    expect(closed.decide('name', adult)).toEqual({ kind: 'allow' });
    expect(closed.key).not.toBe(open.key);
    expect(policy.clear(['district-officer'], 'verification')).toBe(open);
  });

  it('refuses a purpose the caller was not given, though its role holds it', () => {
    const limits = { purposes: ['statistics'], closedClasses: [] };
    expect(() => policy.clear(['warehouse'], 'operations', limits)).toThrow(WanjiaError);
    expect(policy.clear(['warehouse'], 'statistics', limits).key).toContain('statistics');
  });
});

describe('grants together', () => {
  const policy = parsePolicy(
    TEXT.replace(
      '  auditor:\n    title: 审计\n    heldBy: [audit]\n    purposes: [audit]',
      '  auditor:\n    title: 审计\n    heldBy: [audit]\n    purposes: [audit, verification]',
    ).replace(
      '        allow: [disclosure, emergency-notice, access-policy, administration, message]\n',
      '        allow: [disclosure, emergency-notice, access-policy, administration, message]\n      - purposes: any\n        withhold: [phone]\n',
    ),
    FILE,
  );
  const adult = NOTHING_HOLDS;
  const kind = (roles: string[], dataClass: string): string =>
    policy.clear(roles, 'verification').decide(dataClass, adult).kind;

  it('an allow of one role outweighs the mask of another', () => {
    expect(kind(['education-desk'], 'resident-id')).toBe('mask');
    expect(kind(['education-desk', 'district-officer'], 'resident-id')).toBe('allow');
  });

  it('an explicit withhold outweighs every allow', () => {
    expect(kind(['district-officer'], 'phone')).toBe('allow');
    expect(kind(['district-officer', 'auditor'], 'phone')).toBe('withhold');
  });

  it('unknown roles open nothing', () => {
    expect(policy.clear(['nobody'], null).decide('structure', adult).kind).toBe('withhold');
    expect(policy.clear([], null).rows).toEqual({
      households: false,
      referrals: false,
      alerts: false,
      alertRules: [],
      feeds: 'none',
    });
  });
});
