/** Where an identity provider publishes its keys and answers questions (OpenID Connect Discovery 1.0). */
import { z } from 'zod';
import { WanjiaError } from '../../../kernel/errors.ts';
import { isSecureAddress } from '../../../kernel/secure-address.ts';
import { fetchJson } from '../../../platform/http/fetch-json.ts';

export interface ProviderMetadata {
  readonly jwks: URL;
  /** RFC 7662; null: it does not answer such questions. */
  readonly introspection: URL | null;
}

const address = z.string().refine(isSecureAddress);
const discovery = z.object({ issuer: z.string(), jwks_uri: address, introspection_endpoint: address.optional() });

export const PROVIDER_TIMEOUT_MS = 3_000;
export const LONGEST_ANSWER = 262_144;

/** Reads the provider's own description; throws ISSUER_UNREACHABLE where it is not to be had or not the issuer's. */
export async function discover(issuer: string): Promise<ProviderMetadata> {
  const url = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const answer = await fetchJson({ url, timeoutMs: PROVIDER_TIMEOUT_MS, maxBytes: LONGEST_ANSWER });
  if (!answer.ok) throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'discovery', detail: answer.error });
  const read = discovery.safeParse(answer.value);
  if (!read.success) throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'discovery', detail: 'NOT_UNDERSTOOD' });
  if (read.data.issuer !== issuer)
    throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'discovery', detail: 'OTHER_ISSUER' });
  const { jwks_uri, introspection_endpoint: introspection } = read.data;
  return { jwks: new URL(jwks_uri), introspection: introspection === undefined ? null : new URL(introspection) };
}
