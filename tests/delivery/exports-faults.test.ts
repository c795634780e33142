/** Exports when things go wrong: writers all the while, killed processes, full disks, stale links, rights that go. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { resealHub, rotateHubKeys } from '../../src/app/keys.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { startSequencer } from '../../src/modules/delivery/index.ts';
import { localStore, patienceOf, sealedStore } from '../../src/modules/exports/index.ts';
import { createKeyRing } from '../../src/platform/crypto/key-ring.ts';
import { createFileSealer, keyOfFile } from '../../src/platform/crypto/sealed-file.ts';
import { certificate, chronic, DAY, household, member } from '../support/documents.ts';
import { exportingOver, fetched, recordsOf, refusedLink, rowOf } from '../support/exporting.ts';
import { writeHouseholds, writeHouseholdsWithin } from '../support/fact-rows.ts';
import { operation } from '../support/served-hub.ts';
import { serveWorkedHub } from '../support/worked-hub.ts';

const HOOK = new URL('../../bin/typescript.js', import.meta.url).href;
const WORKER = fileURLToPath(new URL('../../src/worker.ts', import.meta.url));
const CONSENTS = new URL('../../schema/operations/consents.graphql', import.meta.url);
const OFFICER = { persona: 'district-officer', purpose: 'verification' };

const served = await serveWorkedHub();
const { hub, access, ask } = served;
const { run, start, read, work, done, feed } = await exportingOver(served);
const { folder } = hub.config.exports;

/** Households whose illness tells how often they were written. */
const FAMILIES = 40;
const written = new Map<number, number>();
const FIRST_PERSON = 8_000;
function version(place: number): ReturnType<typeof household> {
  const times = (written.get(place) ?? 0) + 1;
  written.set(place, times);
  return household([member({ id: FIRST_PERSON + place, name: '赵一', chronic: [chronic(`V${times}`, '2026-01-01')] })]);
}
const apart = member(
  { id: 9_001, name: '周大宝', certificates: [certificate('4', '3')] },
  { notCounted: 'NOT_CO_LIVING', relationshipToHead: '20' },
);

beforeAll(async () => {
  await hub.db.execute('INSERT INTO hub_day (day) VALUES ($1)', [DAY]);
  await writeHouseholds(
    hub.db,
    Array.from({ length: FAMILIES }, (_one, place) => version(place)),
    DAY,
  );
});

const timesIn = (record: unknown): number => Number(/"diseaseCode":"V(\d+)"/.exec(JSON.stringify(record))?.[1]);

async function stored(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) =>
    entry.isFile() ? join(entry.parentPath, entry.name).slice(folder.length + 1) : [],
  );
}

/** A folder whose disk refuses every other write for a while, the rest it takes only in part. */
function fillingDisk() {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
  let told = (): void => undefined;
  const disk = {
    refusals: 0,
    refused: new Promise<void>((resolve) => {
      told = resolve;
    }),
    files: sealedStore(
      localStore(folder, {
        patience: patienceOf({ tries: 100_000, firstMs: 1, mostMs: 5 }),
        async openFile(path) {
          const file = await open(path, 'w', 0o600);
          const write = async (piece: Uint8Array, from: number, length: number, place: number) => {
            if (disk.refusals > 0) {
              disk.refusals -= 1;
              told();
              throw full;
            }
            return file.write(piece, from, Math.min(length, 10_000), place);
          };
          return { write: write as typeof file.write, sync: () => file.sync(), close: () => file.close() };
        },
      }),
      hub.sealing.files,
    ),
  };
  return disk;
}

