/** Clues from people: one intake whatever the channel, shown with the household beside what the records say. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bill, household, member } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
const CLUES = new URL('../../schema/operations/clues.graphql', import.meta.url);

beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE clue');
  const families = [
    household([member({ id: 91, settlements: [bill(100, '2026-10-20')] }, { selfCare: '1' })]),
    { ...household([member({ id: 92 })]), streetCode: '310105002', committeeCode: '310105002001' },
  ];
  await live(DAY, ...families);
});

let keys = 0;
async function tell(input: object, persona = 'adviser', given?: string) {
  keys += 1;
  const key = given ?? `clue-${keys}`;
  const { data, errors } = await ask<{ recordClue: { __typename: string; clueId?: string; code?: string } }>({
    persona,
    purpose: 'discovery',
    query: await operation('RecordClue', CLUES),
    variables: { key, input: { channel: 'VISIT', occurredOn: '2026-10-10', source: '居委走访', ...input } },
  });
  return data?.recordClue ?? { __typename: 'refused', code: errors?.[0]?.extensions.code };
}

async function clues(persona = 'adviser', purpose = 'casework') {
  const query = await operation('HouseholdClues', CLUES);
  const { data, errors } = await ask<{ household: { clues: Record<string, unknown>[] } | null }>({
    persona,
    purpose,
    query,
    variables: { id: 'H1' },
  });
  return { clues: data?.household?.clues ?? null, errors };
}

describe('clues from people', () => {
  it('SYS-06.01 SYS-06.11 come by every channel and stand with their household', async () => {
    for (const channel of ['VISIT', 'LETTER', 'PATROL', 'HOTLINE', 'SELF', 'GRID'])
      await tell({ kind: 'HARDSHIP', householdId: 'H1', channel });
    const shown = (await clues()).clues ?? [];
    expect(shown.map(({ channel }) => channel).sort()).toEqual([
      'GRID',
      'HOTLINE',
      'LETTER',
      'PATROL',
      'SELF',
      'VISIT',
    ]);
    expect(shown[0]).toMatchObject({ kind: 'HARDSHIP', source: '居委走访', recordedBy: 'adviser', conflicts: [] });
  });

  it('are answered with a receipt, and who they are about is judged anew', async () => {
    await hub.db.execute('TRUNCATE judgement_mark');
    expect(await tell({ kind: 'FIRE', areaCode: '310105001001' })).toMatchObject({
      __typename: 'ClueRecorded',
      clueId: expect.stringMatching(/^K\d+$/),
    });
    expect((await clues()).clues).toMatchObject([{ kind: 'FIRE', areaCode: '310105001001', person: null }]);
    expect(await hub.db.query('SELECT DISTINCT household_id FROM judgement_mark')).toEqual([{ household_id: 1 }]);
  });

  it('show what the records say against them', async () => {
    await tell({ kind: 'OUT_OF_CONTACT', personId: 'P91' });
    await tell({ kind: 'DAILY_LIVING', personId: 'P91', value: 3 });
    const shown = (await clues()).clues ?? [];
    expect(shown.map(({ kind, conflicts, person }) => ({ kind, conflicts, person }))).toEqual([
      {
        kind: 'DAILY_LIVING',
        person: { id: 'P91' },
        conflicts: [{ code: 'SELF_CARE_DIFFERS', source: 'CA02', on: null }],
      },
      {
        kind: 'OUT_OF_CONTACT',
        person: { id: 'P91' },
        conflicts: [{ code: 'SEEN_SINCE', source: 'HI02', on: '2026-10-20' }],
      },
    ]);
  });

  it('are taken once per key, and refused where they make no sense or lie elsewhere', async () => {
    const first = await tell({ kind: 'HARDSHIP', householdId: 'H1' }, 'adviser', 'same');
    expect(await tell({ kind: 'HARDSHIP', householdId: 'H1' }, 'adviser', 'same')).toEqual(first);
    expect(await hub.db.query('SELECT count(*)::int AS clues FROM clue')).toEqual([{ clues: 1 }]);
    expect((await tell({ kind: 'HARDSHIP', householdId: 'H2' })).code).toBe('NOT_FOUND');
    expect((await tell({ kind: 'CUSTODY', householdId: 'H1' })).code).toBe('CLUE_NOT_ABOUT_THAT');
    expect((await tell({ kind: 'HARDSHIP', householdId: 'H1', occurredOn: '2027-01-01' })).code).toBe(
      'CLUE_DATES_WRONG',
    );
    expect((await tell({ kind: 'DAILY_LIVING', personId: 'P91' })).code).toBe('CLUE_VALUE_WRONG');
    expect((await tell({ kind: 'HARDSHIP', householdId: 'H1', source: ' ' })).code).toBe('CLUE_SOURCE_MISSING');
  });

  it('SYS-06.06 a grid worker tells and reads no file', async () => {
    expect((await tell({ kind: 'HARDSHIP', householdId: 'H1', channel: 'GRID' }, 'grid-worker')).__typename).toBe(
      'ClueRecorded',
    );
    expect((await tell({ kind: 'HARDSHIP', householdId: 'H2', channel: 'GRID' }, 'grid-worker')).code).toBe(
      'NOT_FOUND',
    );
    const { clues: shown, errors } = await clues('grid-worker', 'discovery');
    expect([shown, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });
});
