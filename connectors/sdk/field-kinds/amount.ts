import { z } from 'zod';
import { type Fen, fenOfYuan, parseMoney } from '../../../src/kernel/money.ts';
import { type FieldKind, tokenReader, Unreadable } from './field-kind.ts';

const NO_MONEY = new Unreadable('UNREADABLE_MONEY');
const NO_NUMBER = new Unreadable('UNREADABLE_NUMBER');

const moneyToken = tokenReader<Fen>(NO_MONEY, (token) => parseMoney(token) ?? NO_MONEY);

/** An amount in yuan, kept in whole fen. */
export const money: FieldKind<Fen> = {
  name: 'money',
  columnType: 'bigint',
  schema: z.custom<Fen>((value) => Number.isSafeInteger(value)),
  read(cell, context) {
    return typeof cell === 'number' ? (fenOfYuan(cell) ?? NO_MONEY) : moneyToken(cell, context);
  },
};

const AREA = /^\d{1,9}(?:\.\d{1,2}0*)?$/;

/** A floor area in m², two decimals at most. */
export const area: FieldKind<number> = {
  name: 'area',
  columnType: 'numeric(12,2)',
  schema: z.number().nonnegative(),
  read: tokenReader<number>(NO_NUMBER, (token) => (AREA.test(token) ? Number(token) : NO_NUMBER)),
};
