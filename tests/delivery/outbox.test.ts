/** What the modules tell, and the order it is told in. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeType } from '../../src/kernel/change.ts';
import { asDay } from '../../src/kernel/day.ts';
import { type Change, drainOutbox, listChanges, scopePatterns } from '../../src/modules/delivery/index.ts';
import { writeVersions } from '../../src/modules/household/version.store.ts';
import { appendChanges, type OutboxRow } from '../../src/platform/outbox/outbox.ts';
import { openTestDatabase } from '../support/database.ts';
import { household, member } from '../support/documents.ts';
import { storedProfile } from '../support/fact-rows.ts';

const db = await openTestDatabase();
const DAY = asDay('2026-10-31');
const NEXT = asDay('2026-11-01');

beforeEach(async () => {
  await db.execute('TRUNCATE outbox, change, profile_version, household_fact, member_fact');
  await db.execute('UPDATE change_head SET position = 0, kept_after = 0');
});

function row(id: number, parts: Partial<OutboxRow> = {}): OutboxRow {
  const places = { before: [], after: ['310105001'] };
  return { type: 'ALERT', id, householdId: null, operation: 'UPSERT', kind: null, version: 1, ...places, ...parts };
}

async function told(types: readonly ChangeType[] | null = null, after = 0): Promise<readonly Change[]> {
  await drainOutbox(db);
  return (await listChanges(db, { after, types, patterns: null, limit: 1_000 })).changes;
}

const brief = (changes: readonly Change[]): string[] =>
  changes.map(({ type, entityId, operation, kind }) => [type, entityId, operation, kind].filter(Boolean).join(' '));

describe('the order of the feed', () => {
  it('is that in which changes became visible: a long transaction loses nothing and holds nobody up', async () => {
    let finish: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      written = resolve;
    });
    const long = db.tx(async (tx) => {
      await appendChanges(tx, [row(1)]);
      written();
      await released;
    });
    await begun;
    await db.tx((tx) => appendChanges(tx, [row(2)]));
    expect(brief(await told())).toEqual(['ALERT 2 UPSERT']);
    finish();
    await long;
    const after = await told(null, 1);
    expect(after.map(({ position, entityId }) => [position, entityId])).toEqual([[2, '1']]);
  });

  it('has no gap where a transaction was rolled back or two sequencers worked at once', async () => {
    const refused = db.tx(async (tx) => {
      await appendChanges(tx, [row(1)]);
      throw new Error('rolled back');
    });
    await expect(refused).rejects.toThrow('rolled back');
    await db.tx((tx) =>
      appendChanges(
        tx,
        Array.from({ length: 500 }, (_, index) => row(index + 10)),
      ),
    );
    await Promise.all([drainOutbox(db, 7), drainOutbox(db, 11), drainOutbox(db, 13)]);
    const changes = await told();
    expect(changes.map(({ position }) => position)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(new Set(changes.map(({ entityId }) => entityId)).size).toBe(500);
  });

  it('is read by what a caller reaches, where it was and where it is', async () => {
    await db.tx((tx) =>
      appendChanges(tx, [
        row(1),
        row(2, { before: ['310105001'], after: ['310105002'] }),
        row(3, { after: ['310105002'] }),
        row(4, { type: 'SERVICE', after: ['310105002', 'org:home-care'] }),
        row(5, { type: 'RULE', after: [] }),
      ]),
    );
    await drainOutbox(db);
    const read = async (divisions: readonly string[], organisation: string) => {
      const patterns = scopePatterns({ divisions, organisation });
      const { changes } = await listChanges(db, { after: 0, types: null, patterns, limit: 10 });
      return changes.map(({ entityId }) => Number(entityId));
    };
    expect(await read(['310105001'], 'x')).toEqual([1, 2, 5]);
    expect(await read(['310105'], 'x')).toEqual([1, 2, 3, 4, 5]);
    expect(await read([], 'home-care')).toEqual([4, 5]);
    expect(await read([''], '%')).toEqual([5]);
  });

  it('leaves out what was overtaken where only the newest is asked for', async () => {
    await db.tx((tx) => appendChanges(tx, [row(1), row(2), row(1, { version: 2 })]));
    await drainOutbox(db);
    const query = { after: 0, types: null, patterns: null, limit: 10, newestOnly: true };
    const { changes } = await listChanges(db, query);
    expect(changes.map(({ entityId, version }) => [entityId, version])).toEqual([
      ['2', 1],
      ['1', 2],
    ]);
  });
});

describe('profiles', () => {
  const write = (day: typeof DAY, document: ReturnType<typeof household> | null) =>
    db.tx((tx) => writeVersions(tx, [{ id: 1, profile: document && storedProfile(document) }], day));

  it('tell the household and each person whose part changed, came or left', async () => {
    const [stays, changes, leaves] = [member(), member(), member()];
    const first = household([stays, changes, leaves]);
    await write(DAY, first);
    expect(brief(await told())).toEqual([
      'HOUSEHOLD 1 UPSERT',
      ...[stays, changes, leaves].map(({ person }) => `PERSON ${person.id} UPSERT`),
    ]);
    const changed = { ...changes, person: { ...changes.person, sex: '1' } };
    await write(NEXT, { ...first, members: [stays, changed, leaves] });
    expect(brief(await told(null, 4))).toEqual(['HOUSEHOLD 1 UPSERT', `PERSON ${changes.person.id} UPSERT`]);
    const came = member();
    await write(NEXT, { ...first, members: [stays, changed, came] });
    expect(brief(await told(null, 6))).toEqual([
      'HOUSEHOLD 1 UPSERT',
      `PERSON ${leaves.person.id} DELETE LEFT`,
      `PERSON ${came.person.id} UPSERT JOINED`,
    ]);
    const renamed = { ...stays, person: { ...stays.person, name: '测验' } };
    await write(NEXT, { ...first, members: [renamed, changed, came] });
    expect(brief(await told(['PERSON'], 9))).toEqual([`PERSON ${stays.person.id} UPSERT`]);
    await write(NEXT, null);
    expect(brief(await told(['HOUSEHOLD'], 11))).toEqual(['HOUSEHOLD 1 DELETE']);
  });

  it('say nothing where nothing changed, and tell a move with the street it left', async () => {
    const here = household([member()], { streetCode: '310105001' });
    await write(DAY, here);
    await write(NEXT, here);
    expect(await told()).toHaveLength(2);
    await write(NEXT, { ...here, streetCode: '310105002' });
    await drainOutbox(db);
    const patterns = scopePatterns({ divisions: ['310105001'], organisation: 'x' });
    const { changes } = await listChanges(db, { after: 2, types: null, patterns, limit: 10 });
    expect(changes.map(({ type }) => type)).toEqual(['HOUSEHOLD', 'PERSON']);
  });
});
