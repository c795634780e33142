import { describe, expect, it } from '@jest/globals';
import { disclosureScope } from '../../src/modules/audit/index.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const { hub, ask } = await serveHub();
const query = await operation('DisclosureLog');
const AUDITOR = { persona: 'auditor', purpose: 'audit' };
const scope = disclosureScope({ operation: 'X', document: '', fields: ['Person.name'], masked: [], withheld: [] });

interface Page {
  readonly disclosures: {
    readonly edges: readonly {
      readonly node: { readonly at: string; readonly subject: string; readonly fields: string[] };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function record(subject: string, persons: readonly number[]): Promise<void> {
  await hub.audit.log.admit().record({
    subject,
    organisation: 'changning-civil-affairs',
    purpose: 'casework',
    caseId: 'C1',
    scope,
    decision: 'ALLOWED',
    persons,
    households: [],
  });
}

const page = async (after?: string | null): Promise<Page['disclosures'] | undefined> =>
  (await ask<Page>({ ...AUDITOR, query, variables: { personId: 'P1', first: 2, after } })).data?.disclosures;

describe('the auditor reads the disclosure log', () => {
  it('of one person, newest first, page by page, its own reading included', async () => {
    for (const subject of ['a', 'b', 'c']) await record(subject, [1, 2]);
    await record('of another', [2]);
    const first = await page();
    expect(first?.edges.map(({ node }) => node.subject)).toEqual(['c', 'b']);
    expect(first?.edges[0]?.node.fields).toEqual(['Person.name']);
    const second = await page(first?.pageInfo.endCursor);
    expect(second?.edges.map(({ node }) => node.subject)).toEqual(['a']);
    expect(second?.pageInfo.hasNextPage).toBe(false);
    expect((await page())?.edges.map(({ node }) => node.subject)).toEqual(['auditor', 'auditor']);
    expect((await hub.audit.verify()).problems).toEqual([]);
  });

  it('and nobody else does; the attempt is kept', async () => {
    const { errors } = await ask({
      persona: 'district-officer',
      purpose: 'verification',
      query,
      variables: { personId: 'P1', first: 2 },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const [row] = await hub.db.query('select subject, decision from disclosure order by at desc limit 1');
    expect(row).toEqual({ subject: 'district-officer', decision: 'REFUSED' });
  });
});