describe('an export among writers', () => {
  it('holds exactly what its cursor has behind it: each later change is told, and no earlier one', async () => {
    let writing = true;
    const sequencer = startSequencer(hub);
    const writer = async (offset: number): Promise<void> => {
      for (let turn = offset; writing; turn += 3) {
        const count = (turn % FAMILIES) + 1;
        await hub.db.tx(async (tx) => {
          // What is written last counts highest.
          await tx.lock('writers of this test');
          const documents = Array.from({ length: count }, (_one, place) => version(place));
          await writeHouseholdsWithin(tx, documents, DAY);
          if (turn % 4 === 0) await sleep(20);
        });
      }
    };
    const writers = [writer(0), writer(1), writer(2)];
    const exports: [string, Map<string, unknown>][] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await sleep(60);
      const exported = await done({ types: ['HOUSEHOLD'] });
      exports.push([exported.cursor ?? '', await recordsOf(exported)]);
    }
    writing = false;
    await Promise.all(writers);
    await sequencer.close();
    for (const [cursor, records] of exports) {
      expect(records.size).toBe(FAMILIES);
      const told = new Map<string, number>();
      for (const { type, id } of (await feed(cursor)).edges)
        if (type === 'HOUSEHOLD') told.set(id, (told.get(id) ?? 0) + 1);
      for (const [key, record] of records) {
        const id = key.split(' ')[1] ?? '';
        expect([id, timesIn(record) + (told.get(id) ?? 0)]).toEqual([id, written.get(Number(id.slice(1)) - 1)]);
      }
    }
  }, 60_000);
});

describe('an export that is cut off', () => {
  it('is begun anew after its process was killed, and leaves no half file', async () => {
    await writeHouseholds(
      hub.db,
      Array.from({ length: 2_500 }, (_one, place) => (place < FAMILIES ? version(place) : household([member()]))),
      DAY,
    );
    const child = spawn(process.execPath, ['--import', HOOK, WORKER], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: hub.db.url,
        WANJIA_HOME: hub.config.home,
        WANJIA_LOG_LEVEL: 'silent',
      },
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const { id } = await start({ types: ['HOUSEHOLD', 'PERSON'] });
    for (let waited = 0; !(await stored()).some((name) => name.endsWith('.part')) && waited < 30_000; waited += 2)
      await sleep(2);
    child.kill('SIGKILL');
    await gone;
    expect((await stored()).filter((name) => name.startsWith(`${rowOf({ id })}/1/`)).length).toBeGreaterThan(0);
    expect(await read(id)).toMatchObject({ state: 'RUNNING', files: [], cursor: null });
    // Its lease runs out, and whoever looks next takes it up.
    await hub.db.execute(`UPDATE export SET leased_until = now() - interval '1 second' WHERE id = $1`, [rowOf({ id })]);
    expect(await served.face.graph.exports.tend()).toMatchObject({ begun: 1 });
    await run.run(rowOf({ id }));
    const exported = await read(id);
    expect(exported).toMatchObject({ state: 'DONE', rows: 5_000 });
    expect((await recordsOf(exported as never)).size).toBe(5_000);
    expect((await stored()).filter((name) => name.startsWith(`${rowOf({ id })}/`))).toEqual(
      expect.arrayContaining([`${rowOf({ id })}/2/household-0001.ndjson`, `${rowOf({ id })}/2/person-0001.ndjson`]),
    );
    expect((await stored()).filter((name) => name.endsWith('.part') || name.startsWith(`${rowOf({ id })}/1/`))).toEqual(
      [],
    );
    await served.clear();
    await writeHouseholds(
      hub.db,
      Array.from({ length: FAMILIES }, (_one, place) => version(place)),
      DAY,
    );
  }, 90_000);

  it('is given up when its processes die again and again', async () => {
    const { id } = await start({ types: ['CASE'] });
    await hub.db.execute('UPDATE export SET attempts = 5 WHERE id = $1', [rowOf({ id })]);
    await run.run(rowOf({ id }));
    expect(await read(id)).toMatchObject({ state: 'FAILED', error: { code: 'EXPORT_GIVEN_UP' }, files: [] });
  });

  it('ends when it is cancelled, without a file', async () => {
    const slow = {
      ...hub.exportFiles,
      async put(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
        await work('CancelExport', { id: `E${key.split('/')[0]}` });
        await sleep(50);
        return hub.exportFiles.put(key, content);
      },
    };
    const other = await exportingOver(served, { files: slow });
    const { id, state, files } = await other.ended({ types: ['HOUSEHOLD'] });
    expect([state, files]).toEqual(['CANCELLED', []]);
    expect((await stored()).filter((name) => name.startsWith(`${rowOf({ id })}/`))).toEqual([]);
    expect(await work('CancelExport', { id })).toMatchObject({ code: 'EXPORT_CLOSED' });
  });

  it('says so when the disk is full', async () => {
    const full = { ...hub.exportFiles, put: async () => Promise.reject(new WanjiaError('EXPORT_STORE_FULL')) };
    const failed = await (await exportingOver(served, { files: full })).ended();
    expect(failed).toMatchObject({ state: 'FAILED', error: { code: 'EXPORT_STORE_FULL' }, files: [] });
  });

  (existsSync('/dev/full') ? it : it.skip)('a folder on a full disk holds no half file', async () => {
    const place = join(folder, 'full');
    await mkdir(join(place, '1'), { recursive: true });
    await symlink('/dev/full', join(place, '1', 'file.part'));
    const content = async function* () {
      yield Buffer.alloc(100_000);
    };
    const store = localStore(place, { patience: patienceOf({ tries: 2, firstMs: 1, mostMs: 2 }) });
    await expect(store.put('1/file', content())).rejects.toMatchObject({ code: 'EXPORT_STORE_FULL' });
    expect(await readdir(join(place, '1'))).toEqual([]);
  });

  it('goes on with the same file where the disk was full for a while', async () => {
    const disk = fillingDisk();
    disk.refusals = 4;
    const exported = await (await exportingOver(served, { files: disk.files })).done({ types: ['HOUSEHOLD'] });
    expect(disk.refusals).toBe(0);
    expect((await recordsOf(exported)).size).toBe(exported.rows);
    expect(exported.rows).toBeGreaterThan(1);
  });

  it('ends soon when it is cancelled while its disk is full', async () => {
    const disk = fillingDisk();
    disk.refusals = Number.POSITIVE_INFINITY;
    const other = await exportingOver(served, { files: disk.files });
    const { id } = await other.start({ types: ['HOUSEHOLD'] });
    const running = other.run.run(rowOf({ id }));
    await disk.refused;
    await work('CancelExport', { id });
    await other.run.close();
    await running;
    expect(await read(id)).toMatchObject({ state: 'CANCELLED', files: [], error: null });
    expect((await stored()).filter((name) => name.startsWith(`${rowOf({ id })}/`))).toEqual([]);
  });
});

