/** What is told to whom, and when: planned from feed and clock, once per recipient, whatever happens meanwhile. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Day } from '../../src/kernel/day.ts';
import { fail } from '../../src/kernel/result.ts';
import { drainOutbox } from '../../src/modules/delivery/index.ts';
import {
  type AddressDraft,
  type Channels,
  createAddressStore,
  createEmail,
  createMessageDispatcher,
  createMessages,
  createRobot,
  loadMessagePolicy,
  type MessageDispatcherDeps,
  type MessageViewer,
} from '../../src/modules/messages/index.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { createOutgoing } from '../../src/platform/http/outgoing.ts';
import { createLog } from '../../src/platform/log.ts';
import { appendChanges } from '../../src/platform/outbox/outbox.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { testSealer } from '../support/sealer.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
/** A Monday. */
const START = new Date('2026-11-02T10:00:00+08:00');
const clock = {
  at: START,
  now: () => clock.at,
  pass: (ms: number): void => {
    clock.at = new Date(clock.at.getTime() + ms);
  },
};
const policy = await loadMessagePolicy(
  fileURLToPath(new URL('../../packs', import.meta.url)),
  join('shanghai', 'changning'),
);
const weekday = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const workingDays = { isWorkingDay: weekday };
const stated = { organisation: null, roles: null, divisions: null };
const owner = (subject: string): AddressDraft['owner'] => ({
  ...{ organisation: 'subdistrict-310105001', subject, purpose: 'casework' },
  identity: { issuer: 'wanjia-local', subject, clientId: null, issuedAt: new Date(0), stated },
});

let db: Database;
let mailbox: Mailbox;
let robot: Receiver;
beforeAll(async () => {
  db = await openDatabase({ url: await createTestDatabase(), applicationName: 'wanjia-test' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.execute(
    'TRUNCATE message_address, message_code, message_notice, message, outbox, change, alert, alert_event CASCADE',
  );
  clock.at = START;
  [mailbox, robot] = await Promise.all([startMailbox(), startReceiver()]);
  const emails = channels.EMAIL;
  return async () => {
    emails?.close();
    await Promise.all([mailbox.close(), robot.close()]);
  };
});

const mail = (tls: 'REQUIRED' | 'OFFERED' = 'OFFERED') =>
  createEmail({ url: mailbox.url, from: '万家平台 <wanjia@example.gov.cn>', tls, host: 'hub.example' });
let channels: Channels = {};
beforeEach(() => {
  const send = createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 500 });
  const parts = { send, plainAllowed: true };
  channels = { EMAIL: mail(), WECOM: createRobot('WECOM', parts), DINGTALK: createRobot('DINGTALK', parts) };
});

/** Everything that is not closed is seen. */
const seesAll: MessageViewer = {
  organisation: 'subdistrict-310105001',
  divisions: ['310105001'],
  alerts: async (ids) =>
    (
      await db.query<{ id: number; severity: 'RED'; level: 'STREET'; dueAt: Date | null }>(
        `SELECT id, severity, level, due_at AS "dueAt" FROM alert WHERE id = ANY($1) AND state <> 'CLOSED'`,
        [ids],
      )
    ).map((row) => ({ ...row, street: '华阳路街道', rules: ['重残无护理补贴'] })),
  countAlerts: async (ids) => ids.length,
  reviewsDue: async () => 3,
  cluesWaiting: async () => null,
  referralsWaiting: async () => null,
  referralsUnanswered: async () => null,
  emergencies: async () => [],
};

const deps = (changes: Partial<MessageDispatcherDeps> = {}): MessageDispatcherDeps => ({
  ...{
    db,
    clock,
    channels,
    policy,
    workingDays,
    consoleUrl: 'https://wanjia.example.gov.cn',
    log: createLog('silent'),
  },
  addresses: createAddressStore(db, testSealer),
  viewerOf: async () => seesAll,
  ...changes,
});
const drain = async (changes: Partial<MessageDispatcherDeps> = {}): Promise<void> => {
  clock.pass(20_000);
  await createMessageDispatcher(deps(changes)).drain();
};

