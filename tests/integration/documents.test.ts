/** Registered operations over a database: what lasts, what other processes notice, and streams. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { demoToken } from '../../src/app/access.ts';
import { operateDocuments } from '../../src/app/operate-documents.ts';
import { createDocuments, hashOf } from '../../src/modules/documents/index.ts';
import { overWebSocket, type Stream } from '../delivery/support/subscribers.ts';
import { serveHub } from '../support/served-hub.ts';

const { hub, url, ask } = await serveHub({ WANJIA_DOCUMENTS: 'registered', WANJIA_STREAM_RECHECK_SECONDS: '1' });
const app = operateDocuments(async () => hub);

const OFFICE = 'changning-civil-affairs';
const FEEDS = 'query PartnerFeeds { feeds { agency } }';
const TOLD = 'subscription Told { alertRaised { kind } }';
const officer = { persona: 'district-officer', purpose: 'verification' };

const streams: Stream[] = [];
afterAll(() => {
  for (const stream of streams) stream.leave();
});

async function manifest(...texts: string[]): Promise<string> {
  const file = join(await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'manifest-')), 'persisted-documents.json');
  await writeFile(file, JSON.stringify(Object.fromEntries(texts.map((text) => [hashOf(text), text]))));
  return file;
}

async function socket(query: string): Promise<Stream> {
  const token = await demoToken(hub, officer.persona);
  const stream = overWebSocket({ url, token, purpose: 'casework', query });
  streams.push(stream);
  return stream;
}

describe('operations registered at the hub’s machine', () => {
  it('are answered at once, listed with the day they were last sent, and exported as they came', async () => {
    expect((await ask({ ...officer, query: FEEDS })).status).toBe(400);
    const file = await manifest(FEEDS, TOLD);
    expect(await app.register(file, OFFICE)).toEqual([
      { hash: hashOf(FEEDS), name: 'PartnerFeeds', kind: 'query', cost: 6 },
      { hash: hashOf(TOLD), name: 'Told', kind: 'subscription', cost: 2 },
    ]);
    expect((await ask({ ...officer, query: FEEDS })).status).toBe(200);
    const listed = await app.list(OFFICE);
    expect(listed.map(({ name, lastUsedOn }) => [name, lastUsedOn !== null])).toEqual([
      ['PartnerFeeds', true],
      ['Told', false],
    ]);
    expect(await app.register(file, OFFICE)).toHaveLength(2);
    expect(await app.export(null)).toEqual({ [hashOf(FEEDS)]: FEEDS, [hashOf(TOLD)]: TOLD });
    expect(await app.check()).toEqual([]);
  });

  it('are refused where the manifest or the organisation is none, and nothing is registered', async () => {
    const rejected = async (file: string, organisation: string) =>
      app.register(file, organisation).catch((error: { code: string }) => error.code);
    expect(await rejected('nothing.json', OFFICE)).toBe('NOT_FOUND');
    expect(await rejected(await manifest(FEEDS), 'nobody')).toBe('NOT_FOUND');
    const broken = join(process.env.WANJIA_TEST_HOME ?? '', 'broken.json');
    await writeFile(broken, '{');
    expect(await rejected(broken, OFFICE)).toBe('DOCUMENT_MANIFEST_INVALID');
    expect(await rejected(await manifest('query A { feeds { agency } }', 'query B { nothing }'), OFFICE)).toBe(
      'DOCUMENT_INVALID',
    );
    expect(await app.list(null)).toHaveLength(2);
  });

  it('are told apart where this version would not answer them any more', async () => {
    await hub.db.execute(
      `INSERT INTO registered_document (organisation, hash, name, kind, text, cost, registered_by, registered_at)
       VALUES ('x', $1, 'Old', 'query', $2, 1, 'x', now())`,
      [hashOf('query Old { gone }'), 'query Old { gone }'],
    );
    expect(await app.check()).toMatchObject([{ organisation: 'x', name: 'Old' }]);
    expect(await app.remove('x', [hashOf('query Old { gone }')])).toBe(1);
  });

  it('are of one organisation however many register at once, and never more than there may be', async () => {
    const texts = Array.from({ length: 600 }, (_, n) => `query Q${n} { feeds { agency } }`);
    const drafts = texts.map((text) => ({ hash: hashOf(text), name: 'Q', kind: 'query' as const, text, cost: 1 }));
    const documents = createDocuments(hub);
    const halves = [drafts.slice(0, 600), drafts.slice(0, 300)];
    await Promise.all(halves.map((half) => documents.register({ organisation: 'many', by: 'x', drafts: half })));
    expect(await documents.list('many')).toHaveLength(600);
    const more = drafts.map((draft) => ({ ...draft, hash: hashOf(`${draft.text} again`) }));
    expect(await documents.register({ organisation: 'many', by: 'x', drafts: more })).toEqual({
      ok: false,
      error: 'DOCUMENTS_FULL',
    });
    expect(await documents.list('many')).toHaveLength(600);
  });
});

describe('a registered subscription', () => {
  it('opens over WebSocket, and another is refused', async () => {
    const refused = await (await socket('subscription Other { alertRaised { kind } }')).next();
    expect(JSON.stringify(refused)).toContain('DOCUMENT_NOT_REGISTERED');
  });

  it('ends soon after it was removed', async () => {
    const stream = await socket(TOLD);
    // It is open once its document was looked for.
    for (let used = false; !used; )
      used = (await app.list(OFFICE)).some(({ name, lastUsedOn }) => name === 'Told' && lastUsedOn !== null);
    expect(await app.remove(OFFICE, [hashOf(TOLD)])).toBe(1);
    expect(JSON.stringify(await stream.next())).toContain('DOCUMENT_NOT_REGISTERED');
  });
});

describe('the command', () => {
  it('prints what is registered as one JSON object', async () => {
    const bin = join(import.meta.dirname, '../../bin/wanjia.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [bin, 'operations', 'list', '--organisation', OFFICE, '--json'],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, WANJIA_HOME: hub.config.home, DATABASE_URL: hub.config.databaseUrl },
      },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ operations: [{ name: 'PartnerFeeds', organisation: OFFICE }] });
  });
});
