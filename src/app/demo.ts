/** The demo district: a synthetic city and its five agencies, on this machine, standing at today. */
import { join } from 'node:path';
import { type Agencies, createCity, startAgencies } from '../../sim/index.ts';
import type { Config } from '../config/index.ts';
import { beijingDay, type Clock } from '../kernel/clock.ts';
import type { Day } from '../kernel/day.ts';
import { Database } from '../platform/database/database.ts';
import { announceDemo, withdrawDemo } from './connections.ts';

/** The first day of every demo city: the same seed gives the same people, whenever the demo is started. */
const FIRST_DAY = '2026-01-01';
const BUREAU_DATABASE = 'wanjia_demo_civil_affairs';

/** The simulated agencies and how they are reached. */
export interface Demo {
  readonly agencies: Agencies;
  /** Lets the city live up to the clock's day. */
  advance(): Promise<Day>;
  close(): Promise<void>;
}

export interface DemoDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly databaseUrl: string;
}

/** The bureau's own database, empty: it is filled anew at every start. */
async function emptyBureau(databaseUrl: string): Promise<string> {
  const db = new Database({ url: databaseUrl, applicationName: 'wanjia-demo', max: 1 });
  try {
    await db.execute(`drop database if exists ${BUREAU_DATABASE} with (force)`);
    await db.execute(`create database ${BUREAU_DATABASE}`);
  } finally {
    await db.close();
  }
  const url = new URL(databaseUrl);
  url.pathname = `/${BUREAU_DATABASE}`;
  return url.href;
}

export async function openDemo({ config, clock, databaseUrl }: DemoDeps): Promise<Demo> {
  const { seed, persons } = config.demo;
  const today = (): Day => beijingDay(clock.now());
  const city = createCity({ seed, people: persons, startDay: FIRST_DAY });
  const agencies = await startAgencies({
    city,
    day: today(),
    home: join(config.home, 'demo'),
    civilAffairs: { url: await emptyBureau(databaseUrl) },
  });
  await announceDemo(config, agencies.settings);
  let day = today();
  return {
    agencies,
    async advance() {
      if (day < today()) {
        day = today();
        await agencies.advanceTo(day);
      }
      return day;
    },
    close: async () => {
      await withdrawDemo(config);
      await agencies.stop();
    },
  };
}
