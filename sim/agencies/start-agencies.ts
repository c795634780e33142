import { AGENCIES, type AgencyId, type TRANSPORT_OF } from '../../src/kernel/agency.ts';
import { civilDate, dayNumber, dayText } from '../calendar/day-number.ts';
import type { City } from '../city/city.ts';
import { LIGHT_MESS, type Messiness } from '../mess/messiness.ts';
import { recordsChanged, recordsHeld } from './city-records.ts';
import type { DropFolderSettings } from './drop-folder.ts';
import type { AgencyFaults } from './faults.ts';
import type { CursorSettings } from './http-cursor-agency.ts';
import type { PagesSettings } from './http-pages-agency.ts';
import { createOffice, type Office } from './office.ts';

export interface AgenciesOptions {
  readonly city: City;
  /** The day at whose end the agencies stand when they start. */
  readonly day: string;
  /** The drop folders lie in `{home}/drop`. */
  readonly home: string;
  /**
   * Empty databases, each an agency's alone: `postgresql:`, `mysql:` or `mariadb:`. An agency that shows its records as
   * views and has none does not take part.
   */
  readonly databases?: Readonly<Partial<Record<AgencyId, string>>>;
  readonly mess?: Messiness | null;
  readonly faults?: AgencyFaults;
  /** The agencies' wall clock, for signed requests. */
  readonly now?: () => number;
}

interface SettingsBy {
  readonly 'sql-views': { readonly url: string } | null;
  readonly 'drop-folder': DropFolderSettings;
  readonly 'http-pages': PagesSettings;
  readonly 'http-cursor': CursorSettings;
}

/** How each agency is reached. */
export type AgencySettings = { readonly [One in AgencyId]: SettingsBy[(typeof TRANSPORT_OF)[One]] };

export interface Agencies {
  readonly settings: AgencySettings;
  /** Lets the city live to the end of a later day; the monthly drops on the way are left at each month's end. */
  advanceTo(day: string): Promise<void>;
  /** Replaces the faults of the agencies named. */
  setFaults(faults: AgencyFaults): Promise<void>;
  stop(): Promise<void>;
}

async function setFaults(offices: readonly Office[], faults: AgencyFaults): Promise<void> {
  for (const office of offices) {
    const own = faults[office.agency];
    if (own !== undefined) await office.setFaults(own);
  }
}

async function openOffices({
  city,
  home,
  databases = {},
  mess = LIGHT_MESS,
  now = Date.now,
}: AgenciesOptions): Promise<readonly Office[]> {
  const offices = AGENCIES.map((agency) =>
    createOffice({ agency, city, home, mess, now, database: databases[agency] }),
  );
  return (await Promise.all(offices)).flatMap((office) => office ?? []);
}

/**
 * Starts the simulated agencies on this machine's loopback and in `home`. Lists live in memory: meant for cities up to
 * about 20,000 people.
 */
export async function startAgencies(options: AgenciesOptions): Promise<Agencies> {
  const { city } = options;
  const offices = await openOffices(options);
  const held = recordsHeld(city, options.day);
  await setFaults(offices, options.faults ?? {});
  const settings: Partial<Record<AgencyId, object | null>> = Object.fromEntries(AGENCIES.map((id) => [id, null]));
  for (const office of offices) settings[office.agency] = await office.open(held, options.day);
  let day = options.day;
  return {
    settings: settings as AgencySettings,
    async advanceTo(later) {
      const changes = recordsChanged(city, day, later);
      const monthEnds = monthEndsBetween(day, later);
      for (const office of offices) await office.advance({ changes, day: later, monthEnds });
      day = later;
    },
    setFaults: (faults) => setFaults(offices, faults),
    async stop() {
      await Promise.all(offices.map((office) => office.close()));
    },
  };
}

/** The last days of months after one day, up to and including another. */
function monthEndsBetween(dayA: string, dayB: string): string[] {
  const ends: string[] = [];
  for (let day = dayNumber(dayA) + 1; day <= dayNumber(dayB); day += 1) {
    if (civilDate(day + 1).dayOfMonth === 1) ends.push(dayText(day));
  }
  return ends;
}
