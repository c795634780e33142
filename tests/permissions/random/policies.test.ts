/** Random policies, for random callers and operations: what the hub answers is what the plain reading of them says. */
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { RANDOM_ROLES, randomPolicy } from './random-policies.ts';
import { assertAsPolicySays, circumstances } from './random-situations.ts';

const roles = fc.constantFrom(RANDOM_ROLES, RANDOM_ROLES.slice(0, 1), RANDOM_ROLES.slice(0, 1));
const asking = fc.record({ roles, which: fc.nat(), contract: fc.boolean() });

describe('a random policy', () => {
  it('is what random callers meet with random operations', async () => {
    await assertAsPolicySays(
      fc.tuple(randomPolicy, asking, circumstances).map(([policy, { which, ...asked }, given]) => {
        const purposes = [null, ...policy.compiled.purposesOf(asked.roles)];
        const caller = { ...asked, purpose: purposes[which % purposes.length] ?? null };
        return { ...policy, situation: { caller, ...given } };
      }),
    );
  });
});
