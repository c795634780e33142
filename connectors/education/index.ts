/** Education 教育. */
import { defineAgency } from '../sdk/agency.ts';
import { ED01 } from './contracts/ed01.ts';
import { ED02 } from './contracts/ed02.ts';
import { ED03 } from './contracts/ed03.ts';
import { EDUCATION_LISTS } from './person.ts';
import { EDUCATION_SECTION } from './section.ts';
import { EDUCATION_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const EDUCATION = defineAgency({
  id: 'education',
  title: '教育',
  cadence: 'weekly',
  promised: true,
  transport: 'http-pages',
  contracts: { ED01, ED02, ED03 },
  lists: EDUCATION_LISTS,
  section: EDUCATION_SECTION,
  simulator: EDUCATION_SIMULATOR,
  connect: async () => (await import('./transport.ts')).education(),
});
