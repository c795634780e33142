import type { SealedColumn } from '../../../platform/crypto/sealed-form.ts';

/** Who says so, and what they said, in their own words. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'clue', column: 'source' },
  { table: 'clue', column: 'note' },
];
