import { z } from 'zod';
import type { Connector } from '../sdk/connector.ts';
import { eachContract } from '../sdk/each-contract.ts';
import { parseSettings } from '../sdk/settings.ts';
import { HttpPagesTransport } from '../sdk/transports/http-pages.ts';
import { HttpSource } from '../sdk/transports/http-source.ts';
import { createResilience, type Patience } from '../sdk/transports/resilience.ts';
import { ED01 } from './contracts/ed01.ts';
import { ED02 } from './contracts/ed02.ts';
import { ED03 } from './contracts/ed03.ts';

/** How to reach the education bureau's interface. */
export const educationSettings = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  pageSize: z.int().min(1).max(10_000).default(500),
});

/** Education 教育: whole lists by pages over HTTP, OAuth 2.0 client credentials. */
export function education(patience: Partial<Patience> = {}): Connector {
  const agency = 'education';
  const contracts = [ED01, ED02, ED03];
  const resilience = createResilience(agency, patience);
  return {
    agency,
    contracts,
    settings: educationSettings,
    async *sync({ settings, clock, signal }) {
      const { baseUrl, pageSize, ...credentials } = parseSettings(educationSettings, settings, agency);
      const http = new HttpSource(agency, baseUrl, resilience);
      const transport = new HttpPagesTransport({ http, credentials, pageSize, clock, signal });
      yield* eachContract(contracts, async function* (contract) {
        yield await transport.batchOf(contract);
      });
    },
  };
}
