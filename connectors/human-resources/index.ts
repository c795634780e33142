/** Human resources and social security 人社. */
import { defineAgency } from '../sdk/agency.ts';
import { HR01 } from './contracts/hr01.ts';
import { HR02 } from './contracts/hr02.ts';
import { HR03 } from './contracts/hr03.ts';
import { HUMAN_RESOURCES_LISTS } from './person.ts';
import { HUMAN_RESOURCES_SECTION } from './section.ts';
import { HUMAN_RESOURCES_SIMULATOR } from './simulator.ts';

export * from './person.ts';

export const HUMAN_RESOURCES = defineAgency({
  id: 'human-resources',
  title: '人社',
  cadence: 'daily',
  promised: true,
  transport: 'http-cursor',
  contracts: { HR01, HR02, HR03 },
  lists: HUMAN_RESOURCES_LISTS,
  section: HUMAN_RESOURCES_SECTION,
  simulator: HUMAN_RESOURCES_SIMULATOR,
  connect: async () => (await import('./transport.ts')).humanResources(),
});
