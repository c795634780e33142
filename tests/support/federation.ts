/** A hub and its agencies' own processes over the same deliveries: each agency takes its own records only. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { CONTRACTS } from '../../connectors/index.ts';
import { openDelivery } from '../../connectors/sdk/index.ts';
import { createCity, writeDelivery } from '../../sim/index.ts';
import { demoToken } from '../../src/app/access.ts';
import { ingestDirectory } from '../../src/app/deliveries.ts';
import { type AgencyProcess, openAgency } from '../../src/app/subgraph/agency.ts';
import { loadConfig } from '../../src/config/index.ts';
import { AGENCIES, AGENCY_OF, type AgencyId, SECTION_OF } from '../../src/kernel/agency.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { addDays, asDay, type Day } from '../../src/kernel/day.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { createTestDatabase } from './database.ts';
import { type ServedHub, serveHub } from './served-hub.ts';

/** The client of an agency's process, by its persona. */
export const subgraphPersona = (agency: AgencyId): string => `${SECTION_OF[agency].dataClass.name}-subgraph`;

export interface ServedAgency extends AgencyProcess {
  /** Where its keys and archives lie. */
  readonly home: string;
  readonly url: string;
}

export interface Federation extends ServedHub {
  readonly agencies: ReadonlyMap<AgencyId, ServedAgency>;
  /** Delivers a day: to the hub everything, to each agency its own. */
  deliver(day: Day, mode: 'full' | 'increment'): Promise<void>;
}

export const FIRST_DAY = asDay('2026-10-30');

/** Opens an agency's process beside a served hub; it is closed when the file's tests are over. */
async function serveAgency(agency: AgencyId, { hub, url }: ServedHub): Promise<ServedAgency> {
  const home = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', `${agency}-`));
  const config = loadConfig({
    WANJIA_HOME: home,
    DATABASE_URL: await createTestDatabase(),
    WANJIA_LOG_LEVEL: 'silent',
  });
  const address = { url: new URL(url), token: () => demoToken(hub, subgraphPersona(agency)) };
  const opened = await openAgency({ config, clock: systemClock, log: createLog('silent'), agency, hub: address });
  const server = await opened.serve();
  const port = await server.listen(0);
  afterAll(async () => {
    await server.close();
    await opened.close();
    await rm(home, { recursive: true, force: true });
  });
  return { ...opened, home, url: `http://127.0.0.1:${port}/graphql` };
}

/** A hub and all agencies, with a small city's first delivery taken in everywhere. */
export async function serveFederation(
  people = 300,
  only: readonly AgencyId[] = AGENCIES,
  settings: Readonly<Record<string, string>> = {},
): Promise<Federation> {
  const served = await serveHub(settings);
  const agencies = new Map<AgencyId, ServedAgency>();
  for (const agency of only) agencies.set(agency, await serveAgency(agency, served));
  const city = createCity({ seed: 5, people, startDay: FIRST_DAY });
  const deliver: Federation['deliver'] = async (day, mode) => {
    const directory = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'delivery-'));
    const since = addDays(day, -1);
    await writeDelivery(directory, mode === 'full' ? { city, day, mode } : { city, day, mode, since });
    await ingestDirectory(served.hub, directory);
    await drainOutbox(served.hub.db);
    const { batches } = await openDelivery(directory, { contracts: CONTRACTS });
    for (const [agency, { pipeline }] of agencies)
      await pipeline.ingest(batches.filter(({ recordType }) => AGENCY_OF[recordType] === agency));
    for (const { follow, build } of agencies.values()) {
      await follow();
      await build();
    }
    await rm(directory, { recursive: true });
  };
  await deliver(FIRST_DAY, 'full');
  return { ...served, agencies, deliver };
}
