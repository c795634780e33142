import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RawRow } from '../../../connectors/sdk/index.ts';
import { batchOf, rowOf } from '../../../tests/support/batches.ts';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { hubOver } from '../../../tests/support/hub.ts';
import { asDay, type Day } from '../../kernel/day.ts';
import { checkCharacter } from '../../kernel/resident-id.ts';
import {
  annualIncomeOn,
  membersOn,
  outOfPocket12Months,
  type ProfileOnDay,
  registeredClassOn,
  standingOf,
} from './index.ts';

const db = await openTestDatabase();
const hub = hubOver(db);
const AT = '2026-10-01 10:00:00';
const DISTRICT = { prefixes: ['310105'] };

function numberOf(birth: string, sequence: number): string {
  const first17 = `310199${birth}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

const HEAD = numberOf('19800203', 42);
const SPOUSE = numberOf('19790203', 41);
const CHILD = numberOf('20150405', 13);

function roll(key: string, number: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, {
    户编号: '户1',
    身份证号: number,
    姓名: key,
    与户主关系: '01',
    街镇代码: '310105001',
    ...columns,
  });
}

function listed(key: string, number: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, { 家庭编号: 'JZ1', 身份证号: number, 姓名: key, 与户主关系: '01', 共同生活: '是', ...columns });
}

function recognised(at: string, columns: RawRow = {}): RawRow {
  return rowOf('h1', at, {
    家庭编号: 'JZ1',
    户主姓名: '周',
    街镇代码: '310105001',
    家庭类别: 'DB',
    认定日期: '2026-01-01',
    状态: '1',
    家庭年收入: '20000.00',
    ...columns,
  });
}

function bill(key: string, number: string, at: string, paid: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, {
    结算ID: key,
    人员编号: '3105A1',
    证件号码: number,
    医疗类别: '11',
    结算时间: at,
    医疗费总额: paid,
    基金支付总额: '0',
    个人负担总金额: paid,
    ...columns,
  });
}

async function profile(number: string, day: Day | null = null): Promise<ProfileOnDay> {
  const found = await hub.reader.findByResidentNumber(number, day, DISTRICT);
  if (found === null) throw new Error('no household');
  return found;
}

const nameOf = (profile: ProfileOnDay, id: number): string => profile.identities().persons.get(id)?.name ?? '';
const names = (profile: ProfileOnDay): string[] =>
  membersOn(profile.document, profile.day).map(({ person }) => nameOf(profile, person.id));

beforeEach(async () => {
  const tables = await db.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' and tablename not like 'disclosure%'`,
  );
  await db.execute(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
});

describe('who forms a household', () => {
  it('SYS-01.01 an assistance household counts its members; the roll keeps them as evidence', async () => {
    await hub.take(
      batchOf('CA05', [
        roll('甲', HEAD),
        roll('乙', SPOUSE, { 与户主关系: '10' }),
        roll('丙', CHILD, { 与户主关系: '30' }),
      ]),
      batchOf('CA01', [recognised(AT)]),
      batchOf('CA02', [
        listed('甲', HEAD),
        listed('丙', CHILD, { 与户主关系: '30' }),
        listed('乙', SPOUSE, { 共同生活: '否' }),
      ]),
    );
    const assistance = await profile(HEAD);
    expect(assistance.document).toMatchObject({ kind: 'ASSISTANCE', number: 'JZ1' });
    expect(names(assistance)).toEqual(['甲', '丙']);
    const rollHome = await profile(SPOUSE);
    expect(rollHome.document).toMatchObject({ kind: 'ROLL', number: '户1' });
    expect(names(rollHome)).toEqual(['乙']);
    expect(
      rollHome.document.members.map(({ person, notCounted }) => [nameOf(rollHome, person.id), notCounted]),
    ).toEqual([
      ['甲', 'IN_ASSISTANCE_HOUSEHOLD'],
      ['丙', 'IN_ASSISTANCE_HOUSEHOLD'],
      ['乙', null],
    ]);
  });

  it('SYS-01.01 a child on two household files counts in the one that listed it last', async () => {
    await hub.take(
      batchOf('CA01', [recognised(AT), { ...recognised(AT), 来源主键: 'h2', 家庭编号: 'JZ2' }]),
      batchOf('CA02', [
        listed('父', HEAD),
        listed('丙', CHILD),
        { ...listed('丙', CHILD), 来源主键: '丙2', 家庭编号: 'JZ2', 更新时间: '2026-10-05 10:00:00' },
      ]),
    );
    const home = await profile(CHILD);
    expect(home.document.number).toBe('JZ2');
    const other = await profile(HEAD);
    expect(other.document.members.find(({ person }) => nameOf(other, person.id) === '丙')?.notCounted).toBe(
      'LISTED_ELSEWHERE',
    );
  });

  it('a household past its date decides who lives together, but has no class; one that left the register is none', async () => {
    await hub.take(
      batchOf('CA05', [roll('甲', HEAD)]),
      batchOf('CA01', [recognised(AT, { 有效期至: '2026-10-30' })]),
      batchOf('CA02', [listed('甲', HEAD)]),
    );
    const expired = await profile(HEAD);
    expect(expired.document.kind).toBe('ASSISTANCE');
    expect(registeredClassOn(expired.document, expired.day)).toBeNull();
    expect(registeredClassOn(expired.document, asDay('2026-10-30'))).toBe('DB');
    expect(annualIncomeOn(expired.document, expired.day)?.value).toBe(2_000_000);
    await hub.take(batchOf('CA01', [recognised('2026-10-20 10:00:00', { 状态: '3' })]));
    expect((await profile(HEAD)).document.kind).toBe('ROLL');
  });
});

