/** Messages over a whole hub: addresses that people prove, told what each may see, and logged. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/app/index.ts';
import { messageDispatch } from '../../src/app/messages.ts';
import { decodeId } from '../../src/kernel/ids.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import { createMessageDispatcher } from '../../src/modules/messages/index.ts';
import { SILENT_TERMINAL } from '../../src/platform/terminal/terminal.ts';
import { household, member } from '../support/documents.ts';
import { startMailbox } from '../support/mailbox.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { DAY, serveWorkedHub, unserved } from '../support/worked-hub.ts';

const mailbox = await startMailbox();
const { hub, face, live, ask, clear } = await serveWorkedHub({
  WANJIA_SMTP_URL: mailbox.url,
  WANJIA_SMTP_FROM: '万家平台 <wanjia@example.gov.cn>',
  WANJIA_SMTP_TLS: 'offered',
  WANJIA_CONSOLE_URL: 'https://console.wanjia.example.gov.cn/',
  WANJIA_WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1',
});
const app = createApp({ config: hub.config, log: hub.log, terminal: SILENT_TERMINAL });
const { policy, ...dispatch } = messageDispatch(hub, face);
const quiet = { ...policy.quiet, from: '00:00', until: '00:00', daysOff: false };
const digest = { at: '00:01', on: 'all-days' } as const;
const clock = { at: hub.clock.now(), now: () => clock.at };
/** At any hour, one minute after the last time. */
async function drain(): Promise<void> {
  await drainOutbox(hub.db);
  clock.at = new Date(clock.at.getTime() + 11 * 60_000);
  await createMessageDispatcher({ ...dispatch, clock, policy: { ...policy, quiet, digest } }).drain();
}

let robot: Receiver;
beforeAll(async () => {
  robot = await startReceiver();
  robot.answer = (response) => void response.writeHead(200).end('{"errcode":0}');
});
beforeEach(async () => {
  await clear();
  await hub.db.execute('TRUNCATE message_address, message_code, message_notice, message, emergency_access CASCADE');
  mailbox.handed.length = 0;
  robot.received.length = 0;
});
afterAll(async () => {
  await app.close();
  await robot.close();
  await mailbox.close();
});

interface Done {
  readonly __typename: string;
  readonly code?: string;
  readonly address?: { readonly id: string; readonly address: string; readonly state: string } | null;
}
const ADVISER = { persona: 'adviser', purpose: 'casework' };
const OFFICER = { persona: 'district-officer', purpose: 'casework' };
const FIELDS = '{ __typename ... on MessageAddressChanged { address { id address state } } ... on Refused { code } }';
let keys = 0;

async function work(asker: typeof ADVISER, field: string): Promise<Done> {
  const { data, errors } = await ask<Record<string, Done>>({ ...asker, query: `mutation { ${field} ${FIELDS} }` });
  const [done] = Object.values(data ?? {});
  if (done == null) throw new Error(errors?.[0]?.extensions.code);
  return done;
}

async function enter(asker: typeof ADVISER, input: string): Promise<Done> {
  keys += 1;
  return work(asker, `addMessageAddress(input: { ${input} }, idempotencyKey: "${keys}")`);
}

const codeOf = (text = ''): string => /验证码 (\d{6})/.exec(text)?.[1] ?? '';

/** Entered, and proven by the code that came. */
async function confirmed(asker: typeof ADVISER, kinds: string, mail = 'a.dviser@example.gov.cn'): Promise<string> {
  const { address } = await enter(asker, `channel: EMAIL, address: "${mail}", preferences: { kinds: [${kinds}] }`);
  await work(asker, `sendMessageCode(id: "${address?.id}")`);
  const code = codeOf(mailbox.handed.at(-1)?.text);
  const done = await work(asker, `confirmMessageAddress(id: "${address?.id}", code: "${code}")`);
  expect(done.address?.state).toBe('ACTIVE');
  mailbox.handed.length = 0;
  return address?.id ?? '';
}

async function group(audience: readonly string[]): Promise<void> {
  const entry = { account: 'adviser', purpose: 'casework', channel: 'WECOM', address: robot.url, audience };
  const id = decodeId('messageAddress', await app.messages.add(entry)) ?? 0n;
  await app.messages.sendCode(id);
  await app.messages.confirm(id, codeOf(robot.received.at(-1)?.body));
  robot.received.length = 0;
}