const ALL_KINDS = ['DIGEST', 'URGENT', 'RUNNING_OUT', 'PASSED_UP', 'EMERGENCY'] as const;
async function tells(parts: Partial<AddressDraft> & { subject?: string } = {}): Promise<number> {
  const { subject = 'adviser', ...draft } = parts;
  const messages = createMessages({ db, clock, channels, policy, addresses: createAddressStore(db, testSealer) });
  const preferences = { kinds: ALL_KINDS, digestAt: null, quietFrom: null, quietUntil: null, urgentInQuiet: true };
  const made = await messages.add({
    ...{ channel: 'EMAIL', address: `${subject}@example.gov.cn`, secret: null, audience: [], owner: owner(subject) },
    ...{ ...preferences, ...draft },
  });
  if (!made.ok) throw new Error(made.error);
  await db.execute(`UPDATE message_address SET state = 'ACTIVE' WHERE id = $1`, [made.value.id]);
  return made.value.id;
}

const RANK = { RED: 1, ORANGE: 2, YELLOW: 3, BLUE: 4 } as const;
interface AlertParts {
  readonly severity?: keyof typeof RANK;
  readonly recipient?: string;
  readonly recipientAt?: string;
  readonly level?: string;
  readonly dueIn?: number;
  readonly count?: number;
}

/** Alerts that were raised, and told to the feed. */
async function raise(parts: AlertParts = {}): Promise<number[]> {
  const { severity = 'ORANGE', recipient = 'adviser', level = 'COMMITTEE', dueIn = 72 * HOUR, count = 1 } = parts;
  const { recipientAt = '310105001001' } = parts;
  const rows = await db.query<{ id: number }>(
    `INSERT INTO alert (household_id, severity, severity_rank, raised_at, raised_on, due_at, street_code, committee_code,
       level, recipient, recipient_at)
     SELECT nextval('alert_id_seq'), $1, $2, $3, '2026-11-02', $4, '310105001', '310105001001', $5, $6, $7 FROM generate_series(1, $8)
     RETURNING id`,
    [severity, RANK[severity], clock.at, new Date(clock.at.getTime() + dueIn), level, recipient, recipientAt, count],
  );
  await feed(rows.map(({ id }) => id));
  return rows.map(({ id }) => id);
}

async function feed(ids: readonly number[]): Promise<void> {
  const told = { type: 'ALERT', operation: 'UPSERT', kind: 'CHANGED', version: 1, before: [] } as const;
  await appendChanges(
    db,
    ids.map((id) => ({ ...told, id, householdId: id, after: ['310105001', '310105001001'] })),
  );
  await drainOutbox(db);
}

const subjects = (): (string | undefined)[] => mailbox.mails().map(({ subject }) => subject);
const states = async (): Promise<string[]> =>
  (await db.query<{ state: string }>('SELECT state FROM message ORDER BY id')).map(({ state }) => state);

