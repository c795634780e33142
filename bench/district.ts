/** Hubs over districts of given sizes, each with a database of its own. A district is made once for all benchmarks of a run. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCity, writeDelivery } from '../sim/index.ts';
import { ingestDirectory } from '../src/app/deliveries.ts';
import { type Hub, openHub } from '../src/app/hub.ts';
import { loadConfig } from '../src/config/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { asDay } from '../src/kernel/day.ts';
import { createLog } from '../src/platform/log.ts';
import { withFolder } from './folder.ts';

/** Of the first delivery: a day within a month. With the month every household is judged. */
export const DAY = asDay('2026-10-20');

/** Where the districts of this run are, and which of them are whole. */
let run: { readonly folder: string; readonly whole: Set<string> } | null = null;

/** Runs benchmarks; the districts they make are shared, and go at the end. */
export function withSharedDistricts<T>(work: () => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    run = { folder, whole: new Set() };
    return work();
  });
}

/** The home of a hub over so many people. */
export interface District {
  readonly home: string;
  readonly isWhole: boolean;
  /** Says that it is loaded, for whoever asks for it next. */
  keep(): void;
}

export function districtOf(people: number): District {
  if (run === null) throw new Error('districts are made within withSharedDistricts');
  const { folder, whole } = run;
  const home = join(folder, `hub-${people}`);
  return { home, isWhole: whole.has(home), keep: () => void whole.add(home) };
}

function open(home: string): Promise<Hub> {
  const config = loadConfig({ WANJIA_HOME: home, WANJIA_LOG_LEVEL: 'error' });
  return openHub({ config, clock: systemClock, log: createLog('error') });
}

async function make(home: string, people: number): Promise<Hub> {
  process.stderr.write(`a district of ${people.toLocaleString('en')} people …\n`);
  const delivery = `${home}-delivery`;
  // What a failed attempt left.
  for (const folder of [home, delivery]) await rm(folder, { recursive: true, force: true });
  await writeDelivery(delivery, {
    ...{ city: createCity({ seed: 1, people, startDay: DAY }), day: DAY },
    mode: 'full',
  });
  const hub = await open(home);
  await ingestDirectory(hub, delivery);
  await rm(delivery, { recursive: true });
  return hub;
}

async function openDistrict(people: number): Promise<Hub> {
  const { home, isWhole, keep } = districtOf(people);
  if (isWhole) return open(home);
  const hub = await make(home, people);
  keep();
  return hub;
}

/** Measures over districts after their first delivery, and after what benchmarks before this one did there. */
export async function withDistricts<T>(
  sizes: readonly number[],
  measure: (hubs: readonly Hub[]) => Promise<T>,
): Promise<T> {
  const hubs: Hub[] = [];
  try {
    for (const people of sizes) hubs.push(await openDistrict(people));
    return await measure(hubs);
  } finally {
    for (const hub of hubs) await hub.close();
  }
}
