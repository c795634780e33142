/**
 * Masks 脱敏: enough to recognise what one knows, too little to learn what one does not.
 * The conventions are those of the field; lengths are kept only where the form has a fixed one.
 */
import { createHmac } from 'node:crypto';
import type { MaskName } from './policy-file.ts';

const STAR = '*';

/** Keeps the first and last characters; all is hidden where too little would be. */
function keepEnds(text: string, head: number, tail: number): string {
  const characters = [...text];
  const hidden = characters.length - head - tail;
  if (hidden < head + tail) return STAR.repeat(characters.length);
  return (
    characters.slice(0, head).join('') + STAR.repeat(hidden) + (tail === 0 ? '' : characters.slice(-tail).join(''))
  );
}

/**
 * 姓名: the first character. At most two stars, so that the length of a name with a compound surname or with ·
 * does not tell which it is.
 */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length < 2) return STAR;
  return (characters[0] as string) + STAR.repeat(Math.min(characters.length - 1, 2));
}

/** 身份证: the first and the last two; more would be nearly the number beside a birth date. */
export function maskResidentId(number: string): string {
  return keepEnds(number, 1, 2);
}

const CARD_KEPT = 4;

/** 银行卡: the first four and the last group of four, written in groups; a short one is hidden whole. */
export function maskBankCard(number: string): string {
  const digits = number.replaceAll(/\s/g, '');
  if (digits.length < CARD_KEPT * 3) return STAR.repeat(digits.length);
  const last = digits.length % CARD_KEPT || CARD_KEPT;
  const masked = keepEnds(digits, CARD_KEPT, last);
  return masked.match(/.{1,4}/gsu)?.join(' ') ?? '';
}

const MOBILE = /^1\d{10}$/;

/** 手机: first three, last four. 座机: first four, last two. */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return phone.startsWith('0') && phone.length >= 10
    ? phone.slice(0, 4) + STAR.repeat(phone.length - 6) + phone.slice(-2)
    : keepEnds(phone, 1, 2);
}

const ADDRESS_HIDDEN = 8;

/** 地址: the last eight are hidden. */
export function maskAddress(address: string): string {
  const characters = [...address];
  const kept = Math.max(0, characters.length - ADDRESS_HIDDEN);
  return characters.slice(0, kept).join('') + STAR.repeat(characters.length - kept);
}

/** A name for a person that tells nothing and stays the same for whoever holds the same key. */
export function pseudonymOf(id: string, key: Buffer): string {
  return `PX${createHmac('sm3', key).update(id).digest('hex').slice(0, 20)}`;
}

/** The masks of the classes that identify, each by its class's name: profiles are stored under them. */
export const IDENTITY_MASKS = {
  name: maskName,
  'resident-id': maskResidentId,
  phone: maskPhone,
  address: maskAddress,
} as const satisfies Partial<Record<MaskName, (value: string) => string>>;

/** Every mask by its name. */
export function createMasks(pseudonymKey: Buffer): Readonly<Record<MaskName, (value: string) => string>> {
  return {
    ...IDENTITY_MASKS,
    // 残疾人证号 is a citizen number with two digits more, of category and level: the last two would tell them.
    'disability-certificate': (number) => keepEnds(number, 1, 0),
    'bank-card': maskBankCard,
    pseudonym: (id) => pseudonymOf(id, pseudonymKey),
  };
}

export type Masks = ReturnType<typeof createMasks>;
