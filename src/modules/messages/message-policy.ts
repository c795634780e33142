/** `messages.yaml` of a policy pack: when the staff are told, of what, and in which words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { WanjiaError } from '../../kernel/errors.ts';
import { SEVERITIES } from '../discovery/index.ts';
import { LOCAL_HOUR } from './hours.ts';

/** A text with placeholders in braces: those it must have, and no other. */
function words(...names: string[]): z.ZodType<string> {
  const wanted = [...names].sort().join(' ');
  const found = (text: string): string =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name)
      .sort()
      .join(' ');
  return z
    .string()
    .min(1)
    .max(200)
    .refine((text) => found(text) === wanted, wanted === '' ? 'no placeholder' : `each of these once: ${wanted}`);
}

const severity = z.enum(SEVERITIES);
const hour = z.string().regex(LOCAL_HOUR, 'an hour such as 08:30, in quotes');
const bySeverity = <T extends z.ZodType>(value: T) =>
  z.strictObject({ RED: value, ORANGE: value, YELLOW: value, BLUE: value });
const alert = words('severity', 'id', 'rules', 'street', 'due');

/** messages.yaml */
export const messagesFile = z.strictObject({
  source: z.string().min(1),
  digest: z.strictObject({ at: hour, on: z.enum(['working-days', 'all-days']) }),
  urgent: z.strictObject({
    severities: z.array(severity).min(1),
    runsOut: z.partialRecord(severity, z.int().positive().max(240)),
  }),
  quiet: z.strictObject({ from: hour, until: hour, daysOff: z.boolean(), passes: z.array(severity) }),
  pace: z.strictObject({ everyMinutes: z.int().min(1).max(1_440), perDay: z.int().min(1).max(100) }),
  listed: z.int().min(1).max(50),
  words: z.strictObject({
    severities: bySeverity(words()),
    levels: z.strictObject({ COMMITTEE: words(), STREET: words(), DISTRICT: words() }),
    digest: z.strictObject({
      title: words('day'),
      raised: words('count'),
      due: words('count'),
      overdue: words('count'),
      open: words('count'),
      reviews: words('count'),
      clues: words('count'),
      referrals: words('count'),
      unanswered: words('count'),
      nothing: words(),
    }),
    notice: z.strictObject({ title: words('count'), ofNone: words() }),
    emergency: z.strictObject({ title: words('count'), item: words('organisation', 'at', 'until') }),
    alert: z.strictObject({
      URGENT: alert,
      RUNNING_OUT: alert,
      PASSED_UP: words('severity', 'id', 'rules', 'street', 'due', 'level'),
      noRule: words(),
      noDue: words(),
    }),
    more: words('count'),
    mark: z.strictObject({ first: words('number'), again: words('number') }),
    open: words(),
    code: z.strictObject({ title: words(), text: words('code') }),
    test: z.strictObject({ title: words(), text: words() }),
    footer: words(),
  }),
});

export type MessagePolicy = z.output<typeof messagesFile>;
export type MessageWords = MessagePolicy['words'];

/** The policy of messages of a pack; throws PACK_INVALID with every problem's place. */
export async function loadMessagePolicy(root: string, pack: string): Promise<MessagePolicy> {
  const file = `${pack}/messages.yaml`;
  const parsed = messagesFile.safeParse(parse(await readFile(join(root, file), 'utf8')));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const detail = issues.map(({ path, message }) => `${file} ${path.join('.')}: ${message}`).join('\n');
  throw new WanjiaError('PACK_INVALID', { count: issues.length, detail });
}

/** A text with its placeholders filled. */
export function say(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