describe('the key that seals', () => {
  it('may change while files are kept: those sealed before and after are fetched, and without their key none is', async () => {
    const before = await done({ types: ['HOUSEHOLD'] });
    const first = hub.sealing.files.currentKey;
    const next = await rotateHubKeys(hub);
    await resealHub(hub);
    const after = await done({ types: ['HOUSEHOLD'] });
    const keys = await Promise.all(
      [before, after].map((one) => keyOfFile(join(folder, `${rowOf(one)}/1/household-0001.ndjson`))),
    );
    expect(keys).toEqual([first, next]);
    const content = await fetched(before.files[0]?.url ?? '');
    expect(createHash('sha256').update(content).digest('hex')).toBe(before.files[0]?.sha256);
    expect(await recordsOf(before)).toEqual(await recordsOf(after));
    const held = await hub.sealing.provider.read();
    if (held === null) throw new Error('the hub has no keys');
    const without = createKeyRing({ ...held, keys: new Map([...held.keys].filter(([id]) => id !== first)) });
    const sealed = async function* () {
      yield await readFile(join(folder, `${rowOf(before)}/1/household-0001.ndjson`));
    };
    await expect(
      createFileSealer(() => without)
        .open('export', sealed())
        .next(),
    ).rejects.toMatchObject({
      code: 'SEALING_KEY_MISSING',
    });
  }, 30_000);
});

