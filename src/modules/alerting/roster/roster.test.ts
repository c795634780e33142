import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asDay } from '../../../kernel/day.ts';
import { createRoster, type Post } from './roster.ts';
import { loadRoster } from './roster-file.ts';

const post = (division: string, holder: string, parts: Partial<Post> = {}): Post => ({
  division,
  role: 'COMMUNITY_CADRE',
  holder,
  from: asDay('2026-01-01'),
  to: null,
  absences: [],
  ...parts,
});
const away = (standIn: string | null) => [{ from: asDay('2026-10-01'), to: asDay('2026-10-07'), standIn }];
const recipient = (posts: readonly Post[], division: string, day: string) =>
  createRoster([post('310105', 'district'), ...posts], '310105')
    .recipientsOn(asDay(day))
    .get(division);

async function load(text: string): Promise<unknown> {
  const root = await mkdtemp(join(tmpdir(), 'wanjia-roster-'));
  await mkdir(join(root, 'demo'));
  await writeFile(join(root, 'demo', 'roster.yaml'), text);
  return loadRoster(root, 'demo', '310105');
}

describe('the roster', () => {
  it('SYS-23.01 knows who holds which post of the team on which day', () => {
    const posts = [
      post('310105001', 'first', { to: asDay('2026-06-01') }),
      post('310105001', 'second', { role: 'SOCIAL_WORKER' }),
    ];
    expect(recipient(posts, '310105001', '2025-12-31')).toBeUndefined();
    expect(recipient(posts, '310105001', '2026-05-31')).toBe('first');
    expect(recipient(posts, '310105001', '2026-06-01')).toBe('second');
  });

  it('names the stand-in while the holder is away, both days included', () => {
    const posts = [post('310105001', 'holder', { absences: away('stand-in') })];
    const days = ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'];
    expect(days.map((day) => recipient(posts, '310105001', day))).toEqual(['holder', 'stand-in', 'stand-in', 'holder']);
    expect(createRoster(posts, '310105').on(asDay('2026-10-01'))[0]).toMatchObject({ standsInFor: 'holder' });
  });

  it('turns to the next post of the place where nobody stands in', () => {
    const posts = [post('310105001', 'holder', { absences: away(null) }), post('310105001', 'next')];
    expect(recipient(posts, '310105001', '2026-10-01')).toBe('next');
  });

  it('always has someone at the top', () => {
    const roster = createRoster([post('310105', 'district', { absences: away(null) })], '310105');
    expect(roster.recipientsOn(asDay('2026-10-01')).get('310105')).toBe('district');
  });

  it('is refused where an alert could be nobody’s, and with the place of every mistake', async () => {
    const street = `{ division: '310105001', role: STREET_OFFICER, holder: x, from: 2026-01-01 }`;
    await expect(load(`source: x\nposts: [${street}]`)).rejects.toThrow('310105');
    await expect(load(`source: x\nposts: [${street.replace('STREET_OFFICER', 'BOSS')}]`)).rejects.toThrow(
      "demo/roster.yaml:2:40 'BOSS' is not one of DISTRICT_OFFICER",
    );
    await expect(load(`source: x\nposts: [${street.replace('2026-01-01', '2026-02-30')}]`)).rejects.toThrow(
      'there is no such day',
    );
  });
});
