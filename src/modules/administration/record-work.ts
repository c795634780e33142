/** Organisations and accounts are written whole: a request states all of a record, and the version it has seen. */
import { fail, succeed } from '../../kernel/result.ts';
import { refuseAccount, refuseForOrganisation, refuseOrganisation } from './actor.ts';
import { readForm, refuse, stale, type VersionedChange } from './change.ts';
import type { AdministrationParts, Work } from './change-runner.ts';
import { type Account, accountForm, type Organisation, organisationForm } from './organisation.ts';
import { findAccounts, findOrganisation, writeAccount, writeOrganisation } from './record.store.ts';

export function organisationWork(
  { policy }: AdministrationParts,
  { actor, expectedVersion, form: asked }: VersionedChange,
): Work<Organisation> {
  return async (tx) => {
    const form = readForm(organisationForm, asked);
    if (!form.ok) return form;
    const before = await findOrganisation(tx, policy, form.value.id);
    const refusal = refuseOrganisation(actor, form.value, before) ?? stale(expectedVersion, before);
    if (refusal !== null) return fail(refusal);
    const after = await writeOrganisation(tx, form.value);
    return succeed({ kind: 'ORGANISATION_SAVED', target: `organisation ${after.id}`, before, after });
  };
}

export function accountWork(
  { policy, issuers }: AdministrationParts,
  { actor, expectedVersion, form: asked }: VersionedChange,
): Work<Account> {
  return async (tx) => {
    const form = readForm(accountForm, asked);
    if (!form.ok) return form;
    if (!issuers.includes(form.value.issuer)) return refuse('ISSUER_NOT_BELIEVED', { known: issuers.join(', ') });
    const found = await findAccounts(tx, form.value);
    const before = found.find(({ handle }) => handle === form.value.handle) ?? null;
    const refusal = refuseAccount(actor, form.value, { before, policy }) ?? stale(expectedVersion, before);
    if (refusal !== null) return fail(refusal);
    if (found.some((account) => account !== before)) return refuse('ALREADY_REGISTERED');
    const organisation = await findOrganisation(tx, policy, form.value.organisation);
    const unfit = refuseForOrganisation(form.value, organisation, policy);
    if (unfit !== null) return fail(unfit);
    const after = await writeAccount(tx, form.value);
    return succeed({ kind: 'ACCOUNT_SAVED', target: `account ${after.handle}`, before, after });
  };
}
