/** The disclosure log: one row to read, and a log that keeps what is recorded in a list. */
import type { Disclosure, DisclosureEntry, DisclosureLog } from '../../../src/modules/audit/index.ts';

export const DISCLOSURES: readonly DisclosureEntry[] = [
  {
    writer: 'w',
    sequence: 1,
    at: 1_793_500_000_000,
    subject: 'adviser',
    organisation: 'subdistrict-310105001',
    purpose: 'casework',
    caseId: 'C1',
    operation: 'HouseholdById',
    fields: ['Person.name'],
    masked: ['Person.name'],
    withheld: ['Person.birthDate'],
    decision: 'WITHHELD',
  },
];

/** Keeps what is recorded in a list. */
export function keepingLog(rows: Disclosure[]): DisclosureLog {
  return {
    admit: () => ({ record: async (row) => void rows.push(row), release: () => {} }),
    close: async () => {},
  };
}
