import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';

/** What people wrote about a family. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'alert', column: 'closing_note' },
  { table: 'visit', column: 'findings' },
];
