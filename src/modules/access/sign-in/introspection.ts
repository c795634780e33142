/** Asks the provider whether a token is still good (RFC 7662): for tokens that are not signed, and for revoked ones. */
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { fetchJson } from '../../../platform/http/fetch-json.ts';
import { createKeeper } from './kept-answers.ts';
import { LONGEST_ANSWER, PROVIDER_TIMEOUT_MS } from './provider-metadata.ts';

/** An answer is believed for this long: a revocation is noticed no later. */
export const INTROSPECTION_KEPT_MS = 30_000;

/** What the hub is to the provider. */
export interface IntrospectionClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

const answerForm = z.looseObject({ active: z.boolean() });
export type IntrospectionAnswer = z.infer<typeof answerForm>;

/** Answers for a token; throws ISSUER_UNREACHABLE where the provider does not. */
export type Introspection = (token: string) => Promise<IntrospectionAnswer>;

/** RFC 6749 2.3.1: both are encoded as in a form before they are joined. */
function basic({ clientId, clientSecret }: IntrospectionClient): string {
  const encoded = [clientId, clientSecret].map((text) => encodeURIComponent(text)).join(':');
  return `Basic ${Buffer.from(encoded).toString('base64')}`;
}

export function createIntrospection(deps: {
  locate(): Promise<URL | null>;
  readonly client: IntrospectionClient;
  readonly clock: Clock;
}): Introspection {
  const keep = createKeeper<IntrospectionAnswer>(deps.clock);
  const ask = async (token: string): Promise<IntrospectionAnswer> => {
    const url = await deps.locate();
    if (url === null) throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'introspection', detail: 'NOT_OFFERED' });
    const answer = await fetchJson({
      url,
      form: { token, token_type_hint: 'access_token' },
      headers: { authorization: basic(deps.client) },
      timeoutMs: PROVIDER_TIMEOUT_MS,
      maxBytes: LONGEST_ANSWER,
    });
    const read = answerForm.safeParse(answer.ok ? answer.value : undefined);
    if (read.success) return read.data;
    const detail = answer.ok ? 'NOT_UNDERSTOOD' : answer.error;
    throw new WanjiaError('ISSUER_UNREACHABLE', { what: 'introspection', detail });
  };
  return (token) =>
    keep(token, async () => ({
      answer: await ask(token),
      until: deps.clock.now().getTime() + INTROSPECTION_KEPT_MS,
    }));
}
