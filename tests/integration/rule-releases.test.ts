/** Rules changed by two people, tried in pilot streets and taken back; every step is kept. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, asDay } from '../../src/kernel/day.ts';
import { createDiscovery } from '../../src/modules/discovery/index.ts';
import { readFeedStandings } from '../../src/modules/ingestion/index.ts';
import { bill, DAY, household, member, pension } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { writeFeeds } from '../support/feeds.ts';
import { operation, serveHub } from '../support/served-hub.ts';

const RELEASES = new URL('../../schema/operations/rule-releases.graphql', import.meta.url);
const { hub, ask } = await serveHub();
const STREET = '310105001';
const NEIGHBOUR = '310105002';
const patient = (yuan: number, streetCode: string) =>
  household([member({ settlements: [bill(yuan)], pensions: [pension(3_000)] })], {
    streetCode,
    committeeCode: `${streetCode}001`,
  });

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly draft?: { readonly id: string; readonly decision: string | null; readonly trial: object } | null;
  readonly rule?: { readonly version: number; readonly streets: readonly string[] | null } | null;
}

let keys = 0;
async function change(name: string, persona: string, variables: object): Promise<Changed> {
  keys += 1;
  const query = await operation(name, RELEASES);
  const given = { key: `k${keys}`, reason: '区级会议决定', ...variables };
  const { data, errors } = await ask<Record<string, Changed>>({
    persona,
    purpose: 'discovery',
    query,
    variables: given,
  });
  const [answer] = Object.values(data ?? {});
  return answer ?? { __typename: 'Denied', code: errors?.[0]?.extensions.code ?? '' };
}
const submit = (draft: object, more: object = {}, persona = 'district-officer') =>
  change('SubmitRuleDraft', persona, { draft, ...more });
const release = (draftId: string | undefined, persona = 'rule-releaser', more: object = {}) =>
  change('ReleaseRule', persona, { draftId: draftId ?? '', ...more });
const rollBack = (toVersion: number, more: object = {}) =>
  change('RollBackRule', 'rule-releaser', { ruleId: 'R01', toVersion, ...more });

/** Households that R01 hits, with the version that did. */
async function hits(day = DAY): Promise<Record<number, number>> {
  await hub.db.execute('UPDATE hub_day SET day = $1', [day]);
  await hub.discovery.evaluate({ day, scope: 'marked', write: true });
  const rows = await hub.db.query<{ id: number; version: number }>(
    `SELECT household_id AS id, rule_version AS version FROM rule_result WHERE rule_id = 'R01' AND result = 'HIT'`,
  );
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
}

beforeAll(async () => {
  await writeFeeds(hub.db, DAY, asDay('2026-10-01'));
  const families = [patient(22_000, STREET), patient(30_000, STREET), patient(22_000, NEIGHBOUR)];
  await writeHouseholds(hub.db, families, asDay('2026-10-01'));
});

const FLOOR = { id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '25000' }] };

