/** Who may call, and what that opens: the policy in force, the tokens believed, the masks. */
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { WanjiaError } from '../kernel/errors.ts';
import {
  type AccessPolicy,
  createLocalIssuer,
  createMasks,
  createRemoteVerifier,
  issueDemoToken,
  type LocalIssuer,
  loadPolicy,
  type Masks,
  type TokenVerifier,
} from '../modules/access/index.ts';
import { secretKey } from '../platform/crypto/key-file.ts';
import { packFolder } from './project.ts';

export interface Access {
  readonly policy: AccessPolicy;
  readonly tokens: TokenVerifier;
  readonly masks: Masks;
}

interface AccessDeps {
  readonly config: Config;
  readonly clock: Clock;
}

export function openPolicy(): Promise<AccessPolicy> {
  return loadPolicy(join(packFolder(), 'shanghai', 'changning', 'access.yaml'));
}

function keysFolder({ home }: Config): string {
  return join(home, 'keys');
}

/** The issuer whose key lies in the home folder. */
export function issuerOf({ config, clock }: AccessDeps): Promise<LocalIssuer> {
  return createLocalIssuer({ keysFolder: keysFolder(config), clock });
}

async function openTokens({ config, clock }: AccessDeps): Promise<TokenVerifier> {
  const { issuer, audience } = config.signIn;
  if (issuer === undefined) return issuerOf({ config, clock });
  return createRemoteVerifier({
    issuer: issuer.url,
    jwksUrl: new URL(issuer.jwksUrl),
    audience,
    clock,
    clockToleranceSeconds: 5,
  });
}

export async function openAccess(deps: AccessDeps): Promise<Access> {
  const [policy, tokens, key] = await Promise.all([
    openPolicy(),
    openTokens(deps),
    secretKey(keysFolder(deps.config), 'pseudonym.key'),
  ]);
  return { policy, tokens, masks: createMasks(key) };
}

/** A token of the local issuer for one of the demo's callers. */
export async function demoToken({ config, clock }: AccessDeps, persona: string): Promise<string> {
  if (config.signIn.issuer !== undefined)
    throw new WanjiaError('LOCAL_ISSUER_OFF', { issuer: config.signIn.issuer.url });
  return issueDemoToken(await openPolicy(), await issuerOf({ config, clock }), persona);
}
