import { z } from 'zod';
import type { Connector } from '../sdk/connector.ts';
import { eachContract } from '../sdk/each-contract.ts';
import { parseSettings } from '../sdk/settings.ts';
import type { Patience } from '../sdk/transports/resilience.ts';
import { createResilience } from '../sdk/transports/resilience.ts';
import { SqlViewsTransport } from '../sdk/transports/sql-views.ts';
import { CA01 } from './contracts/ca01.ts';
import { CA02 } from './contracts/ca02.ts';
import { CA03 } from './contracts/ca03.ts';
import { CA04 } from './contracts/ca04.ts';
import { CA05 } from './contracts/ca05.ts';

/** Where the bureau's database with the views `v_ca01` … `v_ca05` is. */
export const civilAffairsSettings = z.object({
  url: z.string().regex(/^(postgres|postgresql|mysql|mariadb):\/\//),
});

/** Civil affairs 民政: SQL views, changes by 更新时间, deletions by a daily list of keys. */
export function civilAffairs(patience: Partial<Patience> = {}): Connector {
  const agency = 'civil-affairs';
  const contracts = [CA05, CA01, CA02, CA03, CA04];
  const resilience = createResilience(agency, patience);
  return {
    agency,
    contracts,
    settings: civilAffairsSettings,
    async *sync({ settings, checkpoint, today, clock, signal }) {
      const { url } = parseSettings(civilAffairsSettings, settings, agency);
      const transport = new SqlViewsTransport({ source: agency, url, resilience, clock, today, signal });
      yield* eachContract(contracts, async function* (contract) {
        yield transport.batchSince(contract, checkpoint(contract.recordType));
      });
    },
  };
}