describe('a rule changed by two people', () => {
  it('begins with the packs’ version', async () => {
    expect(await hits()).toEqual({ 1: 1, 2: 1, 3: 1 });
  });

  it('is refused with line, column and what was meant where the draft does not load', async () => {
    const answer = await submit({ id: 'R01', expression: 'true &&\n  household.members.exists(m, m.agee > 3)' });
    expect(answer).toMatchObject({ __typename: 'Refused', code: 'BAD_USER_INPUT' });
    expect(answer.message).toContain('line 2, column 33');
    expect(answer.message).toContain("did you mean 'age'?");
  });

  it.each([
    ['of a rule there is not', { id: 'R77', expression: 'true' }, {}, 'BAD_USER_INPUT'],
    ['in a street elsewhere', { ...FLOOR, streets: ['310118001'] }, {}, 'BAD_USER_INPUT'],
    ['from a day that has passed', FLOOR, { from: addDays(DAY, -1) }, 'RULE_DAY_PAST'],
    ['without a reason', FLOOR, { reason: ' ' }, 'TEXT_REQUIRED'],
    ['by one who has seen another version', FLOOR, { expected: 7 }, 'CONFLICT'],
  ])('is refused %s', async (_what, draft, more, code) => {
    expect(await submit(draft, more)).toMatchObject({ __typename: 'Refused', code });
  });

  it('may be submitted and released only by those who hold that', async () => {
    expect((await submit(FLOOR, {}, 'adviser')).__typename).toBe('Denied');
    const { draft } = await submit(FLOOR);
    expect((await release(draft?.id, 'district-officer')).__typename).toBe('Denied');
    expect(await change('DeclineRuleDraft', 'district-officer', { draftId: draft?.id })).toMatchObject({
      draft: { decision: 'DECLINED' },
    });
    expect(await release(draft?.id)).toMatchObject({ code: 'DRAFT_DECIDED' });
  });

  it('is never released by the one who submitted it, whatever else that person holds', async () => {
    const { draft } = await submit(FLOOR, {}, 'rule-releaser');
    expect(await release(draft?.id)).toMatchObject({ __typename: 'Refused', code: 'SAME_PERSON' });
    await change('DeclineRuleDraft', 'rule-releaser', { draftId: draft?.id });
  });

  it('judges pilot streets by the new version while the others keep the old', async () => {
    const { draft } = await submit({ ...FLOOR, streets: [STREET] }, { expected: 1 });
    expect(draft).toMatchObject({ trial: { matched: 2, added: 0, removed: 1, unknown: 0 } });
    expect(await release(draft?.id)).toMatchObject({ rule: { version: 2, streets: [STREET] } });
    expect(await hits()).toEqual({ 2: 2, 3: 1 });
    const { data } = await ask<{ rules: readonly { id: string; version: number }[] }>({
      persona: 'district-officer',
      query: await operation('Rules'),
    });
    expect(data?.rules.filter(({ id }) => id === 'R01').map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is not released over a version its author had not seen', async () => {
    const [first, second] = [
      await submit(FLOOR),
      await submit({ id: 'R01', parameters: [{ name: 'RIGID_RATIO', value: '0.5' }] }),
    ];
    expect(await release(first.draft?.id)).toMatchObject({ rule: { version: 3, streets: null } });
    expect(await release(second.draft?.id)).toMatchObject({ code: 'CONFLICT' });
    expect(await hits()).toEqual({ 2: 3 });
  });

  it('takes effect in every process, whichever released it', async () => {
    const other = createDiscovery({
      db: hub.db,
      pack: hub.pack,
      feedsOn: (day, at) => readFeedStandings(at, day),
    });
    const { draft } = await submit({ id: 'R01', parameters: [{ name: 'R01_FLOOR', value: '40000' }] });
    await other.evaluate({ day: DAY, scope: 'marked', write: false });
    expect(await release(draft?.id)).toMatchObject({ rule: { version: 4 } });
    const { rules } = await other.evaluate({ day: DAY, scope: 'marked', write: false });
    expect((await rules()).find(({ id }) => id === 'R01')).toMatchObject({ matched: 0 });
  });

  it('is rolled back in one step, as a version of its own', async () => {
    expect(await rollBack(9)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rollBack(3, { expected: 3 })).toMatchObject({ code: 'CONFLICT' });
    expect(await rollBack(3, { expected: 4 })).toMatchObject({ rule: { version: 5, release: { restores: 3 } } });
    expect(await hits()).toEqual({ 2: 5 });
    expect(await rollBack(1)).toMatchObject({ rule: { version: 6 } });
    expect(await hits()).toEqual({ 1: 6, 2: 6, 3: 6 });
  });

  it('comes into force on its day and not before', async () => {
    const { draft } = await submit(FLOOR, { from: addDays(DAY, 2) });
    await release(draft?.id);
    expect(await hits()).toEqual({ 1: 6, 2: 6, 3: 6 });
    expect(await hits(addDays(DAY, 2))).toEqual({ 2: 7 });
    const past = await hub.discovery.evaluate({ day: DAY, scope: 'all', write: false });
    expect((await past.rules()).find(({ id }) => id === 'R01')).toMatchObject({ matched: 3 });
  });

  it('keeps every step with who, when and why, and nobody rewrites it', async () => {
    const { data } = await ask<{ ruleVersions: readonly { version: number; release: { reason: string } | null }[] }>({
      persona: 'rule-releaser',
      purpose: 'discovery',
      query: await operation('RuleVersions', RELEASES),
      variables: { id: 'R01' },
    });
    expect(data?.ruleVersions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(data?.ruleVersions[1]).toMatchObject({
      effectiveTo: DAY,
      release: { releasedBy: 'rule-releaser', releasedOn: DAY, reason: '区级会议决定' },
    });
    await expect(hub.db.execute('DELETE FROM rule_release')).rejects.toThrow('append-only');
    await expect(hub.db.execute(`UPDATE rule_draft SET reason = 'x'`)).rejects.toThrow('append-only');
    const told = await hub.db.query<{ kind: string; version: number }>(
      `SELECT kind, version FROM (SELECT kind, version FROM outbox WHERE type = 'RULE'
         UNION ALL SELECT kind, version FROM change WHERE type = 'RULE') t ORDER BY version`,
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      ...['RELEASED', 'RELEASED', 'RELEASED', 'ROLLED_BACK', 'ROLLED_BACK', 'RELEASED'],
    ]);
  });

  it('gives the first answer to a repeated key', async () => {
    const given = { key: 'once', draft: FLOOR };
    const first = await change('SubmitRuleDraft', 'district-officer', given);
    expect(await change('SubmitRuleDraft', 'district-officer', given)).toEqual(first);
  });
});

describe('a nightly pass over everything', () => {
  const asked = async () => {
    const query = await operation('FullPasses', RELEASES);
    const question = { persona: 'district-officer', purpose: 'data-quality', query, variables: { first: 1 } };
    const { data } = await ask<{ fullPasses: readonly { drifted: number; drift: readonly object[] }[] }>(question);
    return data?.fullPasses[0];
  };

  it('finds nothing that the increments missed', async () => {
    await hub.pipeline.recheck(new Date());
    expect(await asked()).toMatchObject({ drifted: 0, drift: [], results: expect.any(Number) });
  });

  it('reports what drifted and puts it right', async () => {
    const held = () => hub.db.query('SELECT household_id, rule_id, result, severity FROM rule_result ORDER BY 1, 2');
    const before = await held();
    await hub.db.execute(`DELETE FROM rule_result WHERE rule_id = 'R01'`);
    await hub.db.execute(`INSERT INTO rule_result (household_id, rule_id, rule_version, result, evidence, first_seen_on, judged_on)
      VALUES (1, 'R04', 1, 'UNKNOWN', '[]', '2026-10-01', '2026-10-01'), (2, 'R98', 1, 'HIT', '[]', '2026-10-01', '2026-10-01')`);
    expect((await hub.discovery.findDrift(addDays(DAY, 2))).map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['R01', 'R04']),
    );
    await hub.pipeline.recheck(new Date());
    expect(await asked()).toMatchObject({
      drift: expect.arrayContaining([
        { ruleId: 'R01', missing: 1, extra: 0, changed: 0 },
        { ruleId: 'R04', missing: 0, extra: 1, changed: 0 },
        { ruleId: 'R98', missing: 0, extra: 1, changed: 0 },
      ]),
    });
    expect(await held()).toEqual(before);
    await hub.pipeline.recheck(new Date());
    expect(await asked()).toMatchObject({ drifted: 0 });
  });
});
