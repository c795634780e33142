/** Free texts of the module, sealed at rest. */
import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'emergency_access', column: 'reason' },
  { table: 'opening_request', column: 'reason' },
];
