/** Records and withdraws consents, and says what is open by them now. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Sealer } from '../../platform/crypto/sealer.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { oncePerKey } from '../../platform/once/once-per-key.ts';
import { appendChanges } from '../../platform/outbox/outbox.ts';
import type { Worker } from '../alerting/index.ts';
import { ageOn, type ProfileOnDay } from '../household/index.ts';
import {
  type ConsentInForce,
  type ConsentRecord,
  consentsInForce,
  findConsent,
  findConsents,
  insertConsent,
  insertWithdrawal,
  listConsents,
} from './consent.store.ts';
import {
  type ConsentRefusal,
  type ConsentWords,
  type GivenConsent,
  type HouseholdConsents,
  refuseConsent,
  type WithdrawalWay,
} from './consent.ts';

/** What every order states: who records, under which key, and the household within that person's rows. */
interface Order {
  readonly worker: Worker;
  readonly key: string;
  readonly profile: ProfileOnDay;
}

export interface WithdrawalOrder extends Order {
  readonly id: number;
  readonly how: WithdrawalWay;
  readonly note: string | null;
  /** 1: as given, 2: withdrawn; null: not said. */
  readonly expectedVersion: number | null;
}

export interface Consents {
  record(order: Order & { readonly given: GivenConsent }): Promise<Result<{ readonly id: number }, ConsentRefusal>>;
  withdraw(order: WithdrawalOrder): Promise<Result<{ readonly id: number }, ConsentRefusal>>;
  /** All that were ever given in a household, the newest first. */
  list(householdId: number): Promise<readonly ConsentRecord[]>;
  findMany(ids: readonly number[]): Promise<readonly ConsentRecord[]>;
  find(id: number): Promise<ConsentRecord | null>;
  /** The sealed text of a record. */
  open(column: 'consent.evidence' | 'consent_withdrawal.note', sealed: string | null): string | null;
  /** Whether it holds today. */
  isInForce(record: ConsentRecord): boolean;
  /** What is open for a purpose and an organisation at this moment, household by household. */
  inForce(
    households: readonly number[],
    asked: { readonly purpose: string | null; readonly organisation: string },
  ): Promise<ReadonlyMap<number, HouseholdConsents>>;
}

export interface ConsentParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly words: ConsentWords;
  /** How the access module names a kind's consent to a data class. */
  keyOf(kind: string, dataClass: string): string;
}

export const VERSION_OF = { GIVEN: 1, WITHDRAWN: 2 } as const;

/** A consent as followers are told of it. */
interface ToldConsent extends Pick<GivenConsent, 'personId' | 'recipient'> {
  readonly id: number;
  readonly profile: ProfileOnDay;
}

/** Followers read the household and whom it is about again: what they may see of them may have changed. */
async function tell(
  tx: Transaction,
  kind: keyof typeof VERSION_OF,
  { id, profile, recipient, personId }: ToldConsent,
): Promise<void> {
  const { streetCode, committeeCode, members } = profile.document;
  const scope = [streetCode, committeeCode, recipient === null ? null : `org:${recipient}`].filter(
    (key) => key !== null,
  );
  const before = kind === 'GIVEN' ? [] : scope;
  const common = { householdId: profile.id, operation: 'UPSERT', after: scope } as const;
  const again = { ...common, kind: null, version: profile.version, before: scope };
  const persons = personId === null ? members.map(({ person }) => person.id) : [personId];
  await appendChanges(tx, [
    { ...common, type: 'CONSENT', id, kind, version: VERSION_OF[kind], before },
    { ...again, type: 'HOUSEHOLD', id: profile.id },
    ...persons.map((person) => ({ ...again, type: 'PERSON' as const, id: person })),
  ]);
}

function byHousehold(rows: readonly ConsentInForce[], { words, keyOf }: ConsentParts): Map<number, HouseholdConsents> {
  const found = new Map<number, { household: Set<string>; persons: Map<number, Set<string>> }>();
  for (const { householdId, personId, kind, scope } of rows) {
    const consents = found.get(householdId) ?? { household: new Set(), persons: new Map() };
    found.set(householdId, consents);
    const open = personId === null ? consents.household : (consents.persons.get(personId) ?? new Set<string>());
    if (personId !== null) consents.persons.set(personId, open);
    // A word that the policy has lost opens nothing.
    for (const dataClass of words.classesOf(scope) ?? []) open.add(keyOf(kind, dataClass));
  }
  return found;
}

function listedIn({ document, day }: ProfileOnDay) {
  return document.members.map(({ person, notCounted }) => ({
    id: person.id,
    age: ageOn(person, day),
    counted: notCounted === null,
  }));
}

type Outcome = Result<{ readonly id: number }, ConsentRefusal>;

function record(parts: ConsentParts, { worker, key, profile, given }: Parameters<Consents['record']>[0]) {
  const { db, clock, sealer, words } = parts;
  const now = clock.now();
  return db.tx((tx) =>
    oncePerKey(
      tx,
      { sealer, worker, key, operation: 'recordConsent', asked: { household: profile.id, given }, now },
      async (): Promise<Outcome> => {
        const refusal = await refuseConsent(given, { listed: listedIn(profile), today: beijingDay(now), words });
        if (refusal !== null) return fail(refusal);
        const sealed = { ...given, evidence: sealer.seal('consent.evidence', given.evidence.trim()) };
        const id = await insertConsent(tx, { householdId: profile.id, given: sealed, at: now, by: worker });
        await tell(tx, 'GIVEN', { ...given, id, profile });
        return succeed({ id });
      },
    ),
  );
}

function withdraw({ db, clock, sealer }: ConsentParts, order: WithdrawalOrder) {
  const { worker, key, profile, id, how, note, expectedVersion } = order;
  const now = clock.now();
  return db.tx((tx) =>
    oncePerKey(
      tx,
      { sealer, worker, key, operation: 'withdrawConsent', asked: { id, how, note, expectedVersion }, now },
      async (): Promise<Outcome> => {
        const found = await findConsent(tx, id);
        if (found === null || found.householdId !== profile.id)
          return fail({ code: 'NOT_FOUND', params: { what: 'consent' } });
        const version = found.withdrawal === null ? VERSION_OF.GIVEN : VERSION_OF.WITHDRAWN;
        const stale = expectedVersion !== null && expectedVersion !== version;
        const kept = sealer.seal('consent_withdrawal.note', note);
        if (stale || !(await insertWithdrawal(tx, { id, at: now, how, note: kept, by: worker })))
          return fail({
            code: 'CONFLICT',
            params: { state: found.withdrawal === null ? 'GIVEN' : 'WITHDRAWN', version },
          });
        await tell(tx, 'WITHDRAWN', { ...found, id, profile });
        return succeed({ id });
      },
    ),
  );
}

export function createConsents(parts: ConsentParts): Consents {
  const { db, clock, sealer } = parts;
  return {
    record: (order) => record(parts, order),
    withdraw: (order) => withdraw(parts, order),
    list: (householdId) => listConsents(db, householdId),
    findMany: (ids) => findConsents(db, ids),
    find: (id) => findConsent(db, id),
    open: (column, sealed) => sealer.open(column, sealed),
    isInForce: ({ validFrom, validUntil, withdrawal }) => {
      const today = beijingDay(clock.now());
      return withdrawal === null && validFrom <= today && today <= validUntil;
    },
    inForce: async (households, { purpose, organisation }) => {
      // Without a purpose nobody has agreed to anything.
      if (purpose === null) return new Map();
      const day = beijingDay(clock.now());
      return byHousehold(await consentsInForce(db, households, { purpose, organisation, day }), parts);
    },
  };
}
