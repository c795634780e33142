/** Whose turn an alert is: by the roster of the day, and one level up when nobody came in time. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bill, household, member } from '../support/documents.ts';
import { addDays, DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const { hub, ask, live, work, alertOf, clear } = await serveWorkedHub();

interface Turn {
  readonly level: string;
  readonly recipient: string;
  readonly informed?: readonly string[];
}

async function turns(persona = 'district-officer', filter = ''): Promise<readonly Turn[]> {
  const query = `{ alerts${filter} { edges { node { level recipient informed } } } }`;
  const { data, errors } = await ask<{ alerts: { edges: { node: Turn }[] } }>({ persona, purpose: 'casework', query });
  expect(errors).toBeUndefined();
  return (data?.alerts.edges ?? []).map(({ node }) => node);
}

const at = (committeeCode: string | null, streetCode = '310105001', id = 71) => ({
  ...unserved(id),
  streetCode,
  committeeCode,
});
const runOut = () =>
  hub.db.execute(`UPDATE alert SET turn_ends_at = now() - interval '1 minute' WHERE level <> 'DISTRICT'`);
const STREET = '华阳路街道救助所';

beforeEach(clear);

describe('whose turn an alert is', () => {
  it('SYS-07.04 the adviser of the committee, else the street, else the district: nobody’s alert does not exist', async () => {
    await live(DAY, at('310105001001'), at('310105001009', '310105001', 72), at(null, '310105099', 73));
    expect(await turns()).toEqual([
      { level: 'COMMITTEE', recipient: 'adviser', informed: [] },
      { level: 'STREET', recipient: STREET, informed: [] },
      { level: 'DISTRICT', recipient: 'district-officer', informed: [] },
    ]);
    expect(await hub.db.query('SELECT id FROM alert WHERE recipient IS NULL')).toEqual([]);
    expect(await turns('adviser', '(filter: { recipient: "adviser" })')).toHaveLength(1);
  });

  it('SYS-05.07 of a red alert street and district are told too', async () => {
    await live(DAY, { ...household([member({ settlements: [bill(500_000)] })]), committeeCode: '310105001001' });
    expect(await turns()).toEqual([
      { level: 'COMMITTEE', recipient: 'adviser', informed: ['district-officer', STREET] },
    ]);
  });

  it('follows the household when it moves, and the roster when someone stands in', async () => {
    await live(addDays(DAY, -23), at('310105001001'));
    expect(await turns()).toMatchObject([{ recipient: '华阳路街道救助专业社工' }]);
    await hub.db.execute(`UPDATE hub_day SET day = '2026-10-10'`);
    await hub.alerting.passUp('2026-10-10' as typeof DAY);
    expect(await turns()).toMatchObject([{ recipient: 'adviser', level: 'COMMITTEE' }]);
    await live(addDays(DAY, -20), at('310105002001', '310105002'));
    expect(await turns()).toMatchObject([{ recipient: '江苏路街道第一居民区救助顾问' }]);
  });

  it('goes up from committee to street to district when nobody comes in time, and no further', async () => {
    await live(DAY, at('310105001001'));
    expect(await hub.alerting.passUp(DAY)).toBe(0);
    const seen = [];
    for (let round = 0; round < 3; round += 1) {
      await runOut();
      await hub.alerting.passUp(DAY);
      seen.push(...(await turns()).map(({ level, recipient }) => `${level} ${recipient}`));
    }
    expect(seen).toEqual([`STREET ${STREET}`, 'DISTRICT district-officer', 'DISTRICT district-officer']);
    const events = await hub.db.query<{ details: object }>(
      `SELECT details FROM alert_event WHERE kind = 'PASSED_UP' ORDER BY id`,
    );
    expect(events.map(({ details }) => details)).toEqual([
      { from: 'COMMITTEE', to: 'STREET' },
      { from: 'STREET', to: 'DISTRICT' },
    ]);
  });

  it('stays where someone has been, until the next visit is due', async () => {
    await live(DAY, at('310105001001'));
    const input = { visitedOn: DAY, visitors: ['甲'], purpose: 'FIRST_CONTACT', nextVisitOn: '2099-01-01' };
    await runOut();
    await work('RecordVisit', { id: await alertOf(1), input, key: 'v' });
    expect(await hub.alerting.passUp(DAY)).toBe(0);
    expect(await turns()).toMatchObject([{ level: 'COMMITTEE', recipient: 'adviser' }]);
  });
});

describe('the roster', () => {
  it('is read for a day, within the caller’s divisions and above', async () => {
    const query = '{ roster(asOf: "2026-10-02") { division role onDuty standsInFor } }';
    const { data } = await ask<{ roster: { division: string; onDuty: string }[] }>({ persona: 'adviser', query });
    expect(data?.roster[0]).toMatchObject({ division: '310105', role: 'DISTRICT_OFFICER' });
    expect(data?.roster.filter(({ division }) => !'310105001'.startsWith(division.slice(0, 9)))).toEqual([]);
    expect(data?.roster.find(({ division }) => division === '310105001001')).toMatchObject({ standsInFor: 'adviser' });
  });

  it('SYS-23.02 lists on a day which committees and streets lack an adviser, stand-ins counted', async () => {
    const away = at('310105001009', '310105001', 72);
    const elsewhere = at(null, '310105099', 73);
    await live(DAY, at('310105001001'), away, elsewhere);
    const short = async (asOf: string, persona: string): Promise<object> => {
      const query = `{ staffing(asOf: "${asOf}", shortOnly: true) { division level required onDuty shortfall } }`;
      const { data, errors } = await ask<{ staffing: object[] }>({ persona, purpose: 'casework', query });
      expect(errors).toBeUndefined();
      return data?.staffing ?? [];
    };
    const committee = { division: '310105001009', level: 'COMMITTEE', required: 1, onDuty: 0, shortfall: 1 };
    expect(await short(DAY, 'district-officer')).toEqual([
      { division: '310105099', level: 'STREET', required: 2, onDuty: 0, shortfall: 2 },
      committee,
    ]);
    expect(await short(DAY, 'adviser')).toEqual([committee]);
    const { data } = await ask<{ staffing: { division: string }[] }>({
      persona: 'adviser',
      query: '{ staffing(asOf: "2026-10-02") { division onDuty standIns shortfall } }',
    });
    expect(data?.staffing.find(({ division }) => division === '310105001001')).toMatchObject({
      ...{ onDuty: 1, standIns: 1, shortfall: 0 },
    });
    // Before the posts begin nobody is there; who lives there is not known of that day, so that posts alone are counted.
    expect(await short('2025-12-31', 'adviser')).toContainEqual({
      ...{ division: '310105001', level: 'STREET', required: 2, onDuty: 0, shortfall: 2 },
    });
  });
});
