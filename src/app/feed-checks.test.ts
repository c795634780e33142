import { describe, expect, it } from '@jest/globals';
import { asDay } from '../kernel/day.ts';
import { loadPack } from '../modules/discovery/index.ts';
import { checkWorkingDays } from './feed-checks.ts';

const { workingDays } = await loadPack('packs', 'shanghai/changning');

describe('the calendar of holidays', () => {
  it('is told with the day from which holidays are not known, and what deadlines do then', async () => {
    expect(await checkWorkingDays(workingDays, asDay('2026-12-31'))).toMatchObject({
      ok: true,
      detail:
        'holidays and worked weekends of 2026; from 2027-01-01 on deadlines leave out weekends only and say they are provisional',
    });
  });

  it('is a fault in a year it does not hold, with the file to enter it in', async () => {
    const found = await checkWorkingDays(workingDays, asDay('2027-01-01'));
    expect(found).toMatchObject({ ok: false, fix: expect.stringContaining('packs/national/calendar.yaml') });
    expect(found.detail).toContain('in every other year deadlines leave out weekends only');
  });
});
