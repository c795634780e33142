/** One OpenID provider whose tokens are believed. */
import type { Clock } from '../../../kernel/clock.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { type ClaimNames, identityOf } from './claims.ts';
import type { Identity, TokenReader } from './identity.ts';
import { createIntrospection, type Introspection, type IntrospectionClient } from './introspection.ts';
import { createJwtReader, LONGEST_LIFE_HOURS } from './jwt-reader.ts';
import { createProviderKeys } from './provider-keys.ts';
import { discover, type ProviderMetadata } from './provider-metadata.ts';

export interface ProviderSettings {
  /** Exactly as the tokens name it. */
  readonly issuer: string;
  /** Where its keys are, for one that does not describe itself. */
  readonly jwks?: URL | undefined;
  readonly audience: string;
  readonly skewSeconds: number;
  readonly claims: ClaimNames;
  /** Asks the provider about every token. */
  readonly introspection?: IntrospectionClient | undefined;
  readonly clock: Clock;
}

const DESCRIPTION_KEPT_MS = 3_600_000;

/** The provider's description, read when needed and again after an hour; what is known goes on while it is away. */
function createDescription({ issuer, clock }: ProviderSettings): () => Promise<ProviderMetadata> {
  let known: { readonly metadata: ProviderMetadata; readonly readAt: number } | null = null;
  return async () => {
    const now = clock.now().getTime();
    if (known !== null && now - known.readAt < DESCRIPTION_KEPT_MS) return known.metadata;
    try {
      known = { metadata: await discover(issuer), readAt: now };
    } catch (error) {
      if (known === null) throw error;
    }
    return known.metadata;
  };
}

function inactive(): WanjiaError {
  return new WanjiaError('UNAUTHENTICATED', { detail: 'revoked or expired at its issuer' });
}

/** A token that is not signed says nothing by itself: what the provider answers about it is held to the same rules. */
async function readOpaque(token: string, ask: Introspection, settings: ProviderSettings): Promise<Identity> {
  const { active, ...claims } = await ask(token);
  if (!active) throw inactive();
  const audiences: readonly unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (!audiences.includes(settings.audience) || (claims.iss !== undefined && claims.iss !== settings.issuer))
    throw new WanjiaError('UNAUTHENTICATED', { detail: 'made out for another audience' });
  const identity = identityOf({ ...claims, iss: settings.issuer }, settings.claims);
  const now = settings.clock.now().getTime();
  const tooOld = now - identity.issuedAt.getTime() > LONGEST_LIFE_HOURS * 3_600_000;
  if (tooOld || identity.expires.getTime() <= now) throw inactive();
  return identity;
}

const isSigned = (token: string): boolean => token.split('.').length === 3;

/** Reads the provider's tokens; throws UNAUTHENTICATED, or ISSUER_UNREACHABLE where it had to be asked and was away. */
export function createProvider(settings: ProviderSettings): TokenReader {
  const { jwks, introspection: client, clock } = settings;
  const description = createDescription(settings);
  const key = createProviderKeys({ locate: async () => jwks ?? (await description()).jwks, clock });
  const signed = createJwtReader({ ...settings, key });
  if (client === undefined) return signed;
  const ask = createIntrospection({ locate: async () => (await description()).introspection, client, clock });
  return {
    async read(token) {
      if (!isSigned(token)) return readOpaque(token, ask, settings);
      const identity = await signed.read(token);
      if (!(await ask(token)).active) throw inactive();
      return identity;
    },
  };
}

/** The issuer a signed token names, before anything of it is believed. */
function issuerNamed(token: string): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return String((claims as { iss?: unknown } | null)?.iss ?? '');
  } catch {
    return null;
  }
}

/** Several providers: each token is read by the one it names. A token that is not signed goes to the first. */
export function createProviders(providers: readonly ProviderSettings[]): TokenReader {
  const readers = new Map(providers.map((settings) => [settings.issuer, createProvider(settings)]));
  const [first] = readers.values();
  return {
    async read(token) {
      const reader = isSigned(token) ? readers.get(issuerNamed(token) ?? '') : first;
      if (reader === undefined) throw new WanjiaError('UNAUTHENTICATED', { detail: 'of another issuer' });
      return reader.read(token);
    },
  };
}
