import { mkdir, mkdtemp, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';
import type { City } from '../city/city.ts';
import { versionsToDeliver } from '../delivery/delivery-rows.ts';
import type { Manifest } from '../delivery/manifest.ts';
import { type VersionSource, writeVersions } from '../delivery/write-delivery.ts';
import type { Messiness } from '../mess/messiness.ts';
import { typesOf } from '../records/record-layout.ts';
import type { RecordsByType } from './agency-rows.ts';
import type { DropFaults } from './faults.ts';

export interface DropFolderSettings {
  /** Holds one folder per delivery, named by its day. */
  readonly folder: string;
}

export interface DropFolderOptions {
  readonly agency: AgencyId;
  readonly city: City;
  readonly home: string;
  readonly mess: Messiness | null;
  /** The whole list every month, or what changed since the drop before. */
  readonly later: 'full' | 'increment';
}

/** An agency that leaves files in a folder once a month. */
export class DropFolder {
  readonly settings: DropFolderSettings;
  readonly #options: DropFolderOptions;
  readonly #types: readonly RecordType[];
  #faults: DropFaults = {};
  #last = '';

  constructor(options: DropFolderOptions) {
    this.#options = options;
    this.#types = typesOf(options.agency);
    this.settings = { folder: join(options.home, 'drop', options.agency) };
  }

  setFaults(faults: DropFaults): void {
    this.#faults = faults;
  }

  /** The first delivery: everything the agency holds. */
  async dropFirst(day: string, held: RecordsByType): Promise<void> {
    await this.#drop(day, { day, mode: 'full', versions: this.#types.map((type) => held.get(type) ?? []) });
  }

  /** The delivery at a later month's end. */
  async dropLater(day: string): Promise<void> {
    const { city, later } = this.#options;
    const content = later === 'full' ? { mode: later } : { mode: later, since: this.#last };
    await this.#drop(day, { day, mode: later, versions: versionsToDeliver(city, day, content) });
  }

  /**
   * A delivery appears in one piece: it is written elsewhere, then renamed. One that lies there already stays as it
   * is: an agency that starts again on the same day has nothing to add, and readers may be at it.
   */
  async #drop(day: string, source: VersionSource): Promise<void> {
    const { agency, home, mess } = this.#options;
    this.#last = day;
    const delivery = join(this.settings.folder, day);
    if (await exists(join(delivery, 'manifest.json'))) return;
    await mkdir(this.settings.folder, { recursive: true });
    const unfinished = await mkdtemp(join(home, `unfinished-${agency}-`));
    try {
      const manifest = await writeVersions(unfinished, source, { mess, recordTypes: this.#types, flat: true });
      await spoilFiles(unfinished, manifest, this.#faults);
      await rename(unfinished, delivery);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function spoilFiles(directory: string, manifest: Manifest, faults: DropFaults): Promise<void> {
  const cut = manifest.files.find(({ recordType }) => recordType === faults.truncated);
  if (cut !== undefined) {
    const path = join(directory, cut.path);
    const { size } = await stat(path);
    await truncate(path, Math.floor(size * 0.6));
  }
  if (faults.wrongChecksum === undefined) return;
  const files = manifest.files.map((file) =>
    file.recordType === faults.wrongChecksum ? { ...file, sha256: '0'.repeat(64) } : file,
  );
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
}
