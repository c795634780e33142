/** Civil affairs 民政. */
import { defineAgency } from '../sdk/agency.ts';
import { CA01 } from './contracts/ca01.ts';
import { CA02 } from './contracts/ca02.ts';
import { CA03 } from './contracts/ca03.ts';
import { CA04 } from './contracts/ca04.ts';
import { CA05 } from './contracts/ca05.ts';
import { CIVIL_AFFAIRS_LISTS } from './person.ts';
import { CIVIL_AFFAIRS_SECTION } from './section.ts';
import { CIVIL_AFFAIRS_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const CIVIL_AFFAIRS = defineAgency({
  id: 'civil-affairs',
  title: '民政',
  cadence: 'daily',
  promised: true,
  transport: 'sql-views',
  contracts: { CA01, CA02, CA03, CA04, CA05 },
  lists: CIVIL_AFFAIRS_LISTS,
  section: CIVIL_AFFAIRS_SECTION,
  simulator: CIVIL_AFFAIRS_SIMULATOR,
  connect: async () => (await import('./transport.ts')).civilAffairs(),
});