const family = household([member({ name: '欧阳若曦', residentId: '310199198005050041', phone: '13800000001' })], {
  ...unserved(),
});

describe('an address', () => {
  it('is proven by a code that nobody can try for long, and is shown masked to its owner alone', async () => {
    const { address } = await enter(
      ADVISER,
      'channel: EMAIL, address: "who@example.gov.cn", preferences: { kinds: [DIGEST] }',
    );
    expect(address).toMatchObject({ address: 'w***@example.gov.cn', state: 'UNVERIFIED' });
    expect((await work(ADVISER, `sendMessageCode(id: "${address?.id}")`)).__typename).toBe('MessageAddressChanged');
    expect((await work(ADVISER, `sendMessageCode(id: "${address?.id}")`)).code).toBe('MESSAGE_CODE_TOO_SOON');
    const code = codeOf(mailbox.handed[0]?.text);
    expect(code).toHaveLength(6);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await work(ADVISER, `confirmMessageAddress(id: "${address?.id}", code: "${wrong}")`)).code).toBe(
        'MESSAGE_CODE_WRONG',
      );
    expect((await work(ADVISER, `confirmMessageAddress(id: "${address?.id}", code: "${code}")`)).code).toBe(
      'MESSAGE_CODE_WRONG',
    );
    expect((await work(OFFICER, `removeMessageAddress(id: "${address?.id}")`)).code).toBe('NOT_FOUND');
    const { data } = await ask({ ...OFFICER, query: '{ messageAddresses { id } }' });
    expect(data).toEqual({ messageAddresses: [] });
  });

  it('of a group says who is in it, and is entered by those who may', async () => {
    const input = (audience: string) =>
      `channel: WECOM, address: "${robot.url}", preferences: { kinds: [URGENT] }${audience}`;
    await expect(enter(ADVISER, input(', audience: ["adviser"]'))).rejects.toThrow('FORBIDDEN');
    for (const audience of ['', ', audience: ["adviser"]', ', audience: ["nobody"]'])
      expect((await enter(OFFICER, input(audience))).code).toBe('BAD_USER_INPUT');
    expect((await enter(OFFICER, input(', audience: ["district-officer"]'))).address?.state).toBe('UNVERIFIED');
  });

  it('is not for those whose policy has none', async () => {
    const warehouse = { persona: 'warehouse', purpose: 'operations' };
    await expect(confirmed(warehouse, 'DIGEST')).rejects.toThrow('FORBIDDEN');
  });
});

