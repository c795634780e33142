/** Registered operations behind the gateway: by hash, through the agencies, and with the hub's gate shut. */
import { describe, expect, it } from '@jest/globals';
import { hashOf } from '../../src/modules/documents/index.ts';
import { serveFederation } from '../../tests/support/federation.ts';
import { askPart } from '../../tests/support/hop.ts';
import { standBefore } from './faulty-agency.ts';
import { serveGateway } from './served-gateway.ts';

const NOBODY = 'http://127.0.0.1:9/graphql';
const federation = await serveFederation(120, ['education'], { WANJIA_DOCUMENTS: 'registered' });
const { hub, ask } = federation;
const education = await standBefore(federation.agencies.get('education')?.url ?? '');
const gateway = await serveGateway(federation, {
  WANJIA_SUBGRAPH_EDUCATION_URL: education.url,
  WANJIA_SUBGRAPH_CIVIL_AFFAIRS_URL: NOBODY,
  WANJIA_SUBGRAPH_HEALTH_INSURANCE_URL: NOBODY,
  WANJIA_SUBGRAPH_HUMAN_RESOURCES_URL: NOBODY,
  WANJIA_SUBGRAPH_DISABILITY_FEDERATION_URL: NOBODY,
});

const SECTIONS =
  'query Sections($n: Int = 5) { households(first: $n) { edges { node { id members { person { name education { status enrolments { school } } } } } } } }';
const officer = { persona: 'district-officer', purpose: 'casework' };
const texts = [SECTIONS, 'query PartnerFeeds { feeds { agency } }'];
await hub.documents.register({
  organisation: 'changning-civil-affairs',
  by: 'x',
  drafts: texts.map((text) => ({ hash: hashOf(text), name: 'x', kind: 'query', text, cost: 1 })),
});

async function send(body: object, persona = officer.persona) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await federation.tokenOf(persona)}`,
      'wanjia-purpose': persona === officer.persona ? 'casework' : 'verification',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as { data?: object; errors?: object[] }) };
}

const code = ({ errors }: { readonly errors?: readonly object[] }): unknown =>
  (errors?.[0] as { readonly extensions: { readonly code: string } } | undefined)?.extensions.code;

describe('a registered operation behind the gateway', () => {
  it('is planned by its hash as by its text, and asks the agency', async () => {
    const merged = await ask({ ...officer, query: SECTIONS });
    education.requests = 0;
    for (const named of [
      { documentId: hashOf(SECTIONS) },
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(SECTIONS) } } },
      { query: SECTIONS },
    ])
      expect(await send(named)).toEqual(merged);
    expect(education.requests).toBe(3);
    expect((await send({ documentId: hashOf(SECTIONS), variables: { n: 1 } })).data).not.toEqual(merged.data);
    expect((await send({ documentId: hashOf(texts[1] ?? '') })).status).toBe(200);
  });

  it('is refused in the hub’s words where it is not registered, of another organisation, or another text', async () => {
    const other = SECTIONS.replace('name', 'sex');
    for (const [body, persona] of [
      [{ query: other }],
      [{ documentId: hashOf(other) }],
      [{ documentId: hashOf(SECTIONS) }, 'education-desk'],
    ] as const) {
      const refused = await send(body, persona);
      expect([refused.status, code(refused)]).toEqual([400, 'DOCUMENT_NOT_REGISTERED']);
    }
    expect(code(await send({ query: other, documentId: hashOf(SECTIONS) }))).toBe('DOCUMENT_HASH_WRONG');
  });

  it('is no way around by the route of gateways: not without an original, not with other arguments', async () => {
    const part = SECTIONS.replace('education { status enrolments { school } }', 'educationPass');
    const given = async (query: string, original?: string) =>
      askPart(federation, { ...officer, query, ...(original === undefined ? {} : { original }) });
    expect((await given(part, SECTIONS)).errors).toBeUndefined();
    for (const [query, original] of [
      [part, undefined],
      [part, part],
      [part.replace('first: $n', 'first: 6'), SECTIONS],
      [part.replace('= 5', '= 6'), SECTIONS],
      [part.replace('first: $n', 'first: $n, filter: {}'), SECTIONS],
    ] as const)
      expect((await given(query, original)).status).toBeGreaterThanOrEqual(400);
  });
});
