/** What a consent opens is open at every exit, and what its withdrawal closes is closed at every one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoToken } from '../../src/app/access.ts';
import { standInFor } from '../../src/app/stand-in.ts';
import { asDay } from '../../src/kernel/day.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { overWebSocket, type Stream } from '../delivery/support/subscribers.ts';
import { certificate, household, member, recognition } from '../support/documents.ts';
import { exportingOver, fetched } from '../support/exporting.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub } from '../support/worked-hub.ts';

const served = await serveWorkedHub();
const { hub, face, ask, live, url } = served;
const OPERATIONS = new URL('../../schema/operations/consents.graphql', import.meta.url);
const OFFICER = { persona: 'district-officer', purpose: 'verification' };
/** Stands in one certificate of one person, who lives apart. */
const CANARY = '2041-07-19';
const SHOWN = `listed: otherListings { person { id disability { certificate { expiresOn } } } }`;
const exporting = await exportingOver(served);

interface Changed {
  readonly consent?: { readonly id: string };
}
let keys = 0;
async function consent(name: 'RecordConsent' | 'WithdrawConsent', variables: object): Promise<string> {
  keys += 1;
  const query = await operation(name, OPERATIONS);
  const { data } = await ask<Record<string, Changed>>({
    ...OFFICER,
    query,
    variables: { key: `w${keys}`, ...variables },
  });
  const id = Object.values(data ?? {})[0]?.consent?.id;
  if (id === undefined) throw new Error(`${name} was refused`);
  await drainOutbox(hub.db);
  return id;
}

const give = (): Promise<string> =>
  consent('RecordConsent', {
    input: {
      ...{ householdId: 'H1', personId: 'P63', capacity: 'SELF', givenBy: 'P63', kind: 'check-authorisation' },
      ...{ scope: ['disability-federation'], purposes: ['verification', 'operations'] },
      ...{ validFrom: DAY, validUntil: '2099-12-31', evidence: '档案柜' },
    },
  });
const withdraw = (id: string): Promise<string> => consent('WithdrawConsent', { id, how: 'PHONE', note: null });

async function asked(query: string): Promise<string> {
  return JSON.stringify(await ask({ ...OFFICER, query }));
}

/** Everything the officer's own systems would be sent of what ever changed. */
async function sent(): Promise<string> {
  const { persona: handle, purpose } = OFFICER;
  const standing = await standInFor(face.access, { handle, purpose, dataClass: 'webhook' }, hub.clock.now());
  const viewer = await face.viewers({ ...standing, purpose });
  const page = { organisation: 'test', cursor: null, types: null, patterns: null, limit: 500 };
  return JSON.stringify(await viewer?.tell((await face.graph.changes.read(page)).changes, true));
}

async function exported(format: string): Promise<string> {
  const { files } = await exporting.done({ format });
  return (await Promise.all(files.map(async (file) => (await fetched(file.url)).toString('utf8')))).join('\n');
}

const EXITS: Readonly<Record<string, () => Promise<string>>> = {
  'a household by its id': () => asked(`{ household(id: "H1") { ${SHOWN} } }`),
  'a list of households': () => asked(`{ households { edges { node { ${SHOWN} } } } }`),
  'the feed of an officer': () => asked('{ changes(first: 500) { edges { record } } }'),
  'the feed of a warehouse': async () => JSON.stringify(await exporting.feed(null)),
  'webhooks with records': sent,
  'exports as NDJSON': () => exported('NDJSON'),
  'exports as CSV': () => exported('CSV'),
};

let following: Stream | undefined;
beforeAll(async () => {
  const son = member(
    { id: 63, certificates: [certificate('4', '3', { expiresOn: asDay(CANARY) })] },
    { notCounted: 'NOT_CO_LIVING', relationshipToHead: '20' },
  );
  await live(DAY, household([member({ id: 61 }), son], { recognition: recognition('DB') }));
  await drainOutbox(hub.db);
});
afterAll(() => following?.leave());

describe('an authorisation of one’s own', () => {
  it.each(Object.entries(EXITS))('opens, and its withdrawal closes, %s', async (_exit, read) => {
    expect(await read()).not.toContain(CANARY);
    const id = await give();
    expect(await read()).toContain(CANARY);
    await withdraw(id);
    expect(await read()).not.toContain(CANARY);
  });

  it('is told to who follows the feed: the copy of who kept it open is written anew', async () => {
    const { endCursor: start } = await exporting.feed(null);
    const id = await give();
    const opened = await exporting.feed(start);
    expect(JSON.stringify(opened)).toContain(CANARY);
    await withdraw(id);
    const closed = await exporting.feed(opened.endCursor);
    expect(closed.edges.map(({ type, id: of }) => `${type} ${of}`)).toEqual(
      expect.arrayContaining(
        opened.edges
          .filter(({ record }) => JSON.stringify(record).includes(CANARY))
          .map(({ type, id: of }) => `${type} ${of}`),
      ),
    );
    expect(JSON.stringify(closed)).not.toContain(CANARY);
  });

  it('closes in a subscription that was open all the while', async () => {
    const query = `subscription { householdChanged { household { ${SHOWN} } } }`;
    const token = await demoToken(hub, OFFICER.persona);
    following = overWebSocket({ url, token, purpose: OFFICER.purpose, query });
    const told = async (): Promise<string> => JSON.stringify(await following?.next());
    // Whoever subscribes hears of what comes after; until it hears, it may not have begun.
    const heard = told();
    let id = await give();
    for (let begun = false; !begun; ) {
      begun = await Promise.race([heard.then(() => true), sleep(100, false)]);
      if (begun) break;
      await withdraw(id);
      id = await give();
    }
    let last = await heard;
    while (!last.includes(CANARY)) last = await told();
    await withdraw(id);
    while (last.includes(CANARY)) last = await told();
    expect(last).toContain('"P63"');
  });
});
