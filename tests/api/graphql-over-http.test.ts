/** The audits of the GraphQL-over-HTTP specification, as its reference suite puts them, on the hub's endpoint. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { headersOf, startHub, type TestHub } from './support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

it('passes every audit of the specification without an error or a warning', async () => {
  const { authorization } = await headersOf('district-officer');
  const audits = serverAudits({
    url: `${hub.url}/graphql`,
    fetchFn: (url: string, request: { headers?: Record<string, string> } = {}) =>
      fetch(url, { ...request, headers: { ...request.headers, authorization: authorization ?? '' } }),
  });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const fallen = results.filter(({ status }) => status !== 'ok');
  expect(fallen.map((result) => ('reason' in result ? `${result.name}: ${result.reason}` : result.name))).toEqual([]);
  expect(results).toHaveLength(61);
});
