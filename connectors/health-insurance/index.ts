/** Health insurance 医保. */
import { defineAgency } from '../sdk/agency.ts';
import { HI01 } from './contracts/hi01.ts';
import { HI02 } from './contracts/hi02.ts';
import { HI03 } from './contracts/hi03.ts';
import { HEALTH_INSURANCE_LISTS } from './person.ts';
import { HEALTH_INSURANCE_SECTION } from './section.ts';
import { HEALTH_INSURANCE_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const HEALTH_INSURANCE = defineAgency({
  id: 'health-insurance',
  title: '医保',
  cadence: 'monthly',
  promised: true,
  transport: 'drop-folder',
  contracts: { HI01, HI02, HI03 },
  lists: HEALTH_INSURANCE_LISTS,
  section: HEALTH_INSURANCE_SECTION,
  simulator: HEALTH_INSURANCE_SIMULATOR,
  connect: async () => (await import('./transport.ts')).healthInsurance(),
});
