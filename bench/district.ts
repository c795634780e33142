/** Hubs over districts of given sizes, each with a database of its own that goes with it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCity, writeDelivery } from '../sim/index.ts';
import { ingestDirectory } from '../src/app/deliveries.ts';
import { type Hub, openHub } from '../src/app/hub.ts';
import { loadConfig } from '../src/config/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createLog } from '../src/platform/log.ts';
import { withFolder } from './folder.ts';

async function openDistrict(folder: string, people: number, day: string): Promise<Hub> {
  process.stderr.write(`a district of ${people.toLocaleString('en')} people …\n`);
  const delivery = join(folder, `delivery-${people}`);
  await writeDelivery(delivery, {
    ...{ city: createCity({ seed: 1, people, startDay: day }), day },
    mode: 'full',
  });
  const config = loadConfig({ WANJIA_HOME: join(folder, `hub-${people}`), WANJIA_LOG_LEVEL: 'error' });
  const hub = await openHub({ config, clock: systemClock, log: createLog('error') });
  await ingestDirectory(hub, delivery);
  await rm(delivery, { recursive: true });
  return hub;
}

/** Measures over districts as they stand on a day after their first delivery; nothing of them is left. */
export async function withDistricts<T>(
  sizes: readonly number[],
  day: string,
  measure: (hubs: readonly Hub[]) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const hubs: Hub[] = [];
    try {
      for (const people of sizes) hubs.push(await openDistrict(folder, people, day));
      return await measure(hubs);
    } finally {
      for (const hub of hubs) await hub.close();
    }
  });
}