describe('a profile as of a day', () => {
  it('SYS-01.05 birth, move and death count from their day; an earlier day still shows the earlier household', async () => {
    await hub.take(batchOf('CA05', [roll('甲', HEAD), roll('乙', SPOUSE, { 与户主关系: '10' })]));
    await hub.take(
      batchOf('CA05', [roll('丙', CHILD, { 与户主关系: '30' })], { asOf: '2026-11-02' }),
      batchOf('CA04', [rowOf('d1', AT, { 身份证号: SPOUSE, 姓名: '乙', 死亡日期: '2026-11-01' })], {
        asOf: '2026-11-02',
      }),
    );
    expect(names(await profile(HEAD, asDay('2026-10-31')))).toEqual(['甲', '乙']);
    expect(names(await profile(HEAD, asDay('2026-11-01')))).toEqual(['甲', '乙']);
    expect(names(await profile(HEAD, asDay('2026-11-02')))).toEqual(['甲', '丙']);
    const versions = await db.query('select valid_from, valid_to, version from profile_version order by valid_from');
    expect(versions).toEqual([
      { valid_from: '2026-10-31', valid_to: '2026-11-02', version: 1 },
      { valid_from: '2026-11-02', valid_to: 'infinity', version: 2 },
    ]);
  });

  it('refuses days before the first delivery and after the hub’s own', async () => {
    await expect(profile(HEAD)).rejects.toMatchObject({ code: 'NO_DATA_YET' });
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]));
    await expect(profile(HEAD, asDay('2026-10-30'))).rejects.toMatchObject({ code: 'NO_DATA_BEFORE' });
    await expect(profile(HEAD, asDay('2026-11-01'))).rejects.toMatchObject({ code: 'DAY_AHEAD' });
  });

  it('shows a past day as the hub knew it then, not as it turned out later', async () => {
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]), batchOf('HI02', [], { asOf: '2026-08-31' }));
    await hub.take(batchOf('CA05', [], { asOf: '2026-11-30' }));
    await hub.take(batchOf('HI02', [bill('b1', HEAD, '2026-10-20 10:00:00', '100.00')], { asOf: '2026-10-31' }));
    const then = await profile(HEAD, asDay('2026-10-31'));
    expect(then.document.members[0]?.person.settlements).toEqual([]);
    expect(standingOf(then.feeds, ['HI02'])).toEqual({ status: 'KNOWN', asOf: '2026-08-31' });
    expect(standingOf((await profile(HEAD)).feeds, ['HI02'])).toEqual({ status: 'KNOWN', asOf: '2026-10-31' });
    // a batch that speaks of an earlier day than the first profiles does not open that day
    await expect(profile(HEAD, asDay('2026-09-15'))).rejects.toMatchObject({ code: 'NO_DATA_BEFORE' });
  });

  it('writes no version where nothing changed, and replaces the version of the same day', async () => {
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]));
    await hub.take(batchOf('CA05', [{ ...roll('甲', HEAD), 更新时间: '2026-10-09 10:00:00' }]));
    expect((await profile(HEAD)).version).toBe(1);
    await hub.take(batchOf('CA05', [{ ...roll('甲', HEAD), 更新时间: '2026-10-10 10:00:00', 手机号: '15400000000' }]));
    expect((await profile(HEAD)).version).toBe(2);
    expect(await db.query('select count(*)::int as n from profile_version')).toEqual([{ n: 1 }]);
  });

  it('nets refunds, counts a bill once however often it was sent, and forgets what is older than twelve months', async () => {
    await hub.take(
      batchOf('CA05', [roll('甲', HEAD)]),
      batchOf('HI02', [
        bill('b1', HEAD, '2025-10-31 23:59:59', '1000.00'),
        bill('b2', HEAD, '2025-11-01 00:00:00', '300.00'),
        bill('b3', HEAD, '2026-10-31 23:00:00', '50.00'),
        bill('b4', HEAD, '2026-09-01 10:00:00', '80.00', { 更新时间: '2026-09-02 10:00:00' }),
        { ...bill('b5', HEAD, '2026-09-01 10:00:00', '90.00'), 结算ID: 'b4' },
        bill('b6', HEAD, '2026-09-05 10:00:00', '-30.00', { 退费标志: '1', 原结算ID: 'b4' }),
        bill('b7', '', '2026-09-06 10:00:00', '7.00'),
      ]),
    );
    const { document, day } = await profile(HEAD);
    const [member] = document.members;
    expect(member && outOfPocket12Months(member.person, day)).toBe(30_000 + 5_000 + 9_000 - 3_000 + 700);
  });

  it('counts, of two records of one bill, the one that was said last, though it says nothing new', async () => {
    const first = bill('b1', HEAD, '2026-09-01 10:00:00', '80.00');
    const other = {
      ...bill('b2', HEAD, '2026-09-01 10:00:00', '90.00', { 更新时间: '2026-10-02 10:00:00' }),
      结算ID: 'b1',
    };
    const spent = async (): Promise<number | undefined> => {
      const { document, day } = await profile(HEAD);
      return document.members[0] && outOfPocket12Months(document.members[0].person, day);
    };
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]), batchOf('HI02', [first, other]));
    expect(await spent()).toBe(9_000);
    await hub.take(batchOf('HI02', [{ ...first, 更新时间: '2026-10-03 10:00:00' }]));
    expect(await spent()).toBe(8_000);
  });

  it('says of a record that its newest row was not readable, until one is', async () => {
    const unread = async (): Promise<unknown> =>
      (await profile(HEAD)).document.members[0]?.person.settlements[0]?.source.newerUnread;
    const known = bill('b1', HEAD, '2026-09-01 10:00:00', '80.00');
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]), batchOf('HI02', [known]));
    await hub.take(batchOf('HI02', [{ ...known, 更新时间: '2026-10-03 10:00:00', 医疗费总额: '?' }]));
    expect(await unread()).toBe(true);
    await hub.take(batchOf('HI02', [{ ...known, 更新时间: '2026-10-04 10:00:00' }]));
    expect(await unread()).toBeUndefined();
  });

  it('SYS-02.15 what was never delivered is unknown, what is overdue is stale, never none', async () => {
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]), batchOf('HR01', [], { asOf: '2026-10-28', mode: 'full' }));
    const { feeds } = await profile(HEAD);
    expect(standingOf(feeds, ['CA05'])).toEqual({ status: 'KNOWN', asOf: '2026-10-31' });
    expect(standingOf(feeds, ['HI02'])).toEqual({ status: 'UNKNOWN', asOf: null });
    expect(standingOf(feeds, ['HR01'])).toEqual({ status: 'STALE', asOf: '2026-10-28' });
  });
});