describe('an urgent alert', () => {
  it('is told to whose turn it is, in plain text and HTML, with nothing loaded from elsewhere', async () => {
    await tells();
    await tells({ subject: 'other' });
    const [id] = await raise();
    await drain();
    expect(mailbox.mails()).toHaveLength(1);
    const [told] = mailbox.mails();
    expect(told).toMatchObject({ subject: '万家 预警提醒 1 条', to: [{ address: 'adviser@example.gov.cn' }] });
    for (const form of [told?.text ?? '', told?.html ?? '']) {
      expect(form).toContain(`橙色预警 A${id}:重残无护理补贴(华阳路街道),请于 2026-11-05 10:00 前响应`);
      expect(form).toContain(`https://wanjia.example.gov.cn/alerts/A${id}`);
    }
    expect(told?.html).not.toMatch(/<img|<script|<link|url\(/);
    expect(told?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });

  it('links to nothing where no console is served', async () => {
    await tells();
    await tells({ subject: 'officer', audience: ['adviser'], channel: 'WECOM', address: robot.url });
    await raise();
    await drain({ consoleUrl: null });
    const forms = [mailbox.handed[0]?.text, mailbox.handed[0]?.html, robot.received[0]?.body];
    for (const form of forms) {
      expect(form).toContain('橙色预警');
      expect(form).not.toMatch(/https?:|href|]\(/);
    }
  });

  it('is told once, by two dispatchers and however often it changes; again when it becomes graver', async () => {
    await tells();
    const [id] = await raise();
    clock.pass(20_000);
    await Promise.all([1, 2, 3].map(() => createMessageDispatcher(deps()).drain()));
    await feed([id ?? 0]);
    clock.pass(HOUR);
    await drain();
    expect(mailbox.handed).toHaveLength(1);
    await db.execute(`UPDATE alert SET severity = 'RED', severity_rank = 1`);
    await feed([id ?? 0]);
    await drain();
    expect(mailbox.handed).toHaveLength(2);
    await db.execute(`UPDATE alert SET severity = 'ORANGE', severity_rank = 2`);
    await feed([id ?? 0]);
    clock.pass(HOUR);
    await drain();
    expect(mailbox.handed).toHaveLength(2);
  });

  it('waits for the end of quiet hours and of days off, unless the policy lets it pass and its reader takes it', async () => {
    await tells();
    await tells({ subject: 'sleeper', urgentInQuiet: false });
    clock.at = new Date('2026-11-06T22:00:00+08:00');
    await raise();
    await drain();
    expect(mailbox.handed).toHaveLength(0);
    await raise({ severity: 'RED' });
    await raise({ severity: 'RED', recipient: 'sleeper' });
    await drain();
    expect(mailbox.handed).toHaveLength(1);
    expect(mailbox.handed[0]?.text).not.toContain('橙色');
    clock.at = new Date('2026-11-07T12:00:00+08:00');
    await drain();
    expect(mailbox.handed).toHaveLength(1);
    clock.at = new Date('2026-11-09T07:31:00+08:00');
    await drain();
    expect(
      mailbox.handed
        .slice(1)
        .map(({ to }) => to?.[0]?.address)
        .sort(),
    ).toEqual(['adviser@example.gov.cn', 'sleeper@example.gov.cn']);
  });

  it('is not told when it is over by the time it would be', async () => {
    await tells();
    clock.at = new Date('2026-11-02T22:00:00+08:00');
    await raise();
    await drain();
    await db.execute(`UPDATE alert SET state = 'CLOSED'`);
    clock.at = new Date('2026-11-03T07:31:00+08:00');
    await drain();
    expect(mailbox.handed).toHaveLength(0);
    expect(await states()).toEqual(['WITHHELD']);
  });

  it('is told to the next level when it is passed up, and to a stand-in when the roster turns', async () => {
    await tells();
    await tells({ subject: 'district-officer' });
    const [id = 0] = await raise();
    await drain();
    await db.execute(`UPDATE alert SET level = 'DISTRICT', recipient = 'district-officer', recipient_at = '310105'`);
    await db.execute(
      `INSERT INTO alert_event (alert_id, at, "on", kind, details)
       VALUES ($1, $2, '2026-11-02', 'PASSED_UP', '{"to": "DISTRICT"}')`,
      [id, clock.at],
    );
    await feed([id]);
    await drain();
    expect(mailbox.handed).toHaveLength(2);
    expect(mailbox.handed[1]).toMatchObject({ to: [{ address: 'district-officer@example.gov.cn' }] });
    expect(mailbox.handed[1]?.text).toContain('已上报至区级');
    expect(mailbox.handed[1]?.text?.match(/A\d+/g)?.length).toBe(2);
  });

  it('is told again when its time is about to run out and nobody was there', async () => {
    await tells({ kinds: ['RUNNING_OUT'] });
    const [visited] = await raise({ severity: 'RED', dueIn: 5 * HOUR, count: 2 });
    await db.execute('UPDATE alert SET contacted_at = now() WHERE id = $1', [visited]);
    await drain();
    expect(mailbox.handed).toHaveLength(0);
    clock.pass(2 * HOUR);
    await drain();
    clock.pass(2 * HOUR);
    await drain();
    expect(mailbox.handed).toHaveLength(1);
    expect(mailbox.handed[0]?.text).toContain('响应时限将至');
  });
});

describe('many at once', () => {
  it('are one message, however many they are', async () => {
    await tells();
    await raise({ count: 10_000 });
    await drain();
    clock.pass(HOUR);
    await drain();
    expect(subjects()).toEqual(['万家 预警提醒 10000 条']);
    expect(mailbox.handed[0]?.text).toContain('另有 9990 条');
  });

  it('are told together after a pause, and in the end by the digest', async () => {
    await tells();
    for (let nth = 0; nth < 40; nth += 1) {
      await raise();
      clock.pass(4 * MINUTE);
      await drain();
    }
    // 160 minutes hold fifteen pauses; twelve messages a day is the cap.
    expect(mailbox.handed).toHaveLength(policy.pace.perDay);
    clock.at = new Date('2026-11-03T08:31:00+08:00');
    await drain();
    expect(mailbox.handed).toHaveLength(policy.pace.perDay + 1);
    expect(subjects().at(-1)).toBe('万家 每日摘要 2026-11-03');
    const { length } = await db.query('SELECT FROM message_notice WHERE message_id IS NULL');
    expect(length).toBe(0);
  });
});

describe('the digest', () => {
  it('is sent once a working day at its hour, with how things stand', async () => {
    await tells({ digestAt: '09:00' });
    await raise({ severity: 'YELLOW', dueIn: -HOUR });
    await raise({ severity: 'BLUE', dueIn: 22 * HOUR + 30 * MINUTE });
    clock.at = new Date('2026-11-03T08:50:00+08:00');
    await drain();
    expect(mailbox.handed.map(({ subject }) => subject)).toEqual([]);
    clock.pass(10 * MINUTE);
    await drain();
    await drain();
    expect(subjects()).toEqual(['万家 每日摘要 2026-11-03']);
    const text = mailbox.handed[0]?.text ?? '';
    for (const line of ['新增预警 2 条', '已超时预警 2 条', '在办预警共 2 条', '待复核家庭 3 户'])
      expect(text).toContain(line);
    expect(text).not.toContain('线索');
    clock.at = new Date('2026-11-07T10:00:00+08:00');
    await drain();
    expect(mailbox.handed).toHaveLength(1);
  });

  it('is not sent to whoever does not want it', async () => {
    await tells({ kinds: ['URGENT'] });
    await raise({ severity: 'YELLOW' });
    clock.pass(24 * HOUR);
    await drain();
    expect(mailbox.handed).toHaveLength(0);
  });
});

describe('faults', () => {
  it('a process that is killed before or after it handed a message over leaves one message', async () => {
    await tells();
    await raise();
    const killed = (before: boolean): Channels => ({
      EMAIL: {
        takes: () => true,
        close: () => undefined,
        async hand(...handed) {
          if (!before) await channels.EMAIL?.hand(...handed);
          throw new Error('killed');
        },
      },
    });
    await drain({ channels: killed(true) });
    await drain();
    expect(mailbox.handed).toHaveLength(0);
    clock.pass(MINUTE);
    await drain({ channels: killed(false) });
    clock.pass(MINUTE);
    await drain();
    await drain();
    expect(mailbox.handed).toHaveLength(2);
    expect(mailbox.mails()).toHaveLength(1);
    expect(await states()).toEqual(['DELIVERED']);
  });

  it('a server that is away is tried again with pauses that grow; a mailbox that is not there is given up', async () => {
    const id = await tells();
    await raise();
    mailbox.refuse = { code: 451 };
    const tries: number[] = [];
    for (let waited = 0; waited < 200; waited += 1) {
      await drain();
      const [row] = await db.query<{ attempts: number }>('SELECT attempts FROM message');
      tries.push(row?.attempts ?? 0);
    }
    expect(tries.at(-1)).toBeGreaterThan(4);
    expect(tries.at(-1)).toBeLessThan(9);
    mailbox.refuse = { code: 550 };
    clock.pass(3 * HOUR);
    await drain();
    expect(await states()).toEqual(['DEAD']);
    mailbox.refuse = null;
    const messages = createMessages({ ...deps(), addresses: createAddressStore(db, testSealer) });
    const order = { id, reach: { organisation: null, subject: null }, expectedVersion: null };
    const [row] = await db.query<{ id: number }>('SELECT id FROM message');
    expect((await messages.again(order, row?.id ?? 0)).ok).toBe(true);
    clock.pass(HOUR);
    await drain();
    expect(mailbox.handed).toHaveLength(1);
  });

  it('no mail leaves for a server without TLS, or with a certificate nobody vouches for', async () => {
    await tells();
    await raise();
    await drain({ channels: { EMAIL: mail('REQUIRED') } });
    const error = async () => (await db.query<{ error: string }>('SELECT error FROM message'))[0]?.error;
    expect(await error()).toBe('TARGET_TLS_INVALID');
    await mailbox.close();
    mailbox = await startMailbox({ withTls: true });
    clock.pass(MINUTE);
    await drain({ channels: { EMAIL: mail('OFFERED') } });
    expect(await error()).toBe('TARGET_TLS_INVALID');
    expect(mailbox.handed).toHaveLength(0);
  });
});

describe('a robot', () => {
  const answer = (errcode: number): void => {
    robot.answer = (response) => void response.writeHead(200).end(JSON.stringify({ errcode, errmsg: 'x' }));
  };
  const group = { subject: 'officer', audience: ['adviser'] } as const;

  it('of WeCom gets markdown of at most 4096 bytes', async () => {
    await tells({ ...group, channel: 'WECOM', address: robot.url });
    await raise({ count: 60 });
    answer(0);
    const rules = ['很长的规则名称'.repeat(20)];
    const alerts: MessageViewer['alerts'] = async (ids) =>
      (await seesAll.alerts(ids)).map((alert) => ({ ...alert, rules }));
    await drain({ viewerOf: async () => ({ ...seesAll, alerts }) });
    const [{ body } = { body: '{}' }] = robot.received;
    const { msgtype, markdown } = JSON.parse(body) as { msgtype: string; markdown: { content: string } };
    expect(msgtype).toBe('markdown');
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4_096);
    expect(markdown.content).toMatch(/^### 万家 预警提醒 60 条/);
    expect(markdown.content).toContain('](https://wanjia.example.gov.cn/alerts/A');
    expect(markdown.content).toMatch(/另有 5\d 条/);
    expect(await states()).toEqual(['DELIVERED']);
  });

  it('of DingTalk is spoken to with its signature', async () => {
    const secret = 'SEC0123456789abcdef';
    const urls: string[] = [];
    const send = createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 500 });
    const DINGTALK = createRobot('DINGTALK', {
      plainAllowed: true,
      send: (request) => {
        urls.push(request.url);
        return send(request);
      },
    });
    await tells({ ...group, channel: 'DINGTALK', address: `${robot.url}?access_token=x`, secret });
    await raise();
    answer(0);
    await drain({ channels: { DINGTALK } });
    const { searchParams } = new URL(urls[0] ?? '');
    const timestamp = searchParams.get('timestamp');
    const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    expect(searchParams.get('sign')).toBe(expected);
    expect(searchParams.get('access_token')).toBe('x');
    expect(JSON.parse(robot.received[0]?.body ?? '')).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: '万家 预警提醒 1 条', text: expect.stringContaining('橙色预警') },
    });
  });

  it('that heard too much answers 200 with a code, and is let be for as long as it asks', async () => {
    await tells({ ...group, channel: 'DINGTALK', address: robot.url });
    await raise();
    answer(130101);
    await drain();
    clock.pass(9 * MINUTE);
    await drain();
    expect(robot.received).toHaveLength(1);
    expect(await db.query('SELECT state, status, error FROM message')).toEqual([
      { state: 'PENDING', status: 130101, error: 'ROBOT_REFUSED' },
    ]);
    answer(0);
    clock.pass(MINUTE);
    await drain();
    expect(await states()).toEqual(['DELIVERED']);
  });

  it('is told again what it may have heard, when its sender was killed or had no answer, and says so', async () => {
    await tells({ ...group, channel: 'WECOM', address: robot.url });
    await raise();
    const WECOM = channels.WECOM;
    const killed: Channels = {
      WECOM: {
        takes: () => true,
        close: () => undefined,
        async hand(...handed) {
          await WECOM?.hand(...handed);
          throw new Error('killed');
        },
      },
    };
    answer(0);
    await drain({ channels: killed });
    robot.answer = () => undefined;
    clock.pass(MINUTE);
    await drain();
    robot.answer = (response) => void response.writeHead(500).end();
    clock.pass(MINUTE);
    await drain();
    answer(0);
    clock.pass(10 * MINUTE);
    await drain();
    const marks = robot.received.map(({ body }) => /> 编号 (\d+-\d+)(.*?)\\n/.exec(body)?.slice(1));
    const [number] = marks[0] ?? [];
    expect(marks.map((mark) => mark?.[0])).toEqual(Array(4).fill(number));
    expect(marks.map((mark) => mark?.[1] !== '')).toEqual([false, true, true, true]);
    expect(await states()).toEqual(['DELIVERED']);
  });

  it.each<[string, Receiver['answer']]>([
    ['broke off the line', (response) => void response.destroy()],
    ['stands behind a server that answers for it', (response) => void response.writeHead(504).end()],
    ['answers something else', (response) => void response.writeHead(200).end('<html>')],
  ])('that %s may have heard it, and is told so', async (_name, unclear) => {
    await tells({ ...group, channel: 'WECOM', address: robot.url });
    await raise();
    robot.answer = unclear;
    await drain();
    answer(0);
    clock.pass(MINUTE);
    await drain();
    expect(robot.received.map(({ body }) => body.includes('重发'))).toEqual([false, true]);
  });

  it('that refused a message, or was not there, hears it again as new', async () => {
    await tells({ ...group, channel: 'WECOM', address: robot.url });
    await raise();
    answer(93000);
    await drain();
    robot.answer = (response) => void response.writeHead(429, { 'retry-after': '1' }).end();
    clock.pass(MINUTE);
    await drain();
    const WECOM = createRobot('WECOM', { send: async () => fail('TARGET_UNREACHABLE'), plainAllowed: true });
    clock.pass(2 * MINUTE);
    await drain({ channels: { WECOM } });
    answer(0);
    clock.pass(11 * MINUTE);
    await drain();
    expect(robot.received.map(({ body }) => body.includes('重发'))).toEqual([false, false, false]);
    expect(await states()).toEqual(['DELIVERED']);
  });

  it('of the district hears of what was passed up to it, one of a street of all its alerts', async () => {
    await tells({ ...group, channel: 'WECOM', address: robot.url });
    await raise({ recipient: 'anybody' });
    await raise({ recipient: 'officer', recipientAt: '310105', level: 'DISTRICT' });
    answer(0);
    await drain({ viewerOf: async () => ({ ...seesAll, divisions: ['310105'] }) });
    expect(robot.received.map(({ body }) => /提醒 (\d+) 条/.exec(body)?.[1])).toEqual(['1']);
  });
});

