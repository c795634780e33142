import type { RecordField } from '../../connectors/sdk/record-contract.ts';
import { fifteenDigits, SYNTHETIC_PREFIX } from '../numbers/resident-id.ts';
import type { Random } from '../random/random.ts';
import type { Messiness } from './messiness.ts';
import { fullWidth, writeDay, writeMoney, writeMonth, writeYesNo } from './written-forms.ts';

const BLANK_TOKENS = ['-', '/', '无', 'NULL', '不详'];

/** A clean value as somebody typed it; means the same. */
export function messyCell(field: RecordField, clean: string, mess: Messiness, random: Random): string {
  if (clean === '') return random.chance(mess.blankAsToken) ? random.pick(BLANK_TOKENS) : '';
  const written = rewrite(field, clean, mess, random);
  const place = random.next();
  if (place < mess.fullWidth) return field.kind.name === 'text' ? written : fullWidth(written);
  if (place < mess.fullWidth + mess.spaces) return ` ${written}　`;
  return written;
}

function rewrite(field: RecordField, clean: string, mess: Messiness, random: Random): string {
  switch (field.kind.name) {
    case 'day':
      return random.chance(mess.otherDateForm) ? writeDay(clean, random) : clean;
    case 'month':
      return random.chance(mess.otherMonthForm) ? writeMonth(clean, random) : clean;
    case 'money':
      return random.chance(mess.otherMoneyForm) ? writeMoney(clean, random) : clean;
    case 'code':
      return random.chance(mess.codeAsLabel) ? (field.kind.codes?.label(clean) ?? clean) : clean;
    case 'yesNo':
      return random.chance(mess.otherYesNoForm) ? writeYesNo(clean, random) : clean;
    case 'residentNumber':
      return clean.startsWith(SYNTHETIC_PREFIX) ? rewriteNumber(clean, mess, random) : clean;
    default:
      return clean;
  }
}

function rewriteNumber(clean: string, mess: Messiness, random: Random): string {
  const place = random.next();
  if (place < mess.fifteenDigits) return fifteenDigits(clean) ?? clean;
  if (place < mess.fifteenDigits + mess.apostrophe) return `'${clean}`;
  return clean.endsWith('X') && random.chance(mess.smallX) ? clean.toLowerCase() : clean;
}
