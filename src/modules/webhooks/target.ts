/** Which addresses an endpoint may have, and whether its owner wants to be told: asked before anything is sent. */
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Send } from '../../platform/http/outgoing.ts';

/** An absolute https address without user, password or fragment; http only where the operator allows private targets. */
export function isTarget(text: string, plainAllowed: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || text.length > 2_000) return false;
  const scheme = url.protocol === 'https:' || (plainAllowed && url.protocol === 'http:');
  return scheme && url.username === '' && url.password === '' && url.hash === '';
}

/**
 * The handshake of CloudEvents' "Web Hooks for Event Delivery" (section 4): the receiver names us, or everybody, as one
 * who may send. Whoever enters somebody else's address gets no further.
 */
export async function asksForEvents(send: Send, url: string, origin: string): Promise<Result<null, 'NOT_CONFIRMED'>> {
  const answer = await send({ url, method: 'OPTIONS', headers: { 'webhook-request-origin': origin }, body: '' });
  const allowed = answer.ok ? answer.value.header('webhook-allowed-origin') : undefined;
  return allowed === '*' || allowed === origin ? succeed(null) : fail('NOT_CONFIRMED');
}
