/**
 * Robots of group chats: 企业微信群机器人 and 钉钉自定义机器人. Both take markdown by POST, at most twenty messages a minute,
 * and answer 200 with a code of their own.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { MAY_HAVE_ARRIVED, type Send } from '../../platform/http/outgoing.ts';
import { isTarget } from '../../platform/http/target.ts';
import type { Channel, Envelope, Handed, Recipient } from './channel.ts';
import { asMarkdown, type Letter } from './letter.ts';

/** How one kind of robot wants to be spoken to. */
interface Manner {
  /** Bytes of UTF-8 that a message may have. */
  readonly maxBytes: number;
  body(title: string, markdown: string): object;
  address(recipient: Recipient, at: Date): string;
  /** Codes that mean: too many, and how long to wait then. */
  readonly tooMany: Readonly<Record<number, number>>;
}

const MINUTE_MS = 60_000;

/** 加签: the secret signs the moment; the receiver allows an hour between the clocks. */
export function signedAddress({ address, secret }: Pick<Recipient, 'address' | 'secret'>, at: Date): string {
  if (secret === null) return address;
  const timestamp = String(at.getTime());
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url.href;
}

const MANNERS: Readonly<Record<'WECOM' | 'DINGTALK', Manner>> = {
  WECOM: {
    maxBytes: 4_096,
    body: (_title, content) => ({ msgtype: 'markdown', markdown: { content } }),
    address: ({ address }) => address,
    tooMany: { 45009: MINUTE_MS },
  },
  DINGTALK: {
    maxBytes: 18_000,
    body: (title, text) => ({ msgtype: 'markdown', markdown: { title, text } }),
    address: signedAddress,
    // Beyond twenty a minute it is deaf for ten minutes.
    tooMany: { 130101: 10 * MINUTE_MS, 130103: 10 * MINUTE_MS },
  },
};

const ANSWER_BYTES = 4_096;
const answerForm = z.object({ errcode: z.int() });

function readAnswer(body: string): number | null {
  try {
    return answerForm.parse(JSON.parse(body)).errcode;
  } catch {
    return null;
  }
}

export interface RobotParts {
  readonly send: Send;
  /** Whether addresses without TLS are taken: only where private targets are allowed too. */
  readonly plainAllowed: boolean;
}

export function createRobot(kind: keyof typeof MANNERS, { send, plainAllowed }: RobotParts): Channel {
  const manner = MANNERS[kind];
  async function hand(recipient: Recipient, letter: Letter, { at }: Envelope): Promise<Handed> {
    const body = JSON.stringify(manner.body(letter.title, asMarkdown(letter, manner.maxBytes)));
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const url = manner.address(recipient, at);
    const answer = await send({ url, method: 'POST', headers, body, answerBytes: ANSWER_BYTES });
    if (!answer.ok) {
      const { error } = answer;
      return { ok: false, status: null, error, uncertain: MAY_HAVE_ARRIVED.has(error) };
    }
    const { status } = answer.value;
    // A server on the way may say so when the robot has it already.
    if (status !== 200) return { ok: false, status, error: null, uncertain: status >= 500 };
    const code = readAnswer(answer.value.body);
    if (code === 0) return { ok: true, status };
    if (code === null) return { ok: false, status, error: 'ROBOT_UNCLEAR', uncertain: true };
    return { ok: false, status: code, error: 'ROBOT_REFUSED', retryAfter: manner.tooMany[code] ?? 0 };
  }
  return {
    takes: ({ address, secret }) => isTarget(address, plainAllowed) && (secret === null || kind === 'DINGTALK'),
    hand,
    close: () => undefined,
  };
}
