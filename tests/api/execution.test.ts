/** Interpreted, compiled or decided field by field over the net: an operation gets the same answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClearedExecution, createNettedExecution } from '../../schema/server/execution.ts';
import { schema, startHub, type TestHub } from './support/hub.ts';
import { OPERATION_NAMES, operation } from './support/operations.ts';
import { CALLERS } from './support/oracle.ts';
import { HEAD } from './support/sample-city.ts';

const hubs: TestHub[] = [];
beforeAll(async () => {
  const executions = [
    createClearedExecution(schema, Number.POSITIVE_INFINITY),
    createClearedExecution(schema, 1),
    createNettedExecution(schema),
  ];
  for (const execution of executions) hubs.push(await startHub({ execution }));
});
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

const VARIABLES = {
  residentId: HEAD.residentId,
  id: 'H1',
  first: 3,
  filter: {},
  personId: 'P1',
  rule: { id: 'R01' },
};

const ODD = [
  '{ household(id: "H1") { id ...on Household @skip(if: true) { kind } again: id @include(if: false) } }',
  'query ($yes: Boolean = true) { household(id: "H1") { kind @include(if: $yes) members { person { a: age b: age } } } }',
  'query ($day: Date!) { household(id: "H1", asOf: $day) { id } }',
  '{ household(id: "H404") { id } other: household(id: "nonsense") { id } }',
  '{ household(id: "H1", asOf: "1990-01-01") { id address } }',
  'query One { household(id: "H1") { id } } query Two { household(id: "H2") { id } }',
  '{ __typename household(id: "H1") { __typename } __type(name: "Person") { name } }',
];

describe('an operation, however it is executed', () => {
  const queries = OPERATION_NAMES.map(operation).filter((text) => text.startsWith('query'));

  it.each(CALLERS)('answers $role for $purpose the same', async ({ role, purpose }) => {
    for (const query of [...queries, ...ODD]) {
      const asked = { as: role, purpose, query, variables: VARIABLES };
      const [first, ...others] = await Promise.all(hubs.map((hub) => hub.ask(asked)));
      for (const { status, text } of others) expect([status, text]).toEqual([first?.status, first?.text]);
    }
  });

  it('compiles what is asked often, and only that', async () => {
    const hub = await startHub({ execution: createClearedExecution(schema, 2) });
    try {
      const asked = { query: operation('HouseholdById'), variables: { id: 'H1' } };
      const answers = [await hub.ask(asked), await hub.ask(asked), await hub.ask(asked)];
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers[0]?.data?.household).not.toBeNull();
    } finally {
      await hub.close();
    }
  });
});
