/** Free texts of the module, sealed at rest. */
import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'consent', column: 'evidence' },
  { table: 'consent_withdrawal', column: 'note' },
];
