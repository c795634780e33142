/** Administers who may call: organisations, their people and systems, what is suspended, which tokens are revoked. */
import { succeed } from '../../kernel/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { AccessPolicy } from '../access/index.ts';
import { type Actor, covers } from './actor.ts';
import { type Asked, type Change, type Outcome, refuse, type VersionedChange } from './change.ts';
import { type AdministrationParts, createChangeRunner, type Work } from './change-runner.ts';
import { type AdministrationEvent, listAdministered } from './history.store.ts';
import type { Account, Organisation } from './organisation.ts';
import {
  type AccountPage,
  findAccountByHandle,
  findAccountBySubject,
  findOrganisation,
  type Listed,
  listAccounts,
  listOrganisations,
} from './record.store.ts';
import { accountWork, organisationWork } from './record-work.ts';
import { type ClassSuspension, listSuspensions, type TokenRevocation, writeRevocation } from './suspension.store.ts';
import { liftingWork, suspendingWork } from './suspension-work.ts';

export interface Administration {
  /** A change that was made in a transaction of somebody else's is committed: it holds from the next request on. */
  noticed(): void;
  saveOrganisation(change: VersionedChange): Outcome<Organisation>;
  saveAccount(change: VersionedChange): Outcome<Account>;
  suspendClass(change: Change): Outcome<ClassSuspension>;
  liftSuspension(id: number, asked: Asked): Outcome<ClassSuspension>;
  revokeTokens(of: TokenRevocation, asked: Asked): Outcome<TokenRevocation>;
  /** All of them, the pack's and the administered, by id. */
  organisations(): Promise<readonly Organisation[]>;
  organisation(id: string): Promise<Organisation | null>;
  accounts(page: AccountPage): Promise<Listed<Account>>;
  account(handle: string): Promise<Account | null>;
  /** Those in force or to come. */
  suspensions(): Promise<readonly ClassSuspension[]>;
  history(page: { readonly first: number; readonly before: number | null }): Promise<Listed<AdministrationEvent>>;
}

/** A subject must be one the actor administers; a token or session may be anybody's, so that needs the jurisdiction. */
async function mayRevoke(tx: Transaction, policy: AccessPolicy, actor: Actor, of: TokenRevocation): Promise<boolean> {
  if (actor.scope === null) return true;
  if (of.kind !== 'SUBJECT') return covers(actor.scope.divisions, [policy.jurisdiction]);
  const account = await findAccountBySubject(tx, of.issuer, of.value);
  return account !== null && covers(actor.scope.divisions, account.divisions);
}

function revokingWork(parts: AdministrationParts, actor: Actor, of: TokenRevocation): Work<TokenRevocation> {
  const { clock, policy, issuers, skewSeconds } = parts;
  return async (tx) => {
    if (!issuers.includes(of.issuer)) return refuse('ISSUER_NOT_BELIEVED', { known: issuers.join(', ') });
    if (!(await mayRevoke(tx, policy, actor, of))) return refuse('BEYOND_OWN_SCOPE', { what: 'tokens' });
    // The issuer's clock may be ahead: a token of a moment ago may say it is of a moment to come.
    await writeRevocation(tx, of, new Date(clock.now().getTime() + skewSeconds * 1000));
    return succeed({ kind: 'TOKENS_REVOKED', target: `${of.kind.toLowerCase()} ${of.value}`, before: null, after: of });
  };
}

export function createAdministration(parts: AdministrationParts): Administration {
  const { db, clock, policy } = parts;
  const run = createChangeRunner(parts);
  return {
    noticed: () => parts.directory.changed(),
    saveOrganisation: (change) => run(change, organisationWork(parts, change)),
    saveAccount: (change) => run(change, accountWork(parts, change)),
    suspendClass: (change) => run(change, suspendingWork(parts, change)),
    liftSuspension: (id, asked) => run(asked, liftingWork(parts, asked.actor, id)),
    revokeTokens: (of, asked) => run(asked, revokingWork(parts, asked.actor, of)),
    organisations: () => listOrganisations(db, policy),
    organisation: (id) => findOrganisation(db, policy, id),
    accounts: (page) => listAccounts(db, page),
    account: (handle) => findAccountByHandle(db, handle),
    suspensions: () => listSuspensions(db, clock.now()),
    history: (page) => listAdministered(db, page),
  };
}