describe('a link', () => {
  it('opens its file until it is stale, by GET and as it was signed', async () => {
    const { files } = await done({ types: ['HOUSEHOLD', 'PERSON'] });
    const [one, other] = files.map(({ url }) => new URL(url));
    if (one === undefined || other === undefined) throw new Error('no files');
    expect((await fetch(one)).status).toBe(200);
    const swapped = new URL(one);
    swapped.pathname = other.pathname;
    const later = new URL(one);
    later.searchParams.set('expires', String(Number(one.searchParams.get('expires')) + 60));
    const nobody = new URL(one);
    nobody.pathname = one.pathname.replace(/E\d+/, 'E999999');
    for (const url of [swapped, later, nobody, new URL('/exports/../../etc/passwd', one), new URL('/exports/E1', one)])
      expect(await refusedLink(url.href)).toEqual([
        404,
        url.pathname.startsWith('/exports/') ? 'EXPORT_LINK_INVALID' : 'NOT_FOUND',
      ]);
    expect((await refusedLink(one.href, 'POST'))[0]).toBe(404);
    const now = Math.floor(Date.now() / 1000);
    const exported = await served.face.graph.exports.findOwn(Number(/E(\d+)/.exec(one.pathname)?.[1]), {
      organisation: 'shanghai-data-warehouse',
      subject: 'warehouse',
    });
    const stale = hub.exportLinks.make(
      { id: exported?.id ?? 0, name: files[0]?.name ?? '' },
      exported ?? (undefined as never),
      new Date((now - 1) * 1000),
    );
    expect(await refusedLink(new URL(stale, one).href)).toEqual([410, 'EXPORT_LINK_STALE']);
  });

  it('is no good once the export has expired, and the files are gone', async () => {
    const { id, files } = await done({ types: ['CASE'] });
    await hub.db.execute(`UPDATE export SET expires_at = now() - interval '1 second' WHERE id = $1`, [rowOf({ id })]);
    expect(await served.face.graph.exports.tend()).toMatchObject({ removed: 1 });
    expect(await refusedLink(files[0]?.url ?? '')).toEqual([410, 'EXPORT_LINK_STALE']);
    expect(await read(id)).toMatchObject({ state: 'EXPIRED', files: [], error: null });
    expect((await stored()).filter((name) => name.startsWith(`${rowOf({ id })}/`))).toEqual([]);
  });

  it('each fetch is in the disclosure log', async () => {
    const { id, files } = await done({ types: ['HOUSEHOLD'] });
    await fetched(files[0]?.url ?? '');
    const rows = await hub.db.query<{ subject: string }>(
      `SELECT d.subject FROM disclosure d JOIN disclosure_scope s ON s.key = d.scope WHERE s.operation LIKE $1`,
      [`download ${id} %`],
    );
    expect(rows).toEqual([{ subject: 'warehouse' }]);
  });
});

