import type { Random } from '../random/random.ts';

/** `2026-10-31` in another of the usual forms. */
export function writeDay(day: string, random: Random): string {
  const [year, month, dayOfMonth] = day.split('-') as [string, string, string];
  const forms = [
    `${year}/${month}/${dayOfMonth}`,
    `${year}/${Number(month)}/${Number(dayOfMonth)}`,
    `${year}${month}${dayOfMonth}`,
    `${year}年${month}月${dayOfMonth}日`,
  ];
  return random.pick(forms);
}

/** `2026-10` or `202610` in another of the usual forms. */
export function writeMonth(month: string, random: Random): string {
  const digits = month.replace('-', '');
  const [year, two] = [digits.slice(0, 4), digits.slice(4)];
  return random.pick([`${year}-${two}`, `${year}${two}`, `${year}年${two}月`]);
}

/** `1234.50` in another of the usual forms. */
export function writeMoney(amount: string, random: Random): string {
  const negative = amount.startsWith('-');
  const plain = negative ? amount.slice(1) : amount;
  const [yuan, cents] = plain.split('.') as [string, string];
  const grouped = `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
  if (negative) return random.pick([`(${plain})`, `(${grouped})`, amount]);
  const short = cents === '00' ? yuan : plain.replace(/0$/, '');
  return random.pick([grouped, short, `￥${plain}`]);
}

export function writeYesNo(value: string, random: Random): string {
  return value === '是' || value === '1' ? random.pick(['Y', '1', '√']) : random.pick(['N', '0']);
}

/** Digits and letters in their full-width form. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
