/** The rows of organisations and accounts. */

import type { Queryable } from '../../platform/database/database.ts';
import type { AccessPolicy } from '../access/index.ts';
import type { Account, AccountForm, Organisation, OrganisationForm } from './organisation.ts';

export const ORGANISATION = `id, title, kind, divisions, contract_from as "contractFrom", contract_until as "contractUntil",
  suspended, version`;

/** An account as the directory and the lists read it, under the table's own name. */
export const ACCOUNT = `account.id, handle, issuer, subject, client_id as "clientId", organisation, roles,
  account.divisions, purposes,
  jsonb_build_object('requestsPerMinute', requests_per_minute, 'lookupsPerHour', lookups_per_hour,
    'missesPerHour', misses_per_hour, 'exportRowsPerDay', export_rows_per_day) as quotas,
  expires_on as "expiresOn", account.suspended, account.version`;

/** One that nobody changed stands in the pack. */
function ofPack(policy: AccessPolicy, id: string): Organisation | null {
  const known = policy.organisations.get(id);
  if (known === undefined) return null;
  return { id, ...known, contractFrom: null, contractUntil: null, suspended: false, version: 0 };
}

export async function findOrganisation(at: Queryable, policy: AccessPolicy, id: string): Promise<Organisation | null> {
  const [row] = await at.query<Organisation>(`select ${ORGANISATION} from organisation where id = $1`, [id]);
  return row ?? ofPack(policy, id);
}

/** All of them, the pack's and the administered, by id. */
export async function listOrganisations(at: Queryable, policy: AccessPolicy): Promise<Organisation[]> {
  const rows = await at.query<Organisation>(`select ${ORGANISATION} from organisation`);
  const known = new Map(rows.map((row) => [row.id, row]));
  const packs = [...policy.organisations.keys()].flatMap((id) => (known.has(id) ? [] : (ofPack(policy, id) ?? [])));
  return [...rows, ...packs].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function writeOrganisation(at: Queryable, form: OrganisationForm): Promise<Organisation> {
  const { id, title, kind, divisions, contractFrom, contractUntil, suspended } = form;
  const [row] = await at.query<Organisation>(
    `insert into organisation (id, title, kind, divisions, contract_from, contract_until, suspended)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set title = $2, kind = $3, divisions = $4, contract_from = $5, contract_until = $6,
       suspended = $7, version = organisation.version + 1
     returning ${ORGANISATION}`,
    [id, title, kind, divisions, contractFrom, contractUntil, suspended],
  );
  if (row === undefined) throw new Error('a written row was not returned');
  return row;
}

/** All that a new account could be confused with: by handle, or by who its tokens speak of. */
export async function findAccounts(
  at: Queryable,
  { handle, issuer, subject }: Pick<AccountForm, 'handle' | 'issuer' | 'subject'>,
): Promise<readonly Account[]> {
  return at.query<Account>(`select ${ACCOUNT} from account where handle = $1 or (issuer = $2 and subject = $3)`, [
    handle,
    issuer,
    subject,
  ]);
}

async function findOne(at: Queryable, condition: string, params: readonly string[]): Promise<Account | null> {
  const [row] = await at.query<Account>(`select ${ACCOUNT} from account where ${condition}`, params);
  return row ?? null;
}

export function findAccountByHandle(at: Queryable, handle: string): Promise<Account | null> {
  return findOne(at, 'handle = $1', [handle]);
}

export function findAccountById(at: Queryable, id: string): Promise<Account | null> {
  return findOne(at, 'id::text = $1', [id]);
}

export function findAccountBySubject(at: Queryable, issuer: string, subject: string): Promise<Account | null> {
  return findOne(at, 'issuer = $1 and subject = $2', [issuer, subject]);
}

/** A page of a list. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

export interface AccountPage {
  readonly kind: 'STAFF' | 'CLIENT';
  readonly organisation: string | null;
  /** Only accounts all of whose divisions lie in these. */
  readonly within: readonly string[];
  readonly after: number | null;
  readonly first: number;
}

const WITHIN = `(client_id is not null) = $1 and ($2::text is null or organisation = $2)
  and not exists (select 1 from unnest(divisions) as d(code)
    where not exists (select 1 from unnest($3::text[]) as w(prefix) where starts_with(d.code, w.prefix)))`;

export async function listAccounts(at: Queryable, page: AccountPage): Promise<Listed<Account>> {
  const { kind, organisation, within, after, first } = page;
  const asked = [kind === 'CLIENT', organisation, within];
  const [count] = await at.query<{ total: number }>(
    `select count(*)::int as total from account where ${WITHIN}`,
    asked,
  );
  const rows = await at.query<Account>(
    `select ${ACCOUNT} from account where ${WITHIN} and id > coalesce($4, 0) order by id limit $5`,
    [...asked, after, first + 1],
  );
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first, totalCount: count?.total ?? 0 };
}

export async function writeAccount(at: Queryable, form: AccountForm): Promise<Account> {
  const { requestsPerMinute, lookupsPerHour, missesPerHour, exportRowsPerDay } = form.quotas;
  const [row] = await at.query<Account>(
    `insert into account (handle, issuer, subject, client_id, organisation, roles, divisions, purposes,
       requests_per_minute, lookups_per_hour, misses_per_hour, export_rows_per_day, expires_on, suspended)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (handle) do update set issuer = $2, subject = $3, client_id = $4, organisation = $5, roles = $6,
       divisions = $7, purposes = $8, requests_per_minute = $9, lookups_per_hour = $10, misses_per_hour = $11,
       export_rows_per_day = $12, expires_on = $13, suspended = $14, version = account.version + 1
     returning ${ACCOUNT}`,
    [
      form.handle,
      form.issuer,
      form.subject,
      form.clientId,
      form.organisation,
      form.roles,
      form.divisions,
      form.purposes,
      requestsPerMinute,
      lookupsPerHour,
      missesPerHour,
      exportRowsPerDay,
      form.expiresOn,
      form.suspended,
    ],
  );
  if (row === undefined) throw new Error('a written row was not returned');
  return row;
}

/** Accounts that could administer today: neither they nor their organisation suspended or over. */
export async function countAdministrators(at: Queryable, roles: readonly string[], today: string): Promise<number> {
  const [row] = await at.query<{ count: number }>(
    `select count(*)::int as count from account left join organisation on organisation.id = account.organisation
     where roles && $1::text[] and not account.suspended and (expires_on is null or expires_on >= $2::date)
       and not coalesce(organisation.suspended, false)
       and coalesce(contract_from <= $2::date, true) and coalesce(contract_until >= $2::date, true)`,
    [roles, today],
  );
  return row?.count ?? 0;
}
