import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessTable, diffAccess } from '../../schema/permissions/access-table.ts';
import { type AccessPolicy, parsePolicy } from '../../src/modules/access/index.ts';
import { policy, schema, startHub, type TestHub } from '../api/support/hub.ts';

const FILE = 'packs/shanghai/changning/access.yaml';
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

interface Entry {
  readonly coordinate: string;
  readonly cases: readonly {
    readonly outcome: string;
    readonly openAlert: boolean | null;
    readonly emergency: boolean;
    readonly openCase: boolean;
    readonly obligor: boolean;
  }[];
}

async function explained(role: string, purpose: string | null, type: string) {
  return hub.ask({
    as: 'auditor',
    purpose: 'audit',
    query: `query ($role: String!, $purpose: String, $type: String!) {
      accessExplained(role: $role, purpose: $purpose, type: $type) {
        coordinate dataClass level cases { outcome mask reason openAlert openCase emergency child obligor }
      }
    }`,
    variables: { role, purpose, type },
  });
}

describe('access explained', () => {
  it('tells the auditor what a role would see of a type, and what it depends on', async () => {
    const { data } = await explained('adviser', 'casework', 'Person');
    const entries = data?.accessExplained as readonly Entry[];
    const of = (name: string) => entries.find(({ coordinate }) => coordinate === `Person.${name}`)?.cases ?? [];
    expect(of('sex')).toMatchObject([{ outcome: 'ALLOW', openAlert: null }]);
    expect(of('phone')).toHaveLength(16);
    expect(of('phone')).toMatchObject(
      of('phone').map(({ obligor, openAlert, openCase, emergency }) => ({
        outcome: !obligor && (openAlert === true || openCase || emergency) ? 'ALLOW' : 'MASK',
        child: null,
      })),
    );
  });

  it('refuses roles, purposes and types that are not there', async () => {
    const code = async (...asked: Parameters<typeof explained>) =>
      (await explained(...asked)).errors[0]?.extensions.code;
    expect(await code('nobody', null, 'Person')).toBe('BAD_USER_INPUT');
    expect(await code('adviser', 'audit', 'Person')).toBe('FORBIDDEN');
    expect(await code('adviser', null, 'Nothing')).toBe('BAD_USER_INPUT');
  });
});

const diffPolicies = (before: AccessPolicy, after: AccessPolicy) =>
  diffAccess(accessTable(schema, before), accessTable(schema, after));

describe('two versions of a policy', () => {
  it('without a difference open and close nothing', () => {
    expect(diffPolicies(policy, policy)).toEqual([]);
  });

  it('name each coordinate that opens or closes, and for whom', () => {
    const text = readFileSync(FILE, 'utf8').replace('mask: [name, resident-id]', 'mask: [name, resident-id, phone]');
    const changes = diffPolicies(policy, parsePolicy(text, FILE));
    expect(new Set(changes.map(({ coordinate, effect }) => `${effect} ${coordinate}`))).toEqual(
      new Set(['OPENS Person.phone']),
    );
    expect(new Set(changes.map(({ role }) => role))).toEqual(
      new Set(['health-insurance-desk', 'education-desk', 'human-resources-desk', 'disability-desk', 'housing-desk']),
    );
    const back = diffPolicies(parsePolicy(text, FILE), policy);
    expect(new Set(back.map(({ effect }) => effect))).toEqual(new Set(['CLOSES']));
  });
});
