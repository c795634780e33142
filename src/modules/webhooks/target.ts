/** Whether the owner of an address wants to be told: asked before anything is sent. */
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Send } from '../../platform/http/outgoing.ts';

/**
 * The handshake of CloudEvents' "Web Hooks for Event Delivery" (section 4): the receiver names us, or everybody, as one
 * who may send. Whoever enters somebody else's address gets no further.
 */
export async function asksForEvents(send: Send, url: string, origin: string): Promise<Result<null, 'NOT_CONFIRMED'>> {
  const answer = await send({ url, method: 'OPTIONS', headers: { 'webhook-request-origin': origin }, body: '' });
  const allowed = answer.ok ? answer.value.header('webhook-allowed-origin') : undefined;
  return allowed === '*' || allowed === origin ? succeed(null) : fail('NOT_CONFIRMED');
}