describe('codes', () => {
  const messages = () => createMessages({ ...deps(), addresses: createAddressStore(db, testSealer) });
  const send = async (id: number, asker: string): Promise<string> => {
    clock.pass(2 * MINUTE);
    const done = await messages().sendCode(
      { id, reach: { organisation: null, subject: null }, expectedVersion: null },
      asker,
    );
    return done.ok ? 'SENT' : done.error;
  };
  const remove = (id: number) =>
    messages().remove({ id, reach: { organisation: null, subject: null }, expectedVersion: null });

  it('do not fill a mailbox, however often and by whomever it is entered', async () => {
    const sent: string[] = [];
    for (const [at, subject] of ['a', 'b', 'c'].entries())
      for (const address of ['who@example.gov.cn', 'Who@Example.gov.cn']) {
        const id = await tells({ subject, address });
        sent.push(await send(id, subject), ...(at === 0 ? [await send(id, subject)] : []));
        await remove(id);
      }
    expect(sent).toEqual([...Array(5).fill('SENT'), ...Array(3).fill('MESSAGE_CODES_FULL')]);
    expect(mailbox.handed).toHaveLength(5);
    const id = await tells({ subject: 'd', address: 'who@example.gov.cn' });
    clock.pass(24 * HOUR);
    expect(await send(id, 'd')).toBe('SENT');
  });

  it('are so many for who asks, whosever mailboxes they go to', async () => {
    const sent: string[] = [];
    for (let nth = 0; nth < 22; nth += 1) sent.push(await send(await tells({ subject: `s${nth}` }), 'officer'));
    expect(sent).toEqual([...Array(20).fill('SENT'), 'MESSAGE_CODES_FULL', 'MESSAGE_CODES_FULL']);
    expect(await send(await tells({ subject: 'own' }), 'another')).toBe('SENT');
  });
});

it('shows neither addresses nor secrets in the database', async () => {
  await tells({ subject: 'officer', channel: 'DINGTALK', address: robot.url, secret: 'SECRET', audience: ['adviser'] });
  await tells();
  const dump = JSON.stringify(await db.query('SELECT * FROM message_address'));
  for (const text of ['127.0.0.1', 'SECRET', 'example.gov.cn']) expect(dump).not.toContain(text);
});
