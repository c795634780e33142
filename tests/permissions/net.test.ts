/** The net under resolvers and subscriptions, for whatever is not executed on a cleared schema. */
import { describe, expect, it } from '@jest/globals';
import { isObjectType, parse, subscribe } from 'graphql';
import { netSchema } from '../../schema/permissions/net.ts';
import { createRequestContext } from '../../schema/request-context.ts';
import { createLookupQuota } from '../../src/modules/access/index.ts';
import { graph, masks, policy, schema } from '../api/support/hub.ts';
import { records } from '../api/support/run.ts';
import { clock } from '../api/support/sample-city.ts';

const netted = netSchema(schema);

function contextOf(role: string, purpose: string) {
  const caller = { subject: 'net', organisation: 'test', roles: [role], divisions: ['310105'] };
  const clearance = policy.clear([role], purpose);
  return createRequestContext(
    { graph, masks, clock, records, lookups: createLookupQuota({ clock, ledger: graph.lookupLedger }) },
    { caller, purpose, caseId: null, caseHousehold: null, clearance },
  );
}

/** What opening each subscription comes to, of a schema whose streams open. */
async function opened(role: string, purpose: string, text: string): Promise<string> {
  const answer = await subscribe({ schema: netted, document: parse(text), contextValue: contextOf(role, purpose) });
  return 'errors' in answer ? (answer.errors?.[0]?.message ?? '') : 'open';
}

describe('the net', () => {
  it('stands under every field that opens a subscription, and every object that a union may hold', () => {
    const fields = Object.values(netted.getSubscriptionType()?.getFields() ?? {});
    const plain = schema.getSubscriptionType()?.getFields() ?? {};
    expect(fields.length).toBeGreaterThan(0);
    for (const { name, subscribe: open } of fields) expect(open).not.toBe(plain[name]?.subscribe);
    for (const type of Object.values(netted.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const { name, resolve } of Object.values(type.getFields()))
          expect({ at: `${type.name}.${name}`, netted: resolve?.name }).toEqual({
            at: `${type.name}.${name}`,
            netted: '',
          });
  });

  it('refuses to open what a caller may not follow, and leaves the rest to the stream server', async () => {
    const text = 'subscription { householdChanged { id } }';
    expect(await opened('service-organisation', 'service-delivery', text)).toContain('Subscription.householdChanged');
    expect(await opened('adviser', 'casework', text)).toContain('opened by the stream server');
  });

  it('refuses arguments that a caller may not use, when it opens', async () => {
    const text = 'subscription { alertRaised(filter: { severities: [RED] }) { cursor } }';
    const desk = await opened('health-insurance-desk', 'verification', text);
    expect(desk).toMatch(/AlertFilter.severities|Subscription.alertRaised/);
  });
});
