import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RawRow } from '../../../connectors/sdk/index.ts';
import { batchOf, rowOf } from '../../../tests/support/batches.ts';
import { openTestDatabase } from '../../../tests/support/database.ts';
import { hubOver } from '../../../tests/support/hub.ts';
import type { RecordType } from '../../kernel/agency.ts';
import { checkCharacter } from '../../kernel/resident-id.ts';

const db = await openTestDatabase();
const hub = hubOver(db);
const AT = '2026-10-01 10:00:00';

function numberOf(birth: string, sequence: number): string {
  const first17 = `310199${birth}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

const MOTHER = numberOf('19800203', 42);
const CHILD = numberOf('20150405', 13);
const WHO = { 姓名: '周小敏', 性别: '1', 出生日期: '2015-04-05' };

function roll(key: string, household: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, { 户编号: household, 与户主关系: '20', 街镇代码: '310105001', ...WHO, ...columns });
}

function assisted(key: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, { 家庭编号: 'JZ1', 与户主关系: '20', 共同生活: '是', ...WHO, ...columns });
}

const RECOGNISED = rowOf('h1', AT, {
  家庭编号: 'JZ1',
  户主姓名: '周',
  街镇代码: '310105001',
  家庭类别: 'DB',
  认定日期: '2026-01-01',
  状态: '1',
});

function pupil(key: string, columns: RawRow = {}): RawRow {
  return rowOf(key, AT, { 学籍号: `XJ-${key}`, 学校: '某小学', 学段: '21', 状态: '1', ...WHO, ...columns });
}

async function personOf(recordType: RecordType, key: string): Promise<number | undefined> {
  const rows = await db.query<{ person_id: number }>(
    `select l.person_id from record_${recordType.toLowerCase()} r join link l using (subject_id) where r.source_key = $1`,
    [key],
  );
  return rows[0]?.person_id;
}

async function linkOf(recordType: RecordType, key: string): Promise<{ method: string; evidence: unknown } | undefined> {
  const rows = await db.query<{ method: string; evidence: unknown }>(
    `select l.method, l.evidence from record_${recordType.toLowerCase()} r join link l using (subject_id) where r.source_key = $1`,
    [key],
  );
  return rows[0];
}

interface Review {
  readonly id: number;
  readonly source_key: string;
  readonly candidates: readonly number[];
  readonly reason: string;
}

function openReviews(): Promise<Review[]> {
  return db.query<Review>(
    `select id, source_key, candidates, reason from identity_review where state = 'OPEN' order by source_key`,
  );
}

const TABLES = ['ca01', 'ca02', 'ca03', 'ca05', 'ed01', 'ed02', 'hi01', 'hi02', 'df01'].map((type) => `record_${type}`);

beforeEach(async () => {
  await db.execute(`truncate ${TABLES.join(', ')}, subject, subject_override, subject_mark, anchor_mark, person, link,
    link_decision, identity_review, household, household_mark, profile_version, household_fact, member_fact cascade`);
});

describe('rows with a number', () => {
  it('SYS-02.14 a 15-digit and an 18-digit number of one person, written with spaces or full width, are one person', async () => {
    const short = `${MOTHER.slice(0, 6)}${MOTHER.slice(8, 17)}`;
    const wide = [...MOTHER]
      .map((c) => (c >= '0' && c <= '9' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
      .join('');
    await hub.take(
      batchOf('CA05', [
        roll('r1', '户1', { 姓名: '周敏', 身份证号: ` ${MOTHER.toLowerCase()}`, 出生日期: '', 性别: '' }),
      ]),
      batchOf('CA03', [
        rowOf('p1', AT, {
          发放编号: '1',
          身份证号: short,
          姓名: '周敏',
          项目代码: 'DBJ',
          所属月份: '2026-09',
          金额: '1',
        }),
        rowOf('p2', AT, {
          发放编号: '2',
          身份证号: wide,
          姓名: '周 敏',
          项目代码: 'DBJ',
          所属月份: '2026-10',
          金额: '1',
        }),
      ]),
    );
    const person = await personOf('CA05', 'r1');
    expect(person).toBeDefined();
    expect([await personOf('CA03', 'p1'), await personOf('CA03', 'p2')]).toEqual([person, person]);
    expect(await linkOf('CA03', 'p1')).toMatchObject({ method: 'NUMBER' });
  });

  it('a disability certificate speaks of the person whose number it begins with', async () => {
    await hub.take(
      batchOf('CA05', [roll('r1', '户1', { 身份证号: CHILD })]),
      batchOf('DF01', [
        rowOf('z1', AT, {
          残疾人证号: `${CHILD}52B1`,
          姓名: '周小敏',
          残疾类别: '智力',
          残疾等级: '二级',
          发证日期: '2024-01-01',
          状态: '1',
        }),
      ]),
    );
    expect(await personOf('DF01', 'z1')).toBe(await personOf('CA05', 'r1'));
  });
});

describe("an agency's own number", () => {
  const bill = (key: string, certno: string, psn = '3105A1'): RawRow =>
    rowOf(key, AT, {
      结算ID: key,
      人员编号: psn,
      证件号码: certno,
      医疗类别: '11',
      结算时间: '2026-09-01 10:00:00',
      医疗费总额: '10',
      基金支付总额: '5',
      个人负担总金额: '5',
    });

  it('joins health rows without a number to the number other rows of the same 人员编号 carry, whichever came first', async () => {
    await hub.take(batchOf('HI02', [bill('b1', '')]));
    const before = await personOf('HI02', 'b1');
    await hub.take(batchOf('HI02', [bill('b2', MOTHER)]));
    expect(await personOf('HI02', 'b1')).toBe(await personOf('HI02', 'b2'));
    expect(await personOf('HI02', 'b1')).not.toBe(before);
    expect(await linkOf('HI02', 'b1')).toMatchObject({ method: 'AGENCY_NUMBER', evidence: { rows: ['HI02:b2'] } });
  });

  it('two numbers under one 人员编号 are a doubt, not a guess', async () => {
    await hub.take(batchOf('HI02', [bill('b1', ''), bill('b2', MOTHER), bill('b3', CHILD)]));
    expect(await openReviews()).toMatchObject([{ source_key: 'b1', reason: 'SEVERAL_CANDIDATES' }]);
    expect(await linkOf('HI02', 'b1')).toMatchObject({ method: 'ALONE' });
  });

  it('hardship rows follow the student of their 学籍号', async () => {
    await hub.take(
      batchOf('ED02', [rowOf('k1', AT, { 学籍号: 'XJ-e1', 姓名: '周小敏', 学年: '2026-2027', 困难等级: '1' })]),
      batchOf('ED01', [pupil('e1', { 身份证号: CHILD })]),
    );
    expect(await personOf('ED02', 'k1')).toBe(await personOf('ED01', 'e1'));
  });
});

describe('exact matches of rows without a number', () => {
  it('SYS-02.14 an assistance row is the only roll row of its street with the same name, birth date and sex', async () => {
    await hub.take(
      batchOf('CA02', [assisted('m1')]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA05', [
        roll('r1', '户1', { 身份证号: CHILD }),
        roll('r2', '户2', { 街镇代码: '310105002', 身份证号: numberOf('20150405', 15) }),
      ]),
    );
    expect(await personOf('CA02', 'm1')).toBe(await personOf('CA05', 'r1'));
    expect(await linkOf('CA02', 'm1')).toMatchObject({ method: 'ASSISTANCE_MATCH', evidence: { rows: ['CA05:r1'] } });
  });

  it('SYS-02.14 a second such roll row undoes the match and asks a person', async () => {
    await hub.take(
      batchOf('CA02', [assisted('m1')]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA05', [roll('r1', '户1', { 身份证号: CHILD })]),
    );
    await hub.take(batchOf('CA05', [roll('r2', '户2', { 身份证号: numberOf('20150405', 15) })]));
    expect(await linkOf('CA02', 'm1')).toMatchObject({ method: 'ALONE' });
    const [review] = await openReviews();
    expect(review?.candidates).toEqual(
      expect.arrayContaining([await personOf('CA05', 'r1'), await personOf('CA05', 'r2')]),
    );
    // and when one of them leaves, the doubt is gone
    await hub.take(batchOf('CA05', [rowOf('r2', '2026-10-02 10:00:00', {}, 'D')]));
    expect(await openReviews()).toEqual([]);
    expect(await personOf('CA02', 'm1')).toBe(await personOf('CA05', 'r1'));
  });

  it('a school row is matched in the roll household of its guardian only', async () => {
    await hub.take(
      batchOf('CA05', [
        roll('r0', '户1', { 姓名: '周敏', 身份证号: MOTHER, 出生日期: '', 性别: '' }),
        roll('r1', '户1', { 身份证号: CHILD }),
        roll('r2', '户2', { 身份证号: numberOf('20150405', 15) }),
      ]),
      batchOf('ED01', [pupil('e1', { 监护人身份证号: MOTHER })]),
    );
    expect(await personOf('ED01', 'e1')).toBe(await personOf('CA05', 'r1'));
    expect(await linkOf('ED01', 'e1')).toMatchObject({ method: 'GUARDIAN_MATCH' });
  });

  it('a roll row is the numbered assistance row of its street, or the numbered school row of its household', async () => {
    await hub.take(
      batchOf('CA05', [
        roll('r1', '户1'),
        roll('r0', '户2', { 姓名: '周敏', 身份证号: MOTHER, 出生日期: '', 性别: '' }),
        roll('r2', '户2', { 姓名: '周二敏' }),
      ]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA02', [assisted('m1', { 身份证号: CHILD })]),
      batchOf('ED01', [pupil('e1', { 姓名: '周二敏', 身份证号: numberOf('20150405', 17), 监护人身份证号: MOTHER })]),
    );
    expect(await personOf('CA05', 'r1')).toBe(await personOf('CA02', 'm1'));
    expect(await personOf('CA05', 'r2')).toBe(await personOf('ED01', 'e1'));
  });

  it('two roll rows are never one person: namesakes of one street stay apart and are asked about', async () => {
    await hub.take(
      batchOf('CA05', [roll('r1', '户1'), roll('r2', '户2', { 身份证号: CHILD })]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA02', [assisted('m1', { 身份证号: CHILD })]),
    );
    expect(await personOf('CA05', 'r1')).not.toBe(await personOf('CA05', 'r2'));
    expect(await openReviews()).toMatchObject([{ source_key: 'r1', reason: 'SAME_ON_ROLL' }]);
  });

  it('a person who has a roll row elsewhere is not given a second one', async () => {
    await hub.take(
      batchOf('CA05', [roll('r1', '户1'), roll('r2', '户2', { 街镇代码: '310105002', 身份证号: CHILD })]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA02', [assisted('m1', { 身份证号: CHILD })]),
    );
    expect(await personOf('CA05', 'r1')).not.toBe(await personOf('CA05', 'r2'));
    expect(await openReviews()).toMatchObject([{ source_key: 'r1', reason: 'TAKEN' }]);
  });

  it('the outcome does not depend on the order of deliveries', async () => {
    const batches = [
      batchOf('CA05', [
        roll('r0', '户1', { 姓名: '周敏', 身份证号: MOTHER, 出生日期: '', 性别: '' }),
        roll('r1', '户1'),
      ]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA02', [assisted('m1')]),
      batchOf('ED01', [pupil('e1', { 身份证号: CHILD, 监护人身份证号: MOTHER })]),
      batchOf('ED02', [rowOf('k1', AT, { 学籍号: 'XJ-e1', 姓名: '周小敏', 学年: '2026-2027', 困难等级: '1' })]),
    ];
    for (const at of [0, 1, 2, 3, 4]) {
      await hub.take(...batches.slice(0, at));
      for (const batch of batches.slice(at).reverse()) await hub.take(batch);
      const people = [await personOf('CA05', 'r1'), await personOf('CA02', 'm1'), await personOf('ED02', 'k1')];
      expect(new Set([...people, await personOf('ED01', 'e1')]).size).toBe(1);
      expect(await openReviews()).toEqual([]);
      await db.execute(`truncate ${TABLES.join(', ')}, subject, person, link, household cascade`);
    }
  });
});

describe("people's decisions", () => {
  const DESK = { by: 'officer', reason: 'asked the family' };

  it('SYS-02.14 a decided doubt is linked, and stays so when the records come again', async () => {
    await hub.take(
      batchOf('CA02', [assisted('m1')]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA05', [
        roll('r1', '户1', { 身份证号: CHILD }),
        roll('r2', '户2', { 身份证号: numberOf('20150405', 15) }),
      ]),
    );
    const [review] = await openReviews();
    const chosen = (await personOf('CA05', 'r2')) as number;
    expect(await hub.decisions.decideReview(review?.id ?? 0, { same: 999_999 }, DESK)).toMatchObject({ ok: false });
    expect(await hub.decisions.decideReview(review?.id ?? 0, { same: chosen }, DESK)).toMatchObject({ ok: true });
    await hub.take(batchOf('CA02', [{ ...assisted('m1'), 更新时间: '2026-10-09 10:00:00', 自理能力: '2' }]));
    expect(await personOf('CA02', 'm1')).toBe(chosen);
    expect(await linkOf('CA02', 'm1')).toMatchObject({ method: 'DECISION' });
    expect(await openReviews()).toEqual([]);
  });

  it('an undone match is not made again', async () => {
    await hub.take(
      batchOf('CA02', [assisted('m1')]),
      batchOf('CA01', [RECOGNISED]),
      batchOf('CA05', [roll('r1', '户1', { 身份证号: CHILD })]),
    );
    expect(await hub.decisions.undoLink({ recordType: 'CA02', sourceKey: 'm1' }, DESK)).toMatchObject({ ok: true });
    await hub.take(
      batchOf('CA05', [roll('r1', '户1', { 身份证号: CHILD, 更新时间: '2026-10-09 10:00:00', 婚姻状况: '10' })]),
    );
    expect(await personOf('CA02', 'm1')).not.toBe(await personOf('CA05', 'r1'));
    expect(await hub.decisions.undoLink({ recordType: 'CA02', sourceKey: 'm1' }, DESK)).toMatchObject({
      ok: false,
      error: 'NOT_LINKED',
    });
  });

  it('an undone link by number gives the record a person of its own, also for later versions', async () => {
    await hub.take(
      batchOf('CA05', [roll('r1', '户1', { 身份证号: CHILD })]),
      batchOf('ED01', [pupil('e1', { 身份证号: CHILD })]),
    );
    expect(await hub.decisions.undoLink({ recordType: 'ED01', sourceKey: 'e1' }, DESK)).toMatchObject({ ok: true });
    await hub.take(
      batchOf('ED01', [{ ...pupil('e1', { 身份证号: CHILD }), 更新时间: '2026-10-09 10:00:00', 年级: '三' }]),
    );
    expect(await personOf('ED01', 'e1')).toBeDefined();
    expect(await personOf('ED01', 'e1')).not.toBe(await personOf('CA05', 'r1'));
  });
});
