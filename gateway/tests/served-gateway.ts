/** A gateway in a process of its own, over a hub and agencies of the test. */
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import { AGENCIES, type AgencyId } from '../../src/kernel/agency.ts';
import type { Federation } from '../../tests/support/federation.ts';
import type { Answer, Question } from '../../tests/support/served-hub.ts';
import { startProcess } from './own-process.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const SUPERGRAPH = fileURLToPath(new URL('../../schema/generated/supergraph.graphql', import.meta.url));

/** Nobody listens there: an agency that the test does not serve. */
const NOBODY = 'http://127.0.0.1:9/graphql';

/** The setting that says where an agency's part is reached. */
export const subgraphVariable = (agency: AgencyId): string =>
  `WANJIA_SUBGRAPH_${agency.replaceAll('-', '_').toUpperCase()}_URL`;

export interface ServedGateway {
  readonly url: string;
  ask<T>(question: Question): Promise<Answer<T>>;
  /** Asks the process to end, and waits; tells how it did. */
  end(): Promise<number | null>;
}

/** Starts the gateway; `urls` stand in for agencies' own. */
export async function serveGateway(
  { url, agencies, tokenOf }: Federation,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedGateway> {
  const own = AGENCIES.map((agency) => [subgraphVariable(agency), agencies.get(agency)?.url ?? NOBODY]);
  const gateway = await startProcess([MAIN], {
    PORT: '0',
    WANJIA_HUB_URL: url,
    WANJIA_SUPERGRAPH: SUPERGRAPH,
    // A busy machine is no failing agency; who tests that one is says so.
    WANJIA_SUBGRAPH_TIMEOUT_MS: '30000',
    ...Object.fromEntries(own),
    ...settings,
  });
  afterAll(() => gateway.kill());
  const address = `http://127.0.0.1:${gateway.port}/graphql`;
  return {
    url: address,
    end() {
      gateway.signal('SIGTERM');
      return gateway.ended;
    },
    async ask({ persona, purpose, caseId, query, variables, token }) {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token ?? (await tokenOf(persona))}`,
          ...(purpose && { 'wanjia-purpose': purpose }),
          ...(caseId && { 'wanjia-case': caseId }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as never;
    },
  };
}
