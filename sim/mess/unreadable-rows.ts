import type { RecordField } from '../../connectors/sdk/record-contract.ts';
import { checkCharacter } from '../../src/kernel/resident-id.ts';
import { SYNTHETIC_PREFIX } from '../numbers/resident-id.ts';
import type { Random } from '../random/random.ts';

/** Puts one value into a row that no reader may accept. Numbers stay under the synthetic prefix. */
export function spoil(fields: readonly RecordField[], cells: readonly string[], random: Random): string[] {
  const spoilt = [...cells];
  const candidates = fields
    .map((field, place) => ({ field, place }))
    .filter(({ field, place }) => canSpoil(field, cells[place] ?? ''));
  const { field, place } = random.pick(candidates);
  spoilt[place] = unreadable(field, cells[place] ?? '', random);
  return spoilt;
}

function canSpoil(field: RecordField, value: string): boolean {
  if (field.kind.name === 'residentNumber') return value.startsWith(SYNTHETIC_PREFIX);
  return field.required || field.kind.name === 'day' || field.kind.name === 'money';
}

function unreadable(field: RecordField, value: string, random: Random): string {
  switch (field.kind.name) {
    case 'residentNumber':
      return random.pick([wrongCheck(value), value.slice(0, 17), thirtiethOfFebruary(value)]);
    case 'day':
      return random.pick(['2026-02-30', '2026-13-05', '待补']);
    case 'month':
      return '202613';
    case 'money':
      return '约八百元';
    case 'code':
      return '77';
    default:
      return '';
  }
}

function wrongCheck(number: string): string {
  return number.slice(0, 17) + (number.endsWith('5') ? '6' : '5');
}

function thirtiethOfFebruary(number: string): string {
  const first17 = `${number.slice(0, 10)}0230${number.slice(14, 17)}`;
  return first17 + checkCharacter(first17);
}
