/**
 * What an answer held back for particular persons. What is held back from a caller altogether is known from the
 * operation alone; only what depends on the person is noted while answering.
 */
import type { Decision, MaskName, Reason } from '../../src/modules/access/index.ts';

type HeldBack = Exclude<Decision, { readonly kind: 'allow' }>;

interface Note {
  readonly decision: HeldBack;
  readonly subjects: Set<string>;
}

export interface WithheldEntry {
  readonly coordinate: string;
  readonly reason: Reason;
  /** Conditions that would show more, each alone; ` + ` joins what is needed together. */
  readonly needed?: readonly string[];
  readonly subjects?: readonly string[];
}

export interface MaskedEntry {
  readonly coordinate: string;
  readonly mask: MaskName;
  readonly reason: Reason;
  readonly needed?: readonly string[];
  readonly subjects?: readonly string[];
}

/** `extensions.access` of an answer: every coordinate once per reason. */
export interface AccessReport {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
}

export interface Disclosures {
  /** Whether nothing was held back for anybody in particular. */
  readonly none: boolean;
  /** Under the class of a value, or a coordinate of its own. `subject` is null where the caller may not see whom it is about. */
  note(noted: string, decision: HeldBack, subject: string | null): void;
  /** Whether values were masked, or withheld, for some subject. */
  held(noted: string): { readonly masked: boolean; readonly withheld: boolean };
  /** What was noted under a word, as entries of a coordinate. */
  report(coordinate: string, noted: string): AccessReport;
}

/** The entry of a coordinate that was held back. */
export function entryFor(coordinate: string, decision: HeldBack, subjects?: readonly string[]): AccessReport {
  const { reason, needed } = decision;
  const why = {
    reason,
    ...(needed === undefined ? {} : { needed }),
    ...(subjects === undefined ? {} : { subjects }),
  };
  return decision.kind === 'mask'
    ? { withheld: [], masked: [{ coordinate, mask: decision.mask, ...why }] }
    : { withheld: [{ coordinate, ...why }], masked: [] };
}

export function mergeReports(reports: readonly AccessReport[]): AccessReport {
  return {
    withheld: reports.flatMap((report) => report.withheld),
    masked: reports.flatMap((report) => report.masked),
  };
}

export function createDisclosures(): Disclosures {
  const byWord = new Map<string, Map<string, Note>>();
  return {
    get none() {
      return byWord.size === 0;
    },
    note: (noted, decision, subject) => {
      const notes = byWord.get(noted) ?? new Map<string, Note>();
      byWord.set(noted, notes);
      const key = [decision.kind, decision.reason, ...(decision.needed ?? [])].join(' ');
      const note = notes.get(key) ?? { decision, subjects: new Set<string>() };
      notes.set(key, note);
      if (subject !== null) note.subjects.add(subject);
    },
    held: (noted) => {
      const kinds = new Set([...(byWord.get(noted)?.values() ?? [])].map(({ decision }) => decision.kind));
      return { masked: kinds.has('mask'), withheld: kinds.has('withhold') };
    },
    report: (coordinate, noted) =>
      mergeReports(
        [...(byWord.get(noted)?.values() ?? [])].map(({ decision, subjects }) =>
          entryFor(coordinate, decision, [...subjects]),
        ),
      ),
  };
}
