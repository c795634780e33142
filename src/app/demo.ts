/** The demo district: a synthetic city and its agencies, on this machine, standing at today. */
import { join } from 'node:path';
import { type Agencies, createCity, startAgencies } from '../../sim/index.ts';
import type { Config } from '../config/index.ts';
import { AGENCIES, type AgencyId, TRANSPORT_OF } from '../kernel/agency.ts';
import { beijingDay, type Clock } from '../kernel/clock.ts';
import type { Day } from '../kernel/day.ts';
import { Database } from '../platform/database/database.ts';
import { announceDemo, withdrawDemo } from './connections.ts';
import { DISTRICT_BEGINS } from './simulate.ts';

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

/** A bureau's own database, empty: it is filled anew at every start. */
async function emptyBureau(office: Database, agency: AgencyId): Promise<string> {
  const name = `wanjia_demo_${agency.replaceAll('-', '_')}`;
  await office.execute(`drop database if exists ${name} with (force)`);
  await office.execute(`create database ${name}`);
  const url = new URL(office.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** A database for each agency that shows its records as views. */
async function emptyBureaus(office: Database): Promise<Partial<Record<AgencyId, string>>> {
  const databases: Partial<Record<AgencyId, string>> = {};
  for (const agency of AGENCIES)
    if (TRANSPORT_OF[agency] === 'sql-views') databases[agency] = await emptyBureau(office, agency);
  return databases;
}

async function settle({ config, clock }: DemoDeps, office: Database, leave: () => Promise<void>): Promise<Demo> {
  const { seed, persons } = config.demo;
  const today = (): Day => beijingDay(clock.now());
  const city = createCity({ seed, people: persons, startDay: DISTRICT_BEGINS });
  let day = today();
  const agencies = await startAgencies({
    city,
    day,
    home: join(config.home, 'demo'),
    databases: await emptyBureaus(office),
  });
  await announceDemo(config, agencies.settings);
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
      await leave();
    },
  };
}

/**
 * Starts the district and its agencies; null where another process of the same database runs them: their bureau is
 * not to be emptied under them. Whoever starts meanwhile waits until the first has said how they are reached.
 */
export async function openDemo(deps: DemoDeps): Promise<Demo | null> {
  const office = new Database({ url: deps.databaseUrl, applicationName: 'wanjia-demo', max: 3 });
  try {
    const demo = await office.withLock('demo-district-opening', async () => {
      const release = await office.hold('demo-district');
      if (release === null) return null;
      const leave = async (): Promise<void> => {
        await release();
        await office.close();
      };
      return settle(deps, office, leave).catch(async (error: unknown) => {
        await release();
        throw error;
      });
    });
    if (demo === null) await office.close();
    return demo;
  } catch (error) {
    await office.close();
    throw error;
  }
}
