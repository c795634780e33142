/** Clues from people: one intake whatever the channel, shown with the household beside what the records say. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bill, household, member } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { DAY, serveWorkedHub } from '../support/worked-hub.ts';

const { hub, ask, live, clear } = await serveWorkedHub();
const CLUES = new URL('../../schema/operations/clues.graphql', import.meta.url);

beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE clue, clue_report');
  const families = [
    household([member({ id: 91, settlements: [bill(100, '2026-10-20')] }, { selfCare: '1' })]),
    { ...household([member({ id: 92 })]), streetCode: '310105002', committeeCode: '310105002001' },
  ];
  await live(DAY, ...families);
});

interface Told {
  readonly __typename: string;
  readonly clueId?: string;
  readonly recipient?: string;
  readonly answerBy?: string;
  readonly joined?: boolean;
  readonly code?: string | undefined;
}

let keys = 0;
async function tell(input: object, persona = 'adviser', given?: string): Promise<Told> {
  keys += 1;
  const key = given ?? `clue-${keys}`;
  const { data, errors } = await ask<{ recordClue: Told }>({
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

describe('a clue that was told', () => {
  interface Report {
    readonly clueId: string;
    readonly state: string;
    readonly recipient: string;
    readonly answer: string | null;
    readonly familyUnknown?: boolean;
    readonly family?: string | null;
    readonly joinedTo?: string | null;
    readonly household?: { readonly id: string } | null;
  }
  interface Done {
    readonly __typename: string;
    readonly caseId?: string | null;
    readonly instead?: { readonly clueId: string } | null;
    readonly code?: string;
  }
  const send = async (name: string, variables: object, persona: string, purpose = 'casework') => {
    keys += 1;
    const given = { key: `work-${keys}`, ...variables };
    const { data, errors } = await ask<Record<string, unknown>>({
      ...{ persona, purpose, variables: given },
      query: await operation(name, CLUES),
    });
    return Object.values(data ?? {})[0] ?? { code: errors?.[0]?.extensions.code };
  };
  const reports = async (name: string, persona: string, purpose: string, variables: object = {}) => {
    const page = (await send(name, variables, persona, purpose)) as { edges?: { node: Report }[] };
    return (page.edges ?? []).map(({ node }) => node);
  };
  const mine = () => reports('MyClues', 'grid-worker', 'discovery');
  const queue = (variables: object = {}, persona = 'adviser') => reports('Clues', persona, 'casework', variables);
  const report = async (input: object = {}, persona = 'grid-worker') =>
    (await tell({ kind: 'HARDSHIP', householdId: 'H1', channel: 'GRID', ...input }, persona)).clueId ?? '';
  const answer = (clueId: string, given: string, input: object = {}, persona = 'adviser') =>
    send('AnswerClue', { clueId, answer: given, ...input }, persona) as Promise<Done>;
  const withdraw = (clueId: string, instead?: object) =>
    send('WithdrawClue', { clueId, instead }, 'grid-worker', 'discovery') as Promise<Done>;

  it('SYS-06.03 reaches the street at once, with a receipt that says who has it and by when it is answered', async () => {
    const told = await tell({ kind: 'HARDSHIP', householdId: 'H1', channel: 'GRID' }, 'grid-worker');
    expect(told).toMatchObject({ recipient: 'adviser', answerBy: expect.stringMatching(/^\d{4}-/), joined: false });
    expect(await queue()).toMatchObject([{ clueId: told.clueId, state: 'WAITING', household: { id: 'H1' } }]);
    expect(await queue({ overdue: true })).toEqual([]);
    expect(await queue({}, 'district-officer')).toHaveLength(1);
  });

  it('says of its deadline that it is provisional where the holidays of that year are not known', async () => {
    await report();
    const provisional = async (day: string) => {
      await hub.db.execute('UPDATE clue_report SET answer_by = $1', [day]);
      const query = '{ myClues { edges { node { answerBy answerIsProvisional } } } }';
      const { data } = await ask<{ myClues: { edges: { node: object }[] } }>({
        ...{ persona: 'grid-worker', purpose: 'discovery', query },
      });
      return data?.myClues.edges[0]?.node;
    };
    expect(await provisional('2026-12-31')).toEqual({ answerBy: '2026-12-31', answerIsProvisional: false });
    expect(await provisional('2027-01-04')).toEqual({ answerBy: '2027-01-04', answerIsProvisional: true });
  });

  it('is followed by who told it, without the family, and by nobody else', async () => {
    const clueId = await report();
    await report({}, 'adviser');
    expect(await mine()).toMatchObject([{ clueId, state: 'WAITING', answer: null }]);
    await answer(clueId, 'ALREADY_KNOWN');
    expect(await mine()).toMatchObject([{ clueId, state: 'ANSWERED', answer: 'ALREADY_KNOWN' }]);
    expect(await queue({}, 'grid-worker')).toEqual([]);
    const query = '{ myClues { edges { node { clueId household { id } family placeCode } } } }';
    const { data } = await ask<{ myClues: { edges: { node: object }[] } }>({
      ...{ persona: 'grid-worker', purpose: 'discovery', query },
    });
    expect(data?.myClues.edges[0]?.node).toEqual({ clueId, household: null, family: null, placeCode: null });
  });

  it('is taken up in the household’s case, by one person', async () => {
    const clueId = await report();
    const both = await Promise.all([answer(clueId, 'TAKEN_UP'), answer(clueId, 'TAKEN_UP', {}, 'district-officer')]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    const cases = await hub.db.query('SELECT household_id, origin FROM case_file');
    expect(cases).toEqual([{ household_id: 1, origin: 'CLUE' }]);
    const person = await report({ kind: 'UNATTENDED_CHILD', householdId: undefined, personId: 'P91' });
    expect((await answer(person, 'TAKEN_UP')).caseId).toBe(both.find(({ caseId }) => caseId)?.caseId);
  });

  it('is taken back or told rightly by who told it, until it is answered', async () => {
    const wrong = await report();
    const instead = {
      kind: 'HARDSHIP',
      channel: 'GRID',
      householdId: 'H1',
      occurredOn: '2026-10-12',
      source: '网格员',
    };
    const done = await withdraw(wrong, instead);
    expect(done.instead?.clueId).toMatch(/^K/);
    expect(await mine()).toMatchObject([{ state: 'WITHDRAWN' }, { clueId: done.instead?.clueId, state: 'WAITING' }]);
    expect((await clues()).clues).toMatchObject([{ id: done.instead?.clueId, occurredOn: '2026-10-12' }]);
    expect((await withdraw(wrong)).code).toBe('CONFLICT');
    expect((await withdraw(await report({}, 'adviser'))).code).toBe('NOT_FOUND');
  });

  it('counts no longer when it was not so', async () => {
    await answer(await report(), 'UNFOUNDED');
    expect((await clues()).clues).toEqual([]);
  });

  it('is kept and joined where the same was told before, and both are answered', async () => {
    const first = await report();
    const again = await tell({ kind: 'HARDSHIP', householdId: 'H1', channel: 'HOTLINE' }, 'adviser');
    expect(again).toMatchObject({ joined: true });
    expect(await queue()).toMatchObject([{ joinedTo: null }, { clueId: again.clueId, joinedTo: first }]);
    await answer(first, 'ALREADY_KNOWN');
    expect(await queue()).toEqual([]);
  });

  it('about a family that is not in the data is kept and shown, and never guessed', async () => {
    const family = { householdId: undefined, placeCode: '310105001001', family: '三楼新搬来的母女' };
    const told = await tell({ kind: 'HARDSHIP', ...family, contact: '021-00000000' }, 'grid-worker');
    expect(told.code).toBeUndefined();
    const clueId = told.clueId ?? '';
    expect(await queue()).toMatchObject([{ clueId, familyUnknown: true, household: null, family: family.family }]);
    const kept = await hub.db.query('SELECT family, contact FROM clue_report');
    expect(JSON.stringify(kept)).not.toMatch(/母女|021-/);
    expect((await clues()).clues).toEqual([]);
    expect((await answer(clueId, 'TAKEN_UP')).code).toBe('TEXT_REQUIRED');
    expect((await answer(clueId, 'TAKEN_UP', { householdId: 'H2' })).code).toBe('TEXT_REQUIRED');
    expect((await answer(clueId, 'TAKEN_UP', { householdId: 'H1' })).caseId).toMatch(/^C/);
    expect((await clues()).clues).toMatchObject([{ id: clueId }]);
    expect((await tell({ kind: 'HARDSHIP', placeCode: '310105002', family: 'x' }, 'grid-worker')).code).toBe(
      'NOT_FOUND',
    );
  });
});
