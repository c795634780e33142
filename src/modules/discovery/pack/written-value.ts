/** Values of parameters as people write them. */
import { WanjiaError } from '../../../kernel/errors.ts';
import { didYouMean } from '../../../kernel/nearest.ts';
import type { WrittenParameter } from '../book/released-version.ts';
import type { Language } from '../expression/language.ts';
import { Money } from '../expression/money.ts';
import type { ParameterPeriod } from '../rule.ts';

const WRITTEN: Readonly<Record<string, { readonly pattern: RegExp; read(text: string): ParameterPeriod['value'] }>> = {
  Money: {
    pattern: /^\d{1,12}(\.\d{1,2})?$/,
    read: (text) => new Money(BigInt(Math.round(Number(text) * 100))),
  },
  int: { pattern: /^-?\d{1,9}$/, read: BigInt },
  double: { pattern: /^\d{1,9}(\.\d{1,6})?$/, read: Number },
};

function refuse(input: string, expected: string): never {
  throw new WanjiaError('BAD_USER_INPUT', { input, expected });
}

/** The value in the type of the parameter; BAD_USER_INPUT says what was meant. */
export function readValue({ name, value }: WrittenParameter, language: Language): ParameterPeriod['value'] {
  const type = language.parameters.get(name);
  if (type === undefined) refuse('rule.parameters.name', `a parameter${didYouMean(name, language.parameters.keys())}`);
  const written = WRITTEN[type];
  if (written === undefined || !written.pattern.test(value.trim()))
    refuse(`rule.parameters, ${name}`, type === 'Money' ? 'yuan with at most two places' : `a value of type ${type}`);
  return written.read(value.trim());
}