describe('a message', () => {
  it('names an alert, its street and its rules, no value of a person, and is on record', async () => {
    await confirmed(ADVISER, 'URGENT');
    await live(DAY, family);
    await drain();
    const [told] = mailbox.handed;
    expect(told?.text).toMatch(/橙色预警 A\d+:.+\(华阳路街道\),请于 .+ 前响应/);
    expect(told?.text).toMatch(/https:\/\/console\.wanjia\.example\.gov\.cn\/alerts\/A\d+/);
    for (const value of ['欧阳若曦', '310199198005050041', '13800000001'])
      expect(JSON.stringify(told)).not.toContain(value);
    const [row] = await hub.db.query(
      `SELECT s.operation, d.subject FROM disclosure d JOIN disclosure_scope s ON s.key = d.scope
       WHERE s.operation = 'MessageAlerts' LIMIT 1`,
    );
    expect(row).toEqual({ operation: 'MessageAlerts', subject: 'adviser' });
  });

  it('of a restricted alert reaches who works the case, and no group and no other purpose', async () => {
    await confirmed(ADVISER, 'URGENT');
    await confirmed({ ...ADVISER, purpose: 'discovery' }, 'URGENT', 'discovery@example.gov.cn');
    await group(['adviser']);
    await live(DAY, family);
    // The only rule that hit is one whose hits are for the case team.
    await hub.db.execute(`UPDATE alert_hit SET rule_id = 'R16', rule_version = 1 WHERE rule_id = 'R04'`);
    await hub.db.execute(`DELETE FROM alert_hit WHERE rule_id <> 'R16'`);
    await drain();
    expect(mailbox.handed.map(({ to }) => to?.[0]?.address)).toEqual(['a.dviser@example.gov.cn']);
    expect(robot.received).toEqual([]);
  });

  it('to a group says what its least member may see', async () => {
    await group(['adviser']);
    await live(DAY, family);
    await drain();
    expect(robot.received).toHaveLength(1);
    await hub.db.execute('TRUNCATE message_address, message_code, message_notice, message CASCADE');
    await clear();
    await group(['adviser', 'grid-worker']);
    await live(DAY, family);
    await drain();
    expect(robot.received).toEqual([]);
  });

  it('stops when its reader may call no more', async () => {
    await confirmed(ADVISER, 'URGENT');
    const reason = { by: 'cli:test', reason: 'leaves' };
    await app.administration.saveOrganisation('subdistrict-310105001', { suspended: true }, reason);
    face.access.administration.noticed();
    await live(DAY, family);
    await drain();
    expect(mailbox.handed).toEqual([]);
    await app.administration.saveOrganisation('subdistrict-310105001', { suspended: false }, reason);
    face.access.administration.noticed();
  });

  it('tells the auditor of an emergency access: whose body and when, not whose household nor why', async () => {
    await confirmed({ persona: 'auditor', purpose: 'audit' }, 'EMERGENCY', 'auditor@example.gov.cn');
    await live(DAY, family);
    const query =
      'mutation { breakGlass(householdId: "H1", reason: "家属来电求助", minutes: 5, idempotencyKey: "1") { __typename } }';
    await ask({ ...ADVISER, query });
    await drain();
    expect(mailbox.handed[0]?.text).toMatch(/华阳路街道 于 .+ 开启紧急查阅/);
    for (const value of ['H1', '家属来电求助', 'adviser']) expect(mailbox.handed[0]?.text).not.toContain(value);
  });

  it('of the day counts what waits, as the graph counts it', async () => {
    await confirmed(ADVISER, 'DIGEST');
    await live(DAY, family);
    clock.at = new Date(clock.at.getTime() + 26 * 3_600_000);
    await drain();
    const [told] = mailbox.handed;
    expect(told?.subject).toContain('每日摘要');
    const { data } = await ask<{ alerts: { totalCount: number }; reviews: { totalCount: number } }>({
      ...ADVISER,
      query:
        '{ alerts(filter: { recipient: "adviser" }) { totalCount } reviews(filter: { states: [OVERDUE, DUE] }) { totalCount } }',
    });
    expect(data?.alerts.totalCount).toBe(1);
    expect(told?.text).toContain('在办预警共 1 条');
    expect(told?.text).not.toContain('转介');
    expect(told?.text?.includes('待复核')).toBe((data?.reviews.totalCount ?? 0) > 0);
  });

  it('SYS-21.05 of the day reminds a department of what it has to answer, and the district of what it did not', async () => {
    const desk = { persona: 'disability-desk', purpose: 'service-delivery' };
    await confirmed(desk, 'DIGEST', 'desk@example.gov.cn');
    await confirmed(OFFICER, 'DIGEST', 'officer@example.gov.cn');
    await live(DAY, household([member()]));
    const sent = { adviser: 'adviser', next: DAY, by: '2026-11-06', to: 'changning-disability-federation' };
    await hub.db.execute(
      `WITH held AS (INSERT INTO case_file (household_id, street_code, origin, adviser, next_contact_on, opened_by, opened_at, opened_on)
         VALUES (1, '310105001', 'HAND', $1, $2, $1, now(), $2) RETURNING id)
       INSERT INTO referral (case_id, household_id, organisation, need, starts_on, sent_at, sent_by, answer_by)
       SELECT id, 1, $3, 'CARE', $2, now(), $1, $4 FROM held`,
      [sent.adviser, sent.next, sent.to, sent.by],
    );
    const toldOn = async (day: string) => {
      await hub.db.execute('UPDATE hub_day SET day = $1', [day]);
      mailbox.handed.length = 0;
      clock.at = new Date(clock.at.getTime() + 26 * 3_600_000);
      await drain();
      const linesTo = (who: string) =>
        [
          ...(
            mailbox.handed.find(({ to }) => to?.some(({ address }) => address?.startsWith(who)))?.text ?? ''
          ).matchAll(/.*转介.*/g),
        ].map(([line]) => line);
      return { desk: linesTo('desk@'), officer: linesTo('officer@') };
    };
    expect(await toldOn('2026-11-06')).toEqual({ desk: ['待本单位答复转介 1 件'], officer: [] });
    const late = '超期未答复转介 1 件';
    expect(await toldOn('2026-11-07')).toEqual({ desk: ['待本单位答复转介 1 件', late], officer: [late] });
  });
});