describe('rights that change', () => {
  it('a class suspended in between takes the export away', async () => {
    const { id, files } = await done({ types: ['PERSON'] });
    const suspend = `mutation ($input: ClassSuspensionInput!, $key: ID!) {
      suspendDataClass(input: $input, reason: "核查", idempotencyKey: $key) {
        ... on Administered { suspension { id } } ... on Refused { code } } }`;
    const input = { dataClass: 'disability', target: 'ORGANISATION', of: 'shanghai-data-warehouse' };
    const administrator = { persona: 'administrator', purpose: 'operations' };
    const { data } = await ask<{ suspendDataClass: { suspension: { id: string } } }>({
      ...{ ...administrator, query: suspend, variables: { input, key: 'suspend' } },
    });
    expect(await refusedLink(files[0]?.url ?? '')).toEqual([403, 'EXPORT_GRANT_CHANGED']);
    expect(await read(id)).toMatchObject({ state: 'EXPIRED', error: { code: 'EXPORT_GRANT_CHANGED' }, files: [] });
    const lift = `mutation { liftSuspension(id: "${data?.suspendDataClass.suspension.id}", reason: "结束", idempotencyKey: "lift") { __typename } }`;
    const { id: waiting } = await start({ types: ['PERSON'] });
    await ask({ ...administrator, query: lift });
    await run.run(rowOf({ id: waiting }));
    expect(await read(waiting)).toMatchObject({ state: 'FAILED', error: { code: 'EXPORT_GRANT_CHANGED' } });
  });

  it('a consent withdrawn in between takes away what rests on it', async () => {
    await writeHouseholds(hub.db, [household([member({ id: 9_000 }), apart])], DAY);
    const record = await operation('RecordConsent', CONSENTS);
    const input = {
      ...{ householdId: 'H1', personId: 'P9001', capacity: 'SELF', givenBy: 'P9001', kind: 'check-authorisation' },
      ...{ scope: ['disability-federation'], purposes: ['operations'], validFrom: DAY, validUntil: '2099-12-31' },
      evidence: '档案柜三号 授权书原件',
    };
    const { data } = await ask<{ recordConsent: { consent: { id: string } } }>({
      ...{ ...OFFICER, query: record, variables: { input, key: 'given' } },
    });
    const { id, files } = await done({ types: ['PERSON'], filter: { minMembers: 1 } });
    expect((await fetched(files[0]?.url ?? '')).toString()).toContain('"level":"3"');
    const withdraw = `mutation ($id: ID!) { withdrawConsent(id: $id, how: WRITTEN, idempotencyKey: "taken") { __typename } }`;
    await ask({ ...OFFICER, query: withdraw, variables: { id: data?.recordConsent.consent.id } });
    expect(await refusedLink(files[0]?.url ?? '')).toEqual([403, 'EXPORT_CONSENT_WITHDRAWN']);
    expect(await read(id)).toMatchObject({ state: 'EXPIRED', error: { code: 'EXPORT_CONSENT_WITHDRAWN' } });
    const again = await done({ types: ['PERSON'] });
    expect((await fetched(again.files[0]?.url ?? '')).toString()).not.toContain('"level":"3"');
  });

  it('a large export waits for another person, of the whole jurisdiction', async () => {
    const limits = access.policy.exports as { approvalFrom: number };
    const { approvalFrom } = limits;
    limits.approvalFrom = 1;
    try {
      const { id, state } = await start({ types: ['HOUSEHOLD'] });
      expect(state).toBe('WAITING');
      await run.run(rowOf({ id }));
      expect(await read(id)).toMatchObject({ state: 'WAITING' });
      const officer = access.policy.personas.get('district-officer');
      const same = { ...OFFICER, persona: { ...officer, subject: 'warehouse' } as never };
      const street = { ...OFFICER, persona: { ...officer, subject: 'x', divisions: ['310105001'] } as never };
      expect(await work('AnswerExport', { id, confirm: true }, same)).toMatchObject({ code: 'EXPORT_OWN' });
      expect(await work('AnswerExport', { id, confirm: true }, street)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await work('AnswerExport', { id, confirm: true }, OFFICER)).toMatchObject({ id });
      expect(await work('AnswerExport', { id, confirm: false }, OFFICER)).toMatchObject({ code: 'EXPORT_CLOSED' });
      await run.run(rowOf({ id }));
      expect(await read(id)).toMatchObject({ state: 'DONE', answeredBy: 'district-officer' });
      const { id: refused } = await start({ types: ['PERSON'] });
      await work('AnswerExport', { id: refused, confirm: false }, OFFICER);
      expect(await read(refused)).toMatchObject({ state: 'REFUSED', files: [] });
    } finally {
      limits.approvalFrom = approvalFrom;
    }
  });

  it('no more rows a day than the policy says, whatever was expected', async () => {
    const limits = access.policy.exports as { rowsPerDay: number };
    const { rowsPerDay } = limits;
    try {
      const [sum] = await hub.db.query<{ rows: number }>(`SELECT sum(rows)::int AS rows FROM export`);
      limits.rowsPerDay = (sum?.rows ?? 0) + 5;
      await expect(start({ types: ['HOUSEHOLD'] })).rejects.toThrow('EXPORTS_EXHAUSTED');
      const { id } = await start({ types: ['CASE'] });
      await hub.db.execute(`UPDATE export SET types = '{HOUSEHOLD}' WHERE id = $1`, [rowOf({ id })]);
      await run.run(rowOf({ id }));
      expect(await read(id)).toMatchObject({ state: 'FAILED', error: { code: 'EXPORTS_EXHAUSTED' } });
    } finally {
      limits.rowsPerDay = rowsPerDay;
    }
  });
});
