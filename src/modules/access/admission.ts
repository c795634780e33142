/** Who a believed token makes its bearer: by the administration's records, which its claims can only narrow. */
import { beijingDay } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { type Caller, NO_QUOTAS } from './caller.ts';
import type { AccountRecord, ClosedClass, OrganisationRecord, Standing } from './directory.ts';
import type { AccessPolicy } from './policy.ts';
import type { Identity } from './sign-in/identity.ts';
import { LOCAL_ISSUER } from './sign-in/local-issuer.ts';

type Refusal =
  | 'NOT_REGISTERED'
  | 'SUSPENDED'
  | 'EXPIRED'
  | 'ORGANISATION_UNKNOWN'
  | 'ORGANISATION_SUSPENDED'
  | 'OTHER_ORGANISATION'
  | 'CONTRACT_NOT_IN_FORCE'
  | 'NO_ROLE';

function refuse(reason: Refusal): never {
  throw new WanjiaError('NOT_ADMITTED', { reason });
}

/** What two lists of prefixes both cover. */
export function commonPrefixes(these: readonly string[], those: readonly string[]): string[] {
  const narrower = these.flatMap((one) =>
    those.flatMap((other) => (one.startsWith(other) ? [one] : other.startsWith(one) ? [other] : [])),
  );
  return [...new Set(narrower)];
}

/** An empty prefix would match every division. */
const isDivision = (prefix: string): boolean => /^\d{2,12}$/.test(prefix);

/** What an account would say of a caller of the demo: the hub signed its claims itself. */
type Grant = Pick<AccountRecord, 'handle' | 'organisation' | 'roles' | 'divisions' | 'purposes' | 'quotas'>;

function grantOf(identity: Identity, account: AccountRecord | null, today: string): Grant {
  const { issuer, subject, stated } = identity;
  if (account === null && issuer === LOCAL_ISSUER)
    return {
      handle: subject,
      organisation: stated.organisation ?? '',
      roles: stated.roles ?? [],
      divisions: (stated.divisions ?? []).filter(isDivision),
      purposes: null,
      quotas: NO_QUOTAS,
    };
  // A person's token must not make a system of its bearer because a name happens to be the same.
  if (account === null || (account.clientId !== null && account.clientId !== identity.clientId))
    return refuse('NOT_REGISTERED');
  if (account.suspended) refuse('SUSPENDED');
  if (account.expiresOn !== null && account.expiresOn < today) refuse('EXPIRED');
  if (issuer !== LOCAL_ISSUER && stated.organisation !== null && stated.organisation !== account.organisation)
    refuse('OTHER_ORGANISATION');
  return account;
}

/** The organisation as administered, or as the pack has it. */
function organisationOf(id: string, record: OrganisationRecord | null, policy: AccessPolicy): OrganisationRecord {
  const inPack = policy.organisations.get(id);
  if (record !== null && record.id === id) return record;
  if (inPack === undefined) return refuse('ORGANISATION_UNKNOWN');
  return { id, ...inPack, contractFrom: null, contractUntil: null, suspended: false };
}

function requireContract({ contractFrom, contractUntil }: OrganisationRecord, today: string): void {
  const begun = contractFrom === null || contractFrom <= today;
  const over = contractUntil !== null && contractUntil < today;
  if (!begun || over) refuse('CONTRACT_NOT_IN_FORCE');
}

/** Roles by record that its organisation may hold and its token does not leave out. */
function rolesOf(grant: Grant, organisation: OrganisationRecord, identity: Identity, policy: AccessPolicy): string[] {
  const holdable = policy.rolesFor(organisation.kind);
  const stated = identity.issuer === LOCAL_ISSUER ? null : identity.stated.roles;
  const roles = grant.roles.filter((role) => holdable.has(role) && stated?.includes(role) !== false);
  return roles.length === 0 ? refuse('NO_ROLE') : roles;
}

function closedFor(
  grant: { organisation: string; roles: string[]; id: string | null },
  closed: readonly ClosedClass[],
  now: Date,
): string[] {
  const concerned: Readonly<Record<ClosedClass['target'], (of: string) => boolean>> = {
    ORGANISATION: (of) => of === grant.organisation,
    ROLE: (of) => grant.roles.includes(of),
    ACCOUNT: (of) => of === grant.id,
  };
  const inForce = closed.filter(
    ({ target, of, from, until }) => concerned[target](of) && from <= now && (until === null || until > now),
  );
  return [...new Set(inForce.map(({ dataClass }) => dataClass))].sort();
}

/** The caller, or throws UNAUTHENTICATED for a revoked token, NOT_ADMITTED with the reason where records say no. */
export function admit(
  identity: Identity,
  { revoked, account, organisation: record, closed }: Standing,
  { policy, now }: { readonly policy: AccessPolicy; readonly now: Date },
): Caller {
  if (revoked) throw new WanjiaError('UNAUTHENTICATED', { detail: 'token revoked' });
  const today = beijingDay(now);
  const grant = grantOf(identity, account, today);
  const organisation = organisationOf(grant.organisation, record, policy);
  if (organisation.suspended) refuse('ORGANISATION_SUSPENDED');
  requireContract(organisation, today);
  const roles = rolesOf(grant, organisation, identity, policy);
  const stated = identity.issuer === LOCAL_ISSUER ? null : identity.stated.divisions;
  const divisions = commonPrefixes(grant.divisions, organisation.divisions);
  const id = account === null ? null : String(account.id);
  const { issuer, subject, clientId, issuedAt, stated: claims } = identity;
  return {
    identity: { issuer, subject, clientId, issuedAt, stated: claims },
    subject: grant.handle,
    organisation: organisation.id,
    roles,
    divisions: stated === null ? divisions : commonPrefixes(divisions, stated.filter(isDivision)),
    limits: {
      purposes: grant.purposes,
      closedClasses: closedFor({ organisation: organisation.id, roles, id }, closed, now),
      quotas: grant.quotas,
      contractUntil: organisation.contractUntil,
    },
  };
}
