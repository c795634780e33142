/** The pack's policy, for random callers and operations: what the hub answers is what the plain reading of it says. */
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { policy } from '../../api/support/hub.ts';
import { PLAIN_PACK } from '../../support/plain-policy.ts';
import { assertAsPolicySays, circumstances } from './random-situations.ts';

const roles = Object.keys(PLAIN_PACK.roles);
const classes = Object.keys(PLAIN_PACK.classes).filter((name) => name !== 'structure');
const suspended = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray(classes, { maxLength: 3 }));
const names = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 2 });
const asking = fc
  .record({ names, which: fc.nat(), contract: fc.boolean(), suspended })
  .map(({ names: held, which, ...rest }) => {
    const purposes = [null, ...policy.purposesOf(held)];
    return { ...rest, roles: held, purpose: purposes[which % purposes.length] ?? null };
  });

describe('the policy of the pack', () => {
  it('is what random callers meet with random operations', async () => {
    const situations = fc
      .record({ caller: asking })
      .chain(({ caller }) => circumstances.map((given) => ({ caller, ...given })));
    await assertAsPolicySays(situations.map((situation) => ({ situation, compiled: policy, plain: PLAIN_PACK })));
  });
});
