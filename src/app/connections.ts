/** How the agencies are reached: as configured, or the simulated ones of a demo that runs on this machine. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { AgencyConnections } from './sync.ts';

function demoFile({ home }: Config): string {
  return join(home, 'demo', 'agencies.json');
}

/** Lets commands beside the running hub reach its simulated agencies. */
export async function announceDemo(config: Config, connections: AgencyConnections): Promise<void> {
  await mkdir(join(config.home, 'demo'), { recursive: true, mode: 0o700 });
  await writeFile(demoFile(config), JSON.stringify(connections), { mode: 0o600 });
}

export async function withdrawDemo(config: Config): Promise<void> {
  await rm(demoFile(config), { force: true });
}

export async function connectionsOf(config: Config): Promise<AgencyConnections> {
  if (Object.keys(config.agencies).length > 0) return config.agencies;
  const announced = await readFile(demoFile(config), 'utf8').catch(() => '{}');
  return JSON.parse(announced) as AgencyConnections;
}
