/** What operators administer at the hub's machine: not bounded by a scope, the way back in, and noted like all of it. */
import type { AdministrationApp, Listing } from '../cli/app.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type {
  Account,
  Actor,
  AdministrationRefusal,
  ClassSuspension,
  Organisation,
} from '../modules/administration/index.ts';
import { type Access, openAccess } from './access.ts';
import type { Hub } from './hub.ts';

const WHOLE = 10_000;

function done<T>(made: Result<T, AdministrationRefusal>): T {
  if (!made.ok) throw new WanjiaError(made.error.code, made.error.params);
  return made.value;
}

const operator = ({ by, reason }: { by: string; reason: string }): { actor: Actor; reason: string } => ({
  actor: { name: by, organisation: null, scope: null },
  reason,
});

function organisationRow({ id, title, kind, divisions, contractFrom, contractUntil, suspended }: Organisation) {
  const contract =
    contractFrom === null && contractUntil === null ? '' : `${contractFrom ?? ''}…${contractUntil ?? ''}`;
  return { id, title, kind, divisions: divisions.join(' '), contract, suspended: suspended ? 'yes' : '' };
}

function accountRow({ handle, clientId, organisation, roles, divisions, expiresOn, suspended }: Account) {
  const lists = { roles: roles.join(' '), divisions: divisions.join(' ') };
  return {
    handle,
    ...(clientId && { clientId }),
    organisation,
    ...lists,
    expiresOn,
    suspended: suspended ? 'yes' : '',
  };
}

function suspensionRow({ id, target, of, dataClass, reason, until }: ClassSuspension) {
  return {
    id: encodeId('classSuspension', BigInt(id)),
    target,
    of,
    dataClass,
    until: until?.toISOString() ?? null,
    reason,
  };
}

/** Every division the policy speaks of, and beyond: an operator sees all accounts. */
const EVERYWHERE = [''];

async function list({ administration }: Access, what: Parameters<AdministrationApp['list']>[0]): Promise<Listing> {
  if (what === 'organisations') return (await administration.organisations()).map(organisationRow);
  if (what === 'suspensions') return (await administration.suspensions()).map(suspensionRow);
  const kind = what === 'staff' ? 'STAFF' : 'CLIENT';
  const page = { kind, organisation: null, within: EVERYWHERE, after: null, first: WHOLE } as const;
  return (await administration.accounts(page)).rows.map(accountRow);
}

/** A new organisation reaches the jurisdiction unless said otherwise. */
function organisationForm(id: string, before: Organisation | null, { policy }: Access): object {
  const { version: _version, ...record } = before ?? { version: 0, divisions: [policy.jurisdiction], suspended: false };
  return { ...record, id };
}

function accountForm(handle: string, before: Account | null, issuer: string): object {
  const {
    version: _version,
    id: _id,
    ...record
  } = before ?? { id: 0, version: 0, issuer, subject: handle, suspended: false };
  return { ...record, handle };
}

/** `changes` states what differs from the record; what is said of nothing stays. */
export function administerHub(hub: () => Promise<Hub>): AdministrationApp {
  const access = async (): Promise<Access> => openAccess(await hub());
  return {
    list: async (what) => list(await access(), what),
    async saveOrganisation(id, changes, decision) {
      const opened = await access();
      const before = await opened.administration.organisation(id);
      const form = { ...organisationForm(id, before, opened), ...changes };
      const change = { ...operator(decision), expectedVersion: before?.version ?? null, form };
      done(await opened.administration.saveOrganisation(change));
    },
    async saveAccount(handle, changes, decision) {
      const { administration, issuers } = await access();
      const before = await administration.account(handle);
      const { quotas, ...others } = changes;
      const form = {
        ...accountForm(handle, before, issuers[0] ?? ''),
        ...others,
        quotas: { ...before?.quotas, ...quotas },
      };
      const change = { ...operator(decision), expectedVersion: before?.version ?? null, form };
      done(await administration.saveAccount(change));
    },
    async suspendClass(form, decision) {
      const { administration } = await access();
      const made = done(await administration.suspendClass({ ...operator(decision), form }));
      return encodeId('classSuspension', BigInt(made.id));
    },
    async liftSuspension(id, decision) {
      done(await (await access()).administration.liftSuspension(Number(id), operator(decision)));
    },
    async revokeTokens({ issuer, ...of }, decision) {
      const { administration, issuers } = await access();
      const named = { ...of, issuer: issuer ?? issuers[0] ?? '' };
      done(await administration.revokeTokens(named, operator(decision)));
    },
  };
}
