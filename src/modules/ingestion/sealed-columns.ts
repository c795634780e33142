import { columnsOf, type RecordContract, recordTable } from '../../../connectors/sdk/index.ts';
import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';

/** Numbers, and rows that could not be read. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'sealed_number', column: 'value' },
  { table: 'quarantined_row', column: 'raw' },
];

/** What the contracts of the records say is sealed. */
export function sealedColumnsOf(contracts: readonly RecordContract[]): readonly SealedColumn[] {
  return contracts.flatMap((contract) =>
    columnsOf(contract)
      .filter(({ atRest }) => atRest === 'sealed')
      .map(({ column }) => ({ table: recordTable(contract.recordType), column })),
  );
}
