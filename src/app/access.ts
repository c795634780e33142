/** Who may call, and what that opens: the policy in force, the tokens believed, the masks. */
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { WanjiaError } from '../kernel/errors.ts';
import {
  type AccessPolicy,
  createCallers,
  createErrandIssuer,
  createLocalIssuer,
  createMasks,
  createProviders,
  type ErrandIssuer,
  issueDemoToken,
  LOCAL_ISSUER,
  type LocalIssuer,
  loadPolicy,
  type Masks,
  type TokenReader,
  type TokenVerifier,
} from '../modules/access/index.ts';
import { type Administration, createAdministration, createDirectory } from '../modules/administration/index.ts';
import { secretKey } from '../platform/crypto/key-file.ts';
import type { Database } from '../platform/database/database.ts';
import { packFolder } from './project.ts';

export interface Access {
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly masks: Masks;
  readonly administration: Administration;
  /** Whose tokens are believed. */
  readonly issuers: readonly string[];
}

interface IssuerDeps {
  readonly config: Config;
  readonly clock: Clock;
}

/** `used`: the data classes of the schema it is for. */
export function openPolicy(used?: ReadonlySet<string>): Promise<AccessPolicy> {
  return loadPolicy(join(packFolder(), 'shanghai', 'changning', 'access.yaml'), used);
}

function keysFolder({ home }: Config): string {
  return join(home, 'keys');
}

/** The issuer whose key lies in the home folder. */
export function issuerOf({ config, clock }: IssuerDeps): Promise<LocalIssuer> {
  return createLocalIssuer({ keysFolder: keysFolder(config), clock });
}

/** Signs what agencies' own processes are told of a request. */
export function errandsOf({ config, clock }: IssuerDeps): Promise<ErrandIssuer> {
  return createErrandIssuer({ keysFolder: keysFolder(config), clock });
}

/** The demo's own issuer, unless others are configured: then its tokens are refused. */
async function openReader({ config, clock }: IssuerDeps): Promise<TokenReader> {
  const { issuers, jwksUrl, audience, skewSeconds, claims, introspection } = config.signIn;
  if (issuers.length === 0) return issuerOf({ config, clock });
  const jwks = jwksUrl === undefined ? undefined : new URL(jwksUrl);
  return createProviders(
    issuers.map((issuer) => ({ issuer, jwks, audience, skewSeconds, claims, introspection, clock })),
  );
}

export async function openAccess(
  deps: IssuerDeps & { readonly db: Database },
  used?: ReadonlySet<string>,
): Promise<Access> {
  const { config, clock, db } = deps;
  const [policy, reader, key] = await Promise.all([
    openPolicy(used),
    openReader(deps),
    secretKey(keysFolder(config), 'pseudonym.key'),
  ]);
  const { skewSeconds } = config.signIn;
  const issuers = config.signIn.issuers.length === 0 ? [LOCAL_ISSUER] : config.signIn.issuers;
  const directory = createDirectory({ db });
  return {
    policy,
    issuers,
    tokens: createCallers({ reader, directory, policy, clock }),
    masks: createMasks(key),
    administration: createAdministration({
      db,
      clock,
      policy,
      directory,
      skewSeconds,
      issuers,
    }),
  };
}

/**
 * A token of the local issuer for one of the demo's callers; for another name, of an account that was registered under
 * the local issuer.
 */
export async function demoToken(
  { config, clock }: IssuerDeps,
  name: string,
  administration?: () => Promise<Administration>,
): Promise<string> {
  const { issuers } = config.signIn;
  if (issuers.length > 0) throw new WanjiaError('LOCAL_ISSUER_OFF', { issuer: issuers.join(', ') });
  const [policy, issuer] = await Promise.all([openPolicy(), issuerOf({ config, clock })]);
  if (policy.personas.has(name) || administration === undefined) return issueDemoToken(policy, issuer, name);
  const account = await (await administration()).account(name);
  if (account?.issuer !== LOCAL_ISSUER) return issueDemoToken(policy, issuer, name);
  return issuer.issue(account, { clientId: account.clientId });
}
