/** A webhook, a robot and a mailbox, entered at the hub's machine and confirmed. */
import type { App } from '../../../src/cli/app.ts';
import { decodeId } from '../../../src/kernel/ids.ts';
import type { Mailbox } from '../../support/mailbox.ts';
import type { Receiver } from '../../support/receiver.ts';

export async function enterWebhook(app: App, url: string): Promise<void> {
  const entry = { account: 'district-officer', purpose: 'casework', types: ['ALERT'], detail: 'THIN' } as const;
  const { id } = await app.webhooks.add({ ...entry, url, signature: 'HMAC_SHA256' });
  await app.webhooks.enable(decodeId('webhook', id) ?? 0n);
}

const toAdviser = { account: 'adviser', purpose: 'casework', kinds: ['URGENT'] } as const;

/** Entered, and proven by the code that came. */
async function enter(app: App, entry: Parameters<App['messages']['add']>[0], told: () => string): Promise<void> {
  const id = decodeId('messageAddress', await app.messages.add(entry)) ?? 0n;
  await app.messages.sendCode(id);
  await app.messages.confirm(id, /验证码 (\d{6})/.exec(told())?.[1] ?? '');
}

export const robotTakes: Receiver['answer'] = (response) => void response.writeHead(200).end('{"errcode":0}');

export async function enterRobot(app: App, robot: Receiver): Promise<void> {
  robot.answer = robotTakes;
  const entry = { ...toAdviser, channel: 'WECOM', address: robot.url, audience: ['adviser'] };
  await enter(app, entry, () => robot.received.splice(0)[0]?.body ?? '');
}

export async function enterMailbox(app: App, mailbox: Mailbox): Promise<void> {
  const entry = { ...toAdviser, channel: 'EMAIL', address: 'adviser@example.gov.cn' };
  await enter(app, entry, () => mailbox.handed.splice(0)[0]?.text ?? '');
}

/** Number of each message to a robot, and the mark of one that may have come before. */
export const marksOf = (robot: Receiver): (readonly [number: string, mark: string])[] =>
  robot.received.map(({ body }) => {
    const [, number = '', mark = ''] = /> 编号 (\d+-\d+)(.*?)\\n/.exec(body) ?? [];
    return [number, mark];
  });
