/** Consents over the hub's database, in the words of the access policy; and at the counter, from the command line. */
import { randomUUID } from 'node:crypto';
import type { ConsentWithdrawal, Listing } from '../cli/app.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import { type AccessPolicy, consentedKey } from '../modules/access/index.ts';
import { findOrganisation } from '../modules/administration/index.ts';
import { type ConsentRecord, type Consents, createConsents, WITHDRAWAL_WAYS } from '../modules/consent/index.ts';
import type { Hub } from './hub.ts';

export function consentsOf({ db, clock, sealing }: Hub, policy: AccessPolicy): Consents {
  return createConsents({
    db,
    clock,
    sealer: sealing.sealer,
    keyOf: consentedKey,
    words: {
      childrenUnder: policy.childrenUnder,
      needsRecipient: (kind) => policy.words.consents[kind]?.recipient ?? null,
      classesOf: policy.classesOf,
      isPurpose: (word) => policy.purposes.has(word),
      isOrganisation: async (word) => (await findOrganisation(db, policy, word)) !== null,
    },
  });
}

function stateOf(record: ConsentRecord, consents: Consents): string {
  if (record.withdrawal !== null) return 'WITHDRAWN';
  return consents.isInForce(record) ? 'IN_FORCE' : 'NOT_IN_FORCE';
}

/** Consents of a household as codes and ids; the evidence stays where it is. */
export async function listConsents(consents: Consents, householdId: number): Promise<Listing> {
  const found = await consents.list(householdId);
  return found.map((record) => ({
    id: encodeId('consent', BigInt(record.id)),
    person: record.personId === null ? null : encodeId('person', BigInt(record.personId)),
    kind: record.kind,
    scope: record.scope.join(' '),
    purposes: record.purposes.join(' '),
    recipient: record.recipient,
    from: record.validFrom,
    until: record.validUntil,
    state: stateOf(record, consents),
  }));
}

/** Whoever works at this machine reaches the whole jurisdiction. */
export async function withdrawAtCounter(
  { households, pack }: Hub,
  consents: Consents,
  id: number,
  { how, note, by }: ConsentWithdrawal,
): Promise<void> {
  const way = WITHDRAWAL_WAYS.find((known) => known === how);
  if (way === undefined)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'how', expected: WITHDRAWAL_WAYS.join(', ') });
  const divisions = [pack.division];
  const record = await consents.find(id);
  const profile = record && (await households.findById(record.householdId, null, { prefixes: divisions }));
  if (profile === null) throw new WanjiaError('NOT_FOUND', { what: 'consent' });
  const outcome = await consents.withdraw({
    worker: { subject: by, organisation: 'cli', divisions, rules: null },
    key: randomUUID(),
    profile,
    id,
    how: way,
    note: note ?? null,
    expectedVersion: null,
  });
  if (!outcome.ok) throw new WanjiaError(outcome.error.code, outcome.error.params);
}
