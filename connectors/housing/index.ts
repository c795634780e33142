/** Housing 房管. */
import { defineAgency } from '../sdk/agency.ts';
import { HO01 } from './contracts/ho01.ts';
import { HO02 } from './contracts/ho02.ts';
import { HO03 } from './contracts/ho03.ts';
import { HOUSING_LISTS } from './person.ts';
import { HOUSING_SECTION } from './section.ts';
import { HOUSING_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const HOUSING = defineAgency({
  id: 'housing',
  title: '房管',
  cadence: 'monthly',
  promised: false,
  transport: 'drop-folder',
  contracts: { HO01, HO02, HO03 },
  lists: HOUSING_LISTS,
  section: HOUSING_SECTION,
  simulator: HOUSING_SIMULATOR,
  connect: async () => (await import('./transport.ts')).housing(),
});
