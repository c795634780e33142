/** Stands before an agency and does what it is told: passes on, or fails in one of the ways processes fail. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

export type Fault = 'none' | 'silent' | 'cut' | 'rubbish' | 'too few' | 'not a list' | 'broken';

export interface FaultyAgency {
  readonly url: string;
  /** Requests that came. */
  requests: number;
  fault: Fault;
}

/** Serves until the file's tests are over. */
export async function standBefore(agency: string): Promise<FaultyAgency> {
  const state = { url: '', requests: 0, fault: 'none' as Fault };
  const server = createServer(async (request, response) => {
    state.requests += 1;
    const { fault } = state;
    if (fault === 'silent') return;
    if (fault === 'cut') {
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '' } = request.headers;
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await fetch(agency, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const text = await answer.text();
    const entities = (of: (list: unknown[]) => unknown): string => {
      const body = JSON.parse(text) as { data: { _entities: unknown[] } };
      return JSON.stringify({ ...body, data: { _entities: of(body.data._entities) } });
    };
    const said: Readonly<Record<Exclude<Fault, 'silent' | 'cut'>, () => string>> = {
      none: () => text,
      rubbish: () => '<html>gone</html>',
      'too few': () => entities((list) => list.slice(1)),
      'not a list': () => entities((list) => list.map(() => ({ education: { status: 'KNOWN', enrolments: 'many' } }))),
      broken: () => JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(said[fault]());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return state;
}
