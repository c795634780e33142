import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENCY_OF, RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import { dayNumber, dayText } from '../calendar/day-number.ts';
import type { City } from '../city/city.ts';
import { LIGHT_MESS, type Messiness } from '../mess/messiness.ts';
import { rowsOf } from '../mess/messy-rows.ts';
import { fieldsOf, headersOf } from '../records/record-layout.ts';
import type { RecordVersion } from '../records/record-version.ts';
import { openCsv } from './csv-writer.ts';
import { type DeliveryContent, versionsToDeliver } from './delivery-rows.ts';
import { FILE_PLANS } from './file-plan.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { headerRowOf, openSheet } from './sheet-writer.ts';
import type { TableWriter } from './table-writer.ts';

export type DeliverySource = DeliveryContent & {
  readonly city: City;
  /** The day whose end the delivery shows, `YYYY-MM-DD`; it is delivered the night after. */
  readonly day: string;
};

export interface DeliveryOptions {
  /** Default: {@link LIGHT_MESS}; null: every row clean. */
  readonly mess?: Messiness | null;
  /** Default: all of them, in a folder per agency. */
  readonly recordTypes?: readonly RecordType[];
  /** Files directly in the directory: a single agency's drop. */
  readonly flat?: boolean;
}

/**
 * Writes a delivery directory with its manifest, household by household; memory does not grow with the city.
 * An increment leaves out record types without changes.
 */
export function writeDelivery(directory: string, source: DeliverySource, options?: DeliveryOptions): Promise<Manifest> {
  const versions = versionsToDeliver(source.city, source.day, source);
  return writeVersions(directory, { day: source.day, mode: source.mode, versions }, options);
}

/** Record versions that somebody has already made. */
export interface VersionSource {
  readonly day: string;
  readonly mode: DeliveryContent['mode'];
  readonly versions: Iterable<readonly RecordVersion[]>;
}

/** Writes a delivery directory of given record versions. */
export async function writeVersions(
  directory: string,
  { day, mode, versions }: VersionSource,
  options: DeliveryOptions = {},
): Promise<Manifest> {
  const mess = options.mess === undefined ? LIGHT_MESS : options.mess;
  const outlets = new Map<RecordType, Outlet>();
  for (const type of options.recordTypes ?? RECORD_TYPES) {
    const outlet = new Outlet(directory, type, { mess, flat: options.flat ?? false });
    if (mode === 'full') await outlet.open();
    outlets.set(type, outlet);
  }
  await pour(versions, outlets, mess);
  const files: ManifestFile[] = [];
  for (const outlet of outlets.values()) {
    const file = await outlet.finish(mode);
    if (file !== null) files.push(file);
  }
  const manifest = { deliveredAt: `${dayText(dayNumber(day) + 1)}T02:00:00+08:00`, asOf: day, files };
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function pour(
  lists: Iterable<readonly RecordVersion[]>,
  outlets: ReadonlyMap<RecordType, Outlet>,
  mess: Messiness | null,
): Promise<void> {
  for (const versions of lists) {
    for (const version of versions) {
      const outlet = outlets.get(version.recordType);
      if (outlet === undefined) continue;
      const writer = outlet.writer ?? (await outlet.open());
      for (const row of rowsOf(version, mess)) writer.add(row);
      if (writer.isFull) await writer.drain();
    }
  }
}

interface OutletOptions {
  readonly mess: Messiness | null;
  readonly flat: boolean;
}

/** The file of one record type. */
class Outlet {
  readonly #directory: string;
  readonly #type: RecordType;
  readonly #options: OutletOptions;
  writer: TableWriter | null = null;

  constructor(directory: string, type: RecordType, options: OutletOptions) {
    this.#directory = directory;
    this.#type = type;
    this.#options = options;
  }

  async open(): Promise<TableWriter> {
    const { mess, flat } = this.#options;
    const plan = FILE_PLANS[this.#type];
    await mkdir(join(this.#directory, flat ? '' : AGENCY_OF[this.#type]), { recursive: true });
    const target = { path: join(this.#directory, this.#path()), headers: headersOf(this.#type) };
    this.writer =
      plan.format === 'csv'
        ? await openCsv({ ...target, plan, needlessQuotes: mess?.needlessQuotes ?? 0 })
        : openSheet({ ...target, plan, fields: fieldsOf(this.#type), sheetTypes: mess?.sheetTypes ?? 0 });
    return this.writer;
  }

  async finish(mode: DeliveryContent['mode']): Promise<ManifestFile | null> {
    if (this.writer === null) return null;
    const sha256 = await this.writer.finish();
    const plan = FILE_PLANS[this.#type];
    const growing = plan.format === 'csv' && plan.growing;
    const common = {
      recordType: this.#type,
      agency: AGENCY_OF[this.#type],
      path: this.#path(),
      mode: mode === 'increment' || growing ? ('incremental' as const) : ('full' as const),
      rows: this.writer.rows,
      sha256,
    };
    return plan.format === 'csv'
      ? { ...common, format: 'csv', encoding: plan.encoding }
      : { ...common, format: 'xlsx', sheet: plan.sheet, headerRow: headerRowOf(plan) };
  }

  #path(): string {
    const { fileName } = FILE_PLANS[this.#type];
    return this.#options.flat ? fileName : `${AGENCY_OF[this.#type]}/${fileName}`;
  }
}