describe('reading within a scope', () => {
  it('answers the same for a household outside the scope and one that does not exist', async () => {
    await hub.take(batchOf('CA05', [roll('甲', HEAD)]));
    const { id } = await profile(HEAD);
    for (const prefixes of [['310105002'], ['%'], ['']])
      expect(await hub.reader.findById(id, null, { prefixes })).toBeNull();
    expect(await hub.reader.findByResidentNumber(HEAD, null, { prefixes: [] })).toBeNull();
    expect(await hub.reader.list({}, { first: 10, after: null }, { prefixes: [] })).toMatchObject({
      totalCount: 0,
      ids: [],
    });
    expect(await hub.reader.findById(id, null, { prefixes: ['310105001'] })).not.toBeNull();
  });

  it('lists by facts of the day, a page at a time', async () => {
    await hub.take(
      batchOf('CA05', [roll('甲', HEAD), roll('乙', SPOUSE, { 户编号: '户2' }), roll('丙', CHILD, { 户编号: '户2' })]),
      batchOf('CA01', [recognised(AT)]),
      batchOf('CA02', [listed('甲', HEAD)]),
    );
    const all = await hub.reader.list({}, { first: 2, after: null }, DISTRICT);
    expect(all).toMatchObject({ totalCount: 3, hasNextPage: true });
    const rest = await hub.reader.list({}, { first: 2, after: all.ids[1] ?? null }, DISTRICT);
    expect(rest).toMatchObject({ totalCount: 3, hasNextPage: false });
    const counts = async (filter: Parameters<typeof hub.reader.list>[0]): Promise<number> =>
      (await hub.reader.list(filter, { first: 10, after: null }, DISTRICT)).totalCount;
    expect(await counts({ registeredClass: ['DB'] })).toBe(1);
    expect(await counts({ registeredClass: [] })).toBe(0);
    expect(await counts({ withoutClass: true })).toBe(2);
    expect(await counts({ kind: 'ASSISTANCE' })).toBe(1);
    expect(await counts({ minMembers: 2 })).toBe(1);
    expect(await counts({ streetCode: '310105002' })).toBe(0);
    expect(await counts({ hasOpenAlert: false })).toBe(3);
  });
});
