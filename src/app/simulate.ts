/** The simulated district as the commands ask for it: the same seed lives the same life, whichever day is shown. */
import {
  type Agencies,
  type City,
  createCity,
  type DeliverySource,
  startAgencies,
  writeDelivery,
} from '../../sim/index.ts';
import type { SimulateOptions } from '../cli/app.ts';
import { addDays, asDay, type Day } from '../kernel/day.ts';

/** The first day of every simulated district. */
export const DISTRICT_BEGINS: Day = asDay('2026-01-01');

/** A district that is shown on an earlier day begins on that day. */
function cityShown({ seed, persons }: SimulateOptions, first: Day): City {
  return createCity({ seed, people: persons, startDay: first < DISTRICT_BEGINS ? first : DISTRICT_BEGINS });
}

function deliveryOf(options: SimulateOptions): DeliverySource {
  const { day, mode } = options;
  if (mode === 'full') return { city: cityShown(options, day), day, mode };
  const since = addDays(day, -1);
  return { city: cityShown(options, since), day, mode: 'increment', since };
}

/** Writes the delivery of one day: the whole lists, or what changed since the day before. */
export async function writeSimulated(
  directory: string,
  options: SimulateOptions,
): Promise<{ readonly files: number; readonly rows: number }> {
  const { files } = await writeDelivery(directory, deliveryOf(options));
  return { files: files.length, rows: files.reduce((sum, file) => sum + file.rows, 0) };
}

/** The agencies alone, with their drop folders in `home`. */
export function startSimulated(options: SimulateOptions, home: string): Promise<Agencies> {
  return startAgencies({ city: cityShown(options, options.day), day: options.day, home });
}
