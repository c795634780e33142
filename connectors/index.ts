import type { AgencyId } from '../src/kernel/agency.ts';
import { civilAffairs } from './civil-affairs/index.ts';
import { disabilityFederation } from './disability-federation/index.ts';
import { education } from './education/index.ts';
import { healthInsurance } from './health-insurance/index.ts';
import { humanResources } from './human-resources/index.ts';
import type { Connector } from './sdk/connector.ts';

export { CONTRACTS, type RecordByType } from './contracts.ts';

/** Every agency's connector. Adding an agency is its folder and one line here. */
export const CONNECTORS: Readonly<Record<AgencyId, () => Connector>> = {
  'civil-affairs': civilAffairs,
  'health-insurance': healthInsurance,
  education,
  'human-resources': humanResources,
  'disability-federation': disabilityFederation,
};
