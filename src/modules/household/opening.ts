/** Opens what the records hold sealed, for the profiles that are built from them. */
import { recordTable } from '../../../connectors/sdk/index.ts';
import type { RecordType } from '../../kernel/agency.ts';
import type { RememberingSealer } from '../../platform/crypto/remembering.ts';
import { NUMBER_USE } from '../ingestion/index.ts';

export interface Opening {
  number(sealed: string | null): string | null;
  cell(recordType: RecordType, column: 'phone' | 'address', sealed: string | null): string | null;
}

export function createOpening(sealer: RememberingSealer): Opening {
  const open = (use: string, sealed: string | null): string | null =>
    sealed === null ? null : sealer.open(use, sealed);
  return {
    number: (sealed) => open(NUMBER_USE, sealed),
    cell: (recordType, column, sealed) => open(`${recordTable(recordType)}.${column}`, sealed),
  };
}
