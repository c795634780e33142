import { civilDate, dayNumber, dayText } from '../calendar/day-number.ts';
import type { City } from '../city/city.ts';
import { LIGHT_MESS, type Messiness } from '../mess/messiness.ts';
import type { BureauDatabase } from './bureau-database.ts';
import { recordsChanged, recordsHeld } from './city-records.ts';
import { CivilAffairsAgency } from './civil-affairs-agency.ts';
import { DropFolder, type DropFolderSettings } from './drop-folder.ts';
import { EducationAgency, type EducationSettings } from './education-agency.ts';
import type { AgencyFaults } from './faults.ts';
import { HumanResourcesAgency, type HumanResourcesSettings } from './human-resources-agency.ts';
import { openMysqlBureau } from './mysql-bureau.ts';
import { openPostgresqlBureau } from './postgresql-bureau.ts';

export interface CivilAffairsSettings {
  /** Of an empty database that is the bureau's alone: `postgresql:`, `mysql:` or `mariadb:`. */
  readonly url: string;
}

export interface AgenciesOptions {
  readonly city: City;
  /** The day at whose end the agencies stand when they start. */
  readonly day: string;
  /** The drop folders lie in `{home}/drop`. */
  readonly home: string;
  /** Left out: the bureau does not take part. */
  readonly civilAffairs?: CivilAffairsSettings;
  readonly mess?: Messiness | null;
  readonly faults?: AgencyFaults;
  readonly ports?: { readonly education?: number; readonly humanResources?: number };
  /** The agencies' wall clock, for signed requests. */
  readonly now?: () => number;
}

/** How each agency is reached. */
export interface AgencySettings {
  readonly 'civil-affairs': CivilAffairsSettings | null;
  readonly 'health-insurance': DropFolderSettings;
  readonly education: EducationSettings;
  readonly 'human-resources': HumanResourcesSettings;
  readonly 'disability-federation': DropFolderSettings;
}

export interface Agencies {
  readonly settings: AgencySettings;
  /** Lets the city live to the end of a later day; the monthly drops on the way are left at each month's end. */
  advanceTo(day: string): Promise<void>;
  /** Replaces the faults of the agencies named. */
  setFaults(faults: AgencyFaults): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the five simulated agencies on this machine's loopback and in `home`. Lists live in memory: meant for
 * cities up to about 20,000 people.
 */
export async function startAgencies(options: AgenciesOptions): Promise<Agencies> {
  const offices = await openOffices(options);
  const held = recordsHeld(options.city, options.day);
  offices.education.apply(held, options.day);
  offices.humanResources.apply(held, options.day);
  await offices.bureau?.load(held);
  await setFaults(offices, options.faults ?? {});
  await offices.health.dropFirst(options.day, held);
  await offices.disability.dropFirst(options.day, held);
  const settings: AgencySettings = {
    'civil-affairs': options.civilAffairs ?? null,
    'health-insurance': offices.health.settings,
    education: await offices.education.start(options.ports?.education),
    'human-resources': await offices.humanResources.start(options.ports?.humanResources),
    'disability-federation': offices.disability.settings,
  };
  let day = options.day;
  return {
    settings,
    async advanceTo(later) {
      await advance(offices, options.city, { from: day, to: later });
      day = later;
    },
    setFaults: (faults) => setFaults(offices, faults),
    async stop() {
      await Promise.all([offices.education.stop(), offices.humanResources.stop(), offices.bureau?.stop()]);
    },
  };
}

interface Offices {
  readonly bureau: CivilAffairsAgency | null;
  readonly education: EducationAgency;
  readonly humanResources: HumanResourcesAgency;
  readonly health: DropFolder;
  readonly disability: DropFolder;
}

async function openOffices({
  city,
  home,
  civilAffairs,
  now = Date.now,
  ...options
}: AgenciesOptions): Promise<Offices> {
  const mess = options.mess === undefined ? LIGHT_MESS : options.mess;
  return {
    bureau: civilAffairs === undefined ? null : new CivilAffairsAgency(await openBureau(civilAffairs.url), mess),
    education: new EducationAgency(mess),
    humanResources: new HumanResourcesAgency(mess, now),
    health: new DropFolder({ agency: 'health-insurance', city, home, mess, later: 'increment' }),
    disability: new DropFolder({ agency: 'disability-federation', city, home, mess, later: 'full' }),
  };
}

function openBureau(url: string): Promise<BureauDatabase> {
  return /^postgres(ql)?:/.test(url) ? openPostgresqlBureau(url) : openMysqlBureau(url);
}

async function advance(offices: Offices, city: City, { from, to }: { from: string; to: string }): Promise<void> {
  const changes = recordsChanged(city, from, to);
  offices.education.apply(changes, to);
  offices.humanResources.apply(changes, to);
  await offices.bureau?.apply(changes);
  for (const monthEnd of monthEndsBetween(from, to)) {
    await offices.health.dropLater(monthEnd);
    await offices.disability.dropLater(monthEnd);
  }
}

async function setFaults(offices: Offices, faults: AgencyFaults): Promise<void> {
  if (faults.education !== undefined) offices.education.setFaults(faults.education);
  if (faults['human-resources'] !== undefined) offices.humanResources.setFaults(faults['human-resources']);
  if (faults['health-insurance'] !== undefined) offices.health.setFaults(faults['health-insurance']);
  if (faults['disability-federation'] !== undefined) offices.disability.setFaults(faults['disability-federation']);
  if (faults['civil-affairs'] !== undefined) await offices.bureau?.setFaults(faults['civil-affairs']);
}

/** The last days of months after one day, up to and including another. */
function monthEndsBetween(dayA: string, dayB: string): string[] {
  const ends: string[] = [];
  for (let day = dayNumber(dayA) + 1; day <= dayNumber(dayB); day += 1) {
    if (civilDate(day + 1).dayOfMonth === 1) ends.push(dayText(day));
  }
  return ends;
}
