import type { SealedColumn } from '../../platform/crypto/sealed-form.ts';

/** What people wrote about a family and its case. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'case_file', column: 'goal' },
  { table: 'case_file', column: 'closing_note' },
  { table: 'referral', column: 'note' },
  { table: 'clue_report', column: 'family' },
  { table: 'clue_report', column: 'contact' },
];
