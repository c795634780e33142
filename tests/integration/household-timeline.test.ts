/** The timeline of a household 一户一档: everything in one order, each entry under its own data class. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { household, member, recognition } from '../support/documents.ts';
import { operation } from '../support/served-hub.ts';
import { addDays, DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, work, alertOf, clear } = await serveWorkedHub();
const CASES = new URL('../../schema/operations/cases.graphql', import.meta.url);
const CLUES = new URL('../../schema/operations/clues.graphql', import.meta.url);

interface Entry {
  readonly kind: string;
  readonly what: string;
  readonly on: string;
  readonly entityId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}
interface Page {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function timeline(variables: object = {}, persona = 'adviser', purpose = 'casework') {
  const query = await operation('HouseholdTimeline', CASES);
  const { data } = await ask<{ household: { timeline: Page | null } | null }>({
    ...{ persona, purpose, query, variables: { id: 'H1', first: 100, ...variables } },
  });
  return data?.household?.timeline ?? null;
}
const entries = async (...asked: Parameters<typeof timeline>) =>
  ((await timeline(...asked))?.edges ?? []).map(({ node }) => node);

beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE clue, clue_report');
});

/** A family's story: an alert, a clue, a visit, a referral, another class and another member. */
async function story(): Promise<void> {
  await live(DAY, unserved());
  const id = await alertOf(1);
  const told = { kind: 'HARDSHIP', channel: 'GRID', householdId: 'H1', occurredOn: DAY, source: '网格员' };
  await ask({
    ...{ persona: 'grid-worker', purpose: 'discovery', variables: { key: 'c', input: told } },
    query: await operation('RecordClue', CLUES),
  });
  const visit = { visitedOn: DAY, visitors: ['甲'], purpose: 'FIRST_CONTACT' };
  await work('RecordVisit', { id, input: visit, key: 'v' });
  await work('CloseAlert', { id, outcome: 'REFERRED', key: 'x' });
  const { members } = unserved();
  await live(addDays(DAY, 1), household([...members, member({ id: 72 })], { recognition: recognition('BY') }));
}

describe('the timeline of a household', () => {
  it('SYS-22.04 holds what was found, told, visited, decided and what changed, in one order', async () => {
    await story();
    const shown = await entries();
    const said = shown.map(({ kind, what }) => `${kind} ${what}`);
    for (const part of [
      'ALERT RAISED',
      'CLUE HARDSHIP',
      'VISIT FIRST_CONTACT',
      'CASE OPENED',
      'CASE REFERRAL_ASKED',
      'ALERT CLOSED',
      'CLASS CHANGED',
      'MEMBER JOINED',
    ])
      expect(said).toContain(part);
    expect(shown.find(({ kind }) => kind === 'CLASS')).toMatchObject({ from: 'DB', to: 'BY', on: addDays(DAY, 1) });
    expect(shown.find(({ kind }) => kind === 'MEMBER')).toMatchObject({ entityId: 'P72' });
    const before = await entries({ asOf: DAY });
    expect(before.filter(({ on }) => on > DAY)).toEqual([]);
  });

  it('is read page by page, nothing twice and nothing left out', async () => {
    await story();
    const all = await entries();
    const seen: Entry[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const page = await timeline({ first: 3, after });
      seen.push(...(page?.edges ?? []).map(({ node }) => node));
      more = page?.pageInfo.hasNextPage === true;
      after = page?.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('keeps what happened at one moment in the order in which it did', async () => {
    await live(DAY, unserved());
    const kinds = ['ROUTED', 'ASSIGNED', 'VISITED', 'CLOSED'];
    // Numbers of six and of seven digits.
    await hub.db.execute(
      `INSERT INTO alert_event (id, alert_id, at, "on", kind) OVERRIDING SYSTEM VALUE
       SELECT 999998 + place, a.id, '2026-01-01T12:00:00Z', $1, kind
       FROM alert a, unnest($2::text[]) WITH ORDINALITY AS told(kind, place)`,
      [DAY, kinds],
    );
    const told = (await entries()).filter(({ kind, what }) => kind === 'ALERT' && kinds.includes(what));
    expect(told.map(({ what }) => what).slice(-4)).toEqual([...kinds].reverse());
  });

  it('is nobody’s outside the street, and no field for those who see none of it', async () => {
    await story();
    expect(await timeline({}, 'warehouse', 'operations')).toBeNull();
    await hub.db.execute(`UPDATE household_fact SET street_code = '310105002', committee_code = NULL`);
    await hub.db.execute(
      `UPDATE profile_version SET document = (document::jsonb || '{"streetCode":"310105002","committeeCode":null}')::json`,
    );
    expect(await entries()).toEqual([]);
  });
});
