/** What the disabled persons' federation's records say of a person: the certificate, and services. */
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { DF01 } from './contracts/df01.ts';
import { DF02 } from './contracts/df02.ts';

/** DF01 */
export interface Certificate extends Sourced {
  readonly category: string;
  readonly level: string;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
  readonly status: string;
}

/** DF02 */
export interface DisabilityService extends Sourced {
  readonly item: string;
  readonly servedOn: Day;
  readonly amount: Fen | null;
}

export const DISABILITY_LISTS = {
  certificates: personList(DF01, {
    fields: ['category', 'level', 'issuedOn', 'expiresOn', 'status'],
    naming: { name: 'name', sex: 'sex', birthDate: 'birthDate', phone: 'phone' },
    read: ([category, level, issuedOn, expiresOn, status], source): Certificate => ({
      category,
      level,
      issuedOn,
      expiresOn,
      status,
      source,
    }),
  }),
  services: personList(DF02, {
    fields: ['item', 'servedOn', 'amount'],
    naming: { name: 'name' },
    read: ([item, servedOn, amount], source): DisabilityService => ({ item, servedOn, amount, source }),
  }),
};

export type DisabilityRecords = RecordsOf<typeof DISABILITY_LISTS>;

const VALID = '1';

/** The valid disability certificate: status 1, issued by the day, not run out before it; the newest of several. */
export function certificateOn({ certificates }: Pick<DisabilityRecords, 'certificates'>, day: Day): Certificate | null {
  const valid = certificates.filter(
    (entry) => entry.status === VALID && entry.issuedOn <= day && (entry.expiresOn === null || entry.expiresOn >= day),
  );
  return valid.reduce<Certificate | null>(
    (newest, entry) => (newest === null || entry.issuedOn > newest.issuedOn ? entry : newest),
    null,
  );
}
