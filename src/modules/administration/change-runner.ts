/** Makes changes one at a time, each in one transaction with its line in the history. */
import { beijingDay, type Clock } from '../../kernel/clock.ts';
import { fail, succeed } from '../../kernel/result.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { AccessPolicy } from '../access/index.ts';
import type { AdministrationRefusal } from './actor.ts';
import { type Asked, type Outcome, refuse } from './change.ts';
import type { AdministeredDirectory } from './directory.store.ts';
import { noteAdministered } from './history.store.ts';
import { countAdministrators } from './record.store.ts';

export interface AdministrationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly policy: AccessPolicy;
  readonly directory: AdministeredDirectory;
  /** Whose tokens are believed. */
  readonly issuers: readonly string[];
  readonly skewSeconds: number;
}

/** What was done, for the history. */
export interface Noted<T> {
  readonly kind: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: T;
}

export type Work<T> = (tx: Transaction) => Outcome<Noted<T>>;
export type ChangeRunner = <T>(change: Asked, work: Work<T>) => Outcome<T>;

/** What two administrators do at once could lock everybody out. */
const LOCK = 'administration';

/** Ends a transaction without its changes, carrying why. */
class NotDone extends Error {
  readonly refusal: AdministrationRefusal;
  constructor(refusal: AdministrationRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function inTurn<T>(
  tx: Transaction,
  { clock, policy }: AdministrationParts,
  change: Asked & { readonly work: Work<T> },
): Promise<T> {
  await tx.lock(LOCK);
  const now = clock.now();
  const administrators = (): Promise<number> => {
    const roles = [...policy.roles].filter((role) => policy.rolesGivenBy([role]).size > 0);
    return countAdministrators(tx, roles, beijingDay(now));
  };
  const before = await administrators();
  const done = await change.work(tx);
  if (!done.ok) throw new NotDone(done.error);
  if (before > 0 && (await administrators()) === 0) throw new NotDone({ code: 'LAST_ADMINISTRATOR' });
  const { name, organisation } = change.actor;
  await noteAdministered(tx, { at: now, actor: name, organisation, reason: change.reason, ...done.value });
  return done.value.after;
}

/** Leaves a transaction as it was before a change that was not made. */
async function attempt<T>(tx: Transaction, make: () => Promise<T>): Outcome<T> {
  await tx.execute('SAVEPOINT administration');
  try {
    return succeed(await make());
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    await tx.execute('ROLLBACK TO SAVEPOINT administration');
    return fail(error.refusal);
  }
}

export function createChangeRunner(parts: AdministrationParts): ChangeRunner {
  return async ({ actor, reason, tx: given }, work) => {
    if (reason.trim() === '') return refuse('TEXT_REQUIRED', { input: 'reason' });
    const make = (tx: Transaction) => attempt(tx, () => inTurn(tx, parts, { actor, reason, work }));
    if (given !== undefined) return make(given);
    try {
      return await parts.db.tx(make);
    } finally {
      parts.directory.changed();
    }
  };
}
