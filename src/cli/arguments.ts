import { InvalidArgumentError, Option } from 'commander';
import { AGENCIES, type AgencyId, isAgencyId, isRecordType, type RecordType } from '../kernel/agency.ts';
import { type Day, parseDay } from '../kernel/day.ts';
import { decodeId, encodeId, type IdKind } from '../kernel/ids.ts';

export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('expected a day such as 2026-10-31');
  return day;
}

export function agencyArgument(text: string): AgencyId {
  if (!isAgencyId(text)) throw new InvalidArgumentError(`expected one of ${AGENCIES.join(', ')}`);
  return text;
}

export function recordTypeArgument(text: string): RecordType {
  const upper = text.toUpperCase();
  if (!isRecordType(upper)) throw new InvalidArgumentError('expected a record type such as CA05');
  return upper;
}

/** Reads an id as the hub prints it, such as `B8`. */
export function idArgument(kind: IdKind): (text: string) => bigint {
  return (text) => {
    const id = decodeId(kind, text.toUpperCase());
    if (id === null) throw new InvalidArgumentError(`expected an id such as ${encodeId(kind, 8n)}`);
    return id;
  };
}

export function wholeNumberArgument(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}

/** Words separated by commas or blanks. */
export function wordsArgument(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

export function timeArgument(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('expected a time such as 2026-12-31T18:00:00+08:00');
  return time;
}

/** `header=value`, any number of times. */
export function changesArgument(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('expected column=value');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

export const jsonOption = (): Option => new Option('--json', 'print one JSON object on standard output');
