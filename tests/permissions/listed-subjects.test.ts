/** Whatever shows something of a household or person says whose it is in the log, also where no id is asked for. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Disclosure } from '../../src/modules/audit/index.ts';
import { keepingLog } from '../api/support/fake-audit.ts';
import { headersOf, policy, schema, startHub, type TestHub } from '../api/support/hub.ts';
import { argumentsOf } from '../api/support/paths.ts';

const rows: Disclosure[] = [];
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ disclosureLog: keepingLog(rows), limits: { depth: 60, aliases: 20_000, cost: 1e9 } });
});
afterAll(() => hub.close());

const SUBJECTS = new Set(['Household', 'Person']);

const parts = (type: GraphQLOutputType): readonly GraphQLObjectType[] => {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isUnionType(named) ? named.getTypes() : [];
};

/** Whether a household or person can be reached from a type. */
function bears(type: GraphQLOutputType, passed: ReadonlySet<string> = new Set()): boolean {
  return parts(type).some((part) => {
    if (SUBJECTS.has(part.name)) return true;
    if (passed.has(part.name)) return false;
    const within = new Set([...passed, part.name]);
    return Object.values(part.getFields()).some((field) => bears(field.type, within));
  });
}

/** Everything on the way to households and persons, and nothing of them; null: there is nothing else. */
function around(type: GraphQLOutputType, passed: readonly string[]): string | null {
  if (isLeafType(getNamedType(type))) return '';
  const selections = parts(type).map((part) => {
    if (SUBJECTS.has(part.name) || passed.includes(part.name)) return null;
    const fields = Object.values(part.getFields()).flatMap((field) => {
      const inner = around(field.type, [...passed, part.name]);
      return inner === null ? [] : [`${part.name}_${field.name}: ${field.name}${argumentsOf(part, field)} ${inner}`];
    });
    return fields.length === 0 ? null : `... on ${part.name} { ${fields.join(' ')} }`;
  });
  const kept = selections.filter((text) => text !== null);
  return kept.length === 0 ? null : `{ ${kept.join(' ')} }`;
}

/** Held by agencies, not found by household: a doubtful record is nobody's yet. */
const NOBODYS = new Set(['identityReviews']);

const LISTS = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const inside = around(field.type, []);
  if (!bears(field.type) || inside === null || inside === '' || NOBODYS.has(field.name)) return [];
  return [{ root: field.name, text: `query Around { ${field.name}${argumentsOf(query, field)} ${inside} }` }];
});

/** Every role and purpose, until one of them is answered with rows. */
async function subjectsOf(text: string): Promise<readonly number[]> {
  for (const role of ['district-officer', 'adviser'])
    for (const purpose of policy.purposesOf([role])) {
      rows.length = 0;
      await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: { ...(await headersOf(role, purpose)), 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
      });
      const named = rows.flatMap(({ households, persons }) => [...households, ...persons]);
      if (named.length > 0) return named;
    }
  return [];
}

describe('a list that shows households or persons', () => {
  it('is found in the schema', () => {
    const roots = LISTS.map(({ root }) => root);
    for (const known of ['alerts', 'cases', 'referrals', 'reviews', 'tryRule', 'consents'])
      expect(roots).toContain(known);
  });

  it.each(LISTS)('$root leaves whose it is in the log', async ({ text }) => {
    expect(await subjectsOf(text)).not.toEqual([]);
  });
});
