import { describe, expect, it } from '@jest/globals';
import { alertsFailing, type CheckedAlert, isFailing, listRules, loadPack } from '../../src/modules/discovery/index.ts';
import { openTestDatabase } from '../support/database.ts';
import { DAY } from '../support/documents.ts';

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const NOW = new Date('2026-10-31T12:00:00Z');
const MINUTE_MS = 60_000;

const alert = (minutesPast: number | null, parts: Partial<CheckedAlert> = {}): CheckedAlert => ({
  state: 'OPEN',
  severity: 'RED',
  level: 'COMMITTEE',
  contactedAt: null,
  turnEndsAt: minutesPast === null ? null : new Date(NOW.getTime() - minutesPast * MINUTE_MS),
  ...parts,
});

const CASES: readonly (readonly [string, CheckedAlert, boolean | undefined])[] = [
  ['its clock runs out now', alert(0), true],
  ['a minute before', alert(-1), false],
  ['an hour past', alert(60, { level: 'STREET' }), true],
  ['someone took it and nobody came', alert(60, { state: 'ASSIGNED' }), true],
  ['the next visit is overdue', alert(60, { state: 'VISITING', contactedAt: NOW }), true],
  ['the next visit is ahead', alert(-6_000, { state: 'VISITING', contactedAt: NOW }), false],
  ['closed', alert(60, { state: 'CLOSED' }), false],
  ['at the top', alert(60, { level: 'DISTRICT' }), false],
  ['no turn ends', alert(null), undefined],
  ['closed, and no turn ends', alert(null, { state: 'CLOSED' }), false],
];

async function inSql(checked: CheckedAlert, over = pack): Promise<boolean | null | undefined> {
  const { text, values } = alertsFailing(over, 'X3', { day: DAY, now: NOW });
  const place = values.length;
  const row = [checked.state, checked.severity, checked.level, checked.contactedAt, checked.turnEndsAt];
  const [answer] = await db.query<{ failing: boolean | null }>(
    `SELECT (${text}) AS failing FROM (SELECT $${place + 1}::text AS state, $${place + 2}::text AS severity,
       $${place + 3}::text AS level, $${place + 4}::timestamptz AS contacted_at, $${place + 5}::timestamptz AS turn_ends_at) a`,
    [...values, ...row],
  );
  return answer?.failing ?? undefined;
}

describe('X3, an alert unanswered past its clock', () => {
  it.each(CASES)('%s', async (_about, checked, expected) => {
    expect(isFailing(pack, 'X3', checked, { day: DAY, now: NOW })).toBe(expected);
    expect(await inSql(checked)).toBe(expected);
  });

  it('is listed with the rules, and is none of them', () => {
    expect(listRules(pack, DAY).find(({ id }) => id === 'X3')).toMatchObject({
      severity: null,
      basisStatus: 'IN_FORCE',
    });
    expect(pack.rules.some(({ id }) => id === 'X3')).toBe(false);
  });

  it('is in force from its first day on', () => {
    const early = { day: '2026-06-30' as typeof DAY, now: NOW };
    expect(isFailing(pack, 'X3', alert(60), early)).toBe(false);
    expect(alertsFailing(pack, 'X3', early).text).toBe('FALSE');
  });
});
