/** Opens what the records hold sealed, for the profiles that are built from them. */
import { recordTable } from '../../../connectors/sdk/index.ts';
import type { RecordType } from '../../kernel/agency.ts';
import { remembering } from '../../platform/crypto/remembering.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import { NUMBER_USE } from '../ingestion/index.ts';

/** The people of a few batches of households: neighbours share addresses, households share people. */
const REMEMBERED = 10_000;

export interface Opening {
  number(sealed: string | null): string | null;
  cell(recordType: RecordType, column: 'phone' | 'address', sealed: string | null): string | null;
}

export function createOpening(sealer: Sealer): Opening {
  const lately = remembering(sealer, REMEMBERED);
  const open = (use: string, sealed: string | null): string | null =>
    sealed === null ? null : lately.open(use, sealed);
  return {
    number: (sealed) => open(NUMBER_USE, sealed),
    cell: (recordType, column, sealed) => open(`${recordTable(recordType)}.${column}`, sealed),
  };
}
