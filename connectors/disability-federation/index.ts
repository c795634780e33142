/** Disabled persons' federation 残联. */
import { defineAgency } from '../sdk/agency.ts';
import { DF01 } from './contracts/df01.ts';
import { DF02 } from './contracts/df02.ts';
import { DISABILITY_LISTS } from './person.ts';
import { DISABILITY_SECTION } from './section.ts';
import { DISABILITY_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const DISABILITY_FEDERATION = defineAgency({
  id: 'disability-federation',
  title: '残联',
  cadence: 'monthly',
  promised: true,
  transport: 'drop-folder',
  contracts: { DF01, DF02 },
  lists: DISABILITY_LISTS,
  section: DISABILITY_SECTION,
  simulator: DISABILITY_SIMULATOR,
  connect: async () => (await import('./transport.ts')).disabilityFederation(),
});
