import { describe, expect, it } from '@jest/globals';
import type { Duty } from './roster.ts';
import { staffingOf } from './staffing.ts';

const duty = (division: string, role: Duty['role'], standsInFor: string | null = null): Duty => ({
  ...{ division, role, standsInFor },
  onDuty: 'x',
});
const MINIMUM = { DISTRICT: 11, STREET: 2, COMMITTEE: 1 };

describe('staffing', () => {
  it('SYS-23.02 counts what every place lacks, those that lack most first', () => {
    const duties = [
      duty('310118001', 'STREET_OFFICER'),
      duty('310118001', 'SOCIAL_WORKER'),
      duty('310118001001', 'COMMUNITY_CADRE', 'someone ill'),
    ];
    const places = ['310118', '310118001', '310118001001', '310118001002', '310118001002'];
    expect(staffingOf(places, duties, MINIMUM)).toEqual([
      { division: '310118', level: 'DISTRICT', required: 11, onDuty: 1, standIns: 0, shortfall: 10 },
      { division: '310118001', level: 'STREET', required: 2, onDuty: 1, standIns: 0, shortfall: 1 },
      { division: '310118001002', level: 'COMMITTEE', required: 1, onDuty: 0, standIns: 0, shortfall: 1 },
      { division: '310118001001', level: 'COMMITTEE', required: 1, onDuty: 1, standIns: 1, shortfall: 0 },
    ]);
  });

  it('has no negative shortfall, and says nothing where no text gives a minimum', () => {
    const officers = Array.from({ length: 3 }, () => duty('310105001', 'STREET_OFFICER'));
    expect(staffingOf(['310105', '310105001'], officers, { ...MINIMUM, DISTRICT: undefined })).toMatchObject([
      { division: '310105001', onDuty: 3, shortfall: 0 },
    ]);
  });
});
