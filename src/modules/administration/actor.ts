/** Who administers, and how far that reaches. */
import type { ErrorCode, ErrorParams } from '../../kernel/errors.ts';
import type { AccessPolicy } from '../access/index.ts';
import type { Account, AccountForm, Organisation, OrganisationForm } from './organisation.ts';

/** A caller with a role that administers, or the operator at the machine (`scope` null), who is the way back in. */
export interface Actor {
  readonly name: string;
  readonly organisation: string | null;
  readonly scope: { readonly roles: readonly string[]; readonly divisions: readonly string[] } | null;
}

/** Why something was not administered. */
export interface AdministrationRefusal {
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

/** Whether every wanted prefix lies in one that is held. */
export function covers(held: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((prefix) => held.some((own) => prefix.startsWith(own)));
}

const beyond = (what: string): AdministrationRefusal => ({ code: 'BEYOND_OWN_SCOPE', params: { what } });

/** Nobody touches or makes an organisation that reaches further than oneself. */
export function refuseOrganisation(
  actor: Actor,
  form: OrganisationForm,
  before: Organisation | null,
): AdministrationRefusal | null {
  if (actor.scope === null) return null;
  const { divisions } = actor.scope;
  if (!covers(divisions, [...form.divisions, ...(before?.divisions ?? [])])) return beyond('divisions');
  return form.id === actor.organisation ? { code: 'OWN_ACCOUNT' } : null;
}

/** Nobody gives, takes or keeps back what it could not give, and nobody changes its own account. */
export function refuseAccount(
  actor: Actor,
  form: AccountForm,
  { before, policy }: { readonly before: Account | null; readonly policy: AccessPolicy },
): AdministrationRefusal | null {
  if (actor.scope === null) return null;
  // A caller of the demo has no account yet: registering one for its subject would change what it is.
  if ([form.handle, form.subject, before?.handle].includes(actor.name)) return { code: 'OWN_ACCOUNT' };
  const given = policy.rolesGivenBy(actor.scope.roles);
  const role = [...form.roles, ...(before?.roles ?? [])].find((name) => !given.has(name));
  if (role !== undefined) return beyond(`role ${role}`);
  return covers(actor.scope.divisions, [...form.divisions, ...(before?.divisions ?? [])]) ? null : beyond('divisions');
}

/** What the organisation cannot hold, its accounts cannot. */
export function refuseForOrganisation(
  form: AccountForm,
  organisation: Organisation | null,
  policy: AccessPolicy,
): AdministrationRefusal | null {
  if (organisation === null) return { code: 'NOT_FOUND', params: { what: 'organisation' } };
  const holdable = policy.rolesFor(organisation.kind);
  const role = form.roles.find((name) => !policy.roles.has(name) || !holdable.has(name));
  if (role !== undefined) return { code: 'ROLE_NOT_HELD_BY', params: { kind: organisation.kind } };
  if (!covers(organisation.divisions, form.divisions))
    return { code: 'BEYOND_OWN_SCOPE', params: { what: 'divisions of the organisation' } };
  const purposes = policy.purposesOf(form.roles);
  return form.purposes?.every((purpose) => purposes.has(purpose)) === false
    ? { code: 'BAD_USER_INPUT', params: { input: 'purposes', expected: [...purposes].join(', ') } }
    : null;
}
