/** Questions put to the gateway many at a time while an agency fails: what may differ from the merged shape, and what not. */
import { strictEqual } from 'node:assert';
import { type AgencyId, SECTION_OF } from '../../src/kernel/agency.ts';
import type { Answer, Question } from '../../tests/support/served-hub.ts';
import { accessOf } from './comparison.ts';

type Asker = { ask(question: Question): Promise<Answer<unknown>> };
type Json = Readonly<Record<string, unknown>>;

/** A question and its answer in the merged shape. */
export interface Expected {
  readonly question: Question;
  readonly merged: Answer<unknown>;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A section of which nothing is said: not known, every list and value null. */
function isUnknown(section: unknown): boolean {
  return (
    isObject(section) &&
    section.status === 'UNKNOWN' &&
    Object.entries(section).every(([name, value]) => name === 'status' || value === null)
  );
}

/** The answer with the failing agency's sections as the merged shape has them, wherever they are unknown instead. */
function mended(answer: unknown, merged: unknown, field: string): unknown {
  if (Array.isArray(answer) && Array.isArray(merged))
    return answer.map((item, place) => mended(item, merged[place], field));
  if (!isObject(answer) || !isObject(merged)) return answer;
  const entries = Object.entries(answer).map(([name, value]) => {
    // Null stays null: what is withheld is not made unknown.
    const stands = name === field && merged[name] !== null && isUnknown(value);
    return [name, stands ? merged[name] : mended(value, merged[name], field)];
  });
  return Object.fromEntries(entries);
}

const textOf = ({ status, data, errors, extensions }: Answer<unknown>): string =>
  JSON.stringify([status, data, errors, accessOf(extensions)]);

/**
 * Why the agency's sections were missed, if they were. Fails where an answer differs from the merged one by more than
 * these, or misses another agency.
 */
function check(answer: Answer<unknown>, merged: Answer<unknown>, agency: AgencyId): string | null {
  const { unavailable: [missed, ...others] = [] } = (answer.extensions ?? {}) as {
    readonly unavailable?: readonly Json[];
  };
  strictEqual(missed?.agency ?? agency, agency);
  strictEqual(others.length, 0);
  const field = SECTION_OF[agency].field;
  strictEqual(
    textOf(missed === undefined ? answer : { ...answer, data: mended(answer.data, merged.data, field) }),
    textOf(merged),
  );
  return missed === undefined ? null : String(missed.reason);
}

/** Puts all questions at once; tells why answers missed the agency. */
export async function askAtOnce(
  gateway: Asker,
  expected: readonly Expected[],
  agency: AgencyId,
): Promise<ReadonlySet<string>> {
  const reasons = expected.map(async ({ question, merged }) => check(await gateway.ask(question), merged, agency));
  return new Set((await Promise.all(reasons)).filter((reason) => reason !== null));
}
