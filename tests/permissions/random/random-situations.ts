/** Where a random caller may look, what holds for the households there, and how its operations are executed. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { schema } from '../../api/support/hub.ts';
import { PLAIN_PACK } from '../../support/plain-policy.ts';
import { SEED } from '../../support/seed.ts';
import { type Asking, compare } from './comparison.ts';
import { OperationKit, renderer } from './random-operations.ts';

/** Cases of each of the two generated tests, and how many callers they are shared among. */
const CASES = 5_200;
const CALLERS = Math.ceil(CASES / 80);

const households = fc.subarray([1, 2, 3, 4]);

export const circumstances = fc.record({
  divisions: fc.constantFrom<readonly string[]>(
    ['310105'],
    ['310105'],
    ['310105001'],
    ['310105009'],
    ['310105001', '310105009'],
    ['310115'],
    [],
  ),
  openAlerts: households,
  openCases: households,
  emergencies: households,
  referred: households,
  secondPersons: households,
  consents: fc.subarray(Object.keys(PLAIN_PACK.consents)),
  consenting: households,
  authorising: fc.subarray([1, 2, 3, 4, 41, 42, 43]),
});

/** Compiling and the net cost more and differ less. */
const WAY = fc.oneof(
  { weight: 8, arbitrary: fc.constant('cleared' as const) },
  { weight: 1, arbitrary: fc.constant('compiled' as const) },
  { weight: 1, arbitrary: fc.constant('written' as const) },
  { weight: 1, arbitrary: fc.constant('netted' as const) },
);

/**
 * Many operations for each of some callers: a caller's schema is made once. Whoever fails is printed with its operation,
 * made as small as can be, and with how its households stand; no value of an answer is.
 */
export async function assertAsPolicySays(callers: fc.Arbitrary<Asking>): Promise<void> {
  const sample = fc.sample(callers, { numRuns: CALLERS, seed: SEED });
  const [kit, render] = [new OperationKit(schema), renderer(schema)];
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(CALLERS - 1), WAY, kit.operation(), async (which, way, operation) => {
      const asking = sample[which];
      if (asking === undefined) throw new Error('no caller was made');
      await compare(way, asking, render(operation));
      compared += 1;
    }),
    { numRuns: CASES, seed: SEED },
  );
  expect(compared).toBeGreaterThanOrEqual(CASES);
}
