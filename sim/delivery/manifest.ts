import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';

interface ManifestFileCommon {
  readonly recordType: RecordType;
  readonly agency: AgencyId;
  readonly path: string;
  readonly mode: 'full' | 'incremental';
  readonly rows: number;
  readonly sha256: string;
}

/** One file of a delivery as its manifest names it. */
export type ManifestFile = ManifestFileCommon &
  (
    | { readonly format: 'csv'; readonly encoding: string }
    | { readonly format: 'xlsx'; readonly sheet: string; readonly headerRow: number }
  );

export interface Manifest {
  readonly deliveredAt: string;
  readonly asOf: string;
  readonly files: readonly ManifestFile[];
}
