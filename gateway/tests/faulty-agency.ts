/** Stands before an agency and does what it is told: passes on, or fails in one of the ways processes fail. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from '@jest/globals';

type Entities = readonly Readonly<Record<string, unknown>>[];

/** What comes instead of the answer, made of it. */
const SAID = {
  none: (answer) => answer,
  rubbish: () => '<html>gone</html>',
  'not an object': () => '["education"]',
  'too few': (answer) => withEntities(answer, (list) => list.slice(1)),
  'wrong types': (answer) => withEntities(answer, (list) => list.map((entity) => spoilt(entity, { status: 5 }))),
  'unheard of': (answer) => withEntities(answer, (list) => list.map((entity) => spoilt(entity, { status: 'FINE' }))),
  nothing: (answer) => withEntities(answer, (list) => list.map(() => ({}))),
  broken: () => JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
  'empty handed': () => JSON.stringify({ data: null }),
} as const satisfies Readonly<Record<string, (answer: string) => string>>;

/** Besides: it hangs up; it hangs up amid its answer; it says that it failed. */
export type Fault = keyof typeof SAID | 'cut' | 'truncated' | 'failed';

function withEntities(answer: string, of: (list: Entities) => unknown): string {
  const body = JSON.parse(answer) as { readonly data: { readonly _entities: Entities } };
  return JSON.stringify({ ...body, data: { _entities: of(body.data._entities) } });
}

/** An entity with other values in its section. */
function spoilt(entity: Entities[number], values: object): object {
  return Object.fromEntries(
    Object.entries(entity ?? {}).map(([name, section]) => [
      name,
      typeof section === 'object' ? { ...section, ...values } : section,
    ]),
  );
}

export interface FaultyAgency {
  readonly url: string;
  /** Requests that came. */
  requests: number;
  fault: Fault;
}

function answer(fault: Exclude<Fault, 'cut'>, body: string, response: ServerResponse): void {
  response.writeHead(fault === 'failed' ? 500 : 200, { 'content-type': 'application/json' });
  if (fault === 'truncated') response.write(body.slice(0, body.length / 2), () => response.destroy());
  else response.end(fault === 'failed' ? body : SAID[fault](body));
}

/** Serves until the file's tests are over. */
export async function standBefore(agency: string): Promise<FaultyAgency> {
  const state = { url: '', requests: 0, fault: 'none' as Fault };
  const server = createServer(async (request, response) => {
    state.requests += 1;
    const { fault } = state;
    if (fault === 'cut') {
      request.socket.destroy();
      return;
    }
    const { authorization = '' } = request.headers;
    const headers = { 'content-type': 'application/json', authorization };
    const answered = await fetch(agency, { method: 'POST', headers, body: await text(request) });
    answer(fault, await answered.text(), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return state;
}
