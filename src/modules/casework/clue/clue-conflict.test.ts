import { describe, expect, it } from '@jest/globals';
import { DAY, death, household, member, recognition } from '../../../../tests/support/documents.ts';
import { asDay } from '../../../kernel/day.ts';
import { conflictsOf } from './clue-conflict.ts';

const told = (kind: 'HARDSHIP' | 'APPLICATION_REFUSED', personId: number | null, occurredOn = '2026-10-10') => ({
  kind,
  personId,
  occurredOn: asDay(occurredOn),
  endedOn: null,
  value: null,
});

describe('a clue against the records', () => {
  it('of a person who had died', () => {
    const family = household([member({ id: 5, deaths: [death('2026-09-01')] })]);
    expect(conflictsOf(told('HARDSHIP', 5), family, DAY)).toMatchObject([{ code: 'PERSON_DIED', source: 'CA04' }]);
    expect(conflictsOf(told('HARDSHIP', 5, '2026-08-31'), family, DAY)).toEqual([]);
  });

  it('of a refusal while a class was in force', () => {
    const family = household([member()], { recognition: recognition('DB') });
    const conflicts = conflictsOf(told('APPLICATION_REFUSED', null), family, DAY);
    expect(conflicts).toMatchObject([{ code: 'CLASS_IN_FORCE', source: 'CA01', on: '2026-01-01' }]);
    expect(conflictsOf(told('APPLICATION_REFUSED', null), household([member()]), DAY)).toEqual([]);
  });
});
