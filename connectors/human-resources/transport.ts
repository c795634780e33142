import { z } from 'zod';
import type { Connector, SyncContext } from '../sdk/connector.ts';
import { eachContract } from '../sdk/each-contract.ts';
import type { RecordContract } from '../sdk/record-contract.ts';
import { parseSettings } from '../sdk/settings.ts';
import type { SourceBatch } from '../sdk/source-batch.ts';
import { HttpCursorTransport } from '../sdk/transports/http-cursor.ts';
import { HttpSource } from '../sdk/transports/http-source.ts';
import { createResilience, type Patience } from '../sdk/transports/resilience.ts';
import { HR01 } from './contracts/hr01.ts';
import { HR02 } from './contracts/hr02.ts';
import { HR03 } from './contracts/hr03.ts';

/** How to reach the human resources bureau's interface. */
export const humanResourcesSettings = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  secret: z.string().min(1),
  limit: z.int().min(1).max(10_000).default(1000),
});

async function* changesOf(
  transport: HttpCursorTransport,
  contract: RecordContract,
  checkpoint: SyncContext['checkpoint'],
): AsyncGenerator<SourceBatch> {
  for (;;) {
    const since = z.string().safeParse(checkpoint(contract.recordType)).data ?? null;
    const { batch, hasMore } = await transport.batchAfter(contract, since);
    yield batch;
    // Going on from a batch that was given up would leave its changes out for ever.
    if (!hasMore() || checkpoint(contract.recordType) !== batch.checkpoint) return;
  }
}

/** Human resources 人社: changes by cursor over HTTP, each request signed with HMAC-SM3. */
export function humanResources(patience: Partial<Patience> = {}): Connector {
  const agency = 'human-resources';
  const contracts = [HR01, HR02, HR03];
  const resilience = createResilience(agency, patience);
  return {
    agency,
    contracts,
    settings: humanResourcesSettings,
    async *sync({ settings, checkpoint, clock, signal }) {
      const { baseUrl, ...access } = parseSettings(humanResourcesSettings, settings, agency);
      const http = new HttpSource(agency, baseUrl, resilience);
      const transport = new HttpCursorTransport({ http, ...access, clock, signal });
      yield* eachContract(contracts, (contract) => changesOf(transport, contract, checkpoint));
    },
  };
}
