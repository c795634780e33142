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
  /** `subject` is null where the caller may not see whom it is about. */
  note(dataClass: string, decision: HeldBack, subject: string | null): void;
  /** Whether values of a class were masked, or withheld, for some subject. */
  held(dataClass: string): { readonly masked: boolean; readonly withheld: boolean };
  /** Entries of one class under a coordinate of it. */
  report(coordinate: string, dataClass: string): AccessReport;
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
  const byClass = new Map<string, Map<string, Note>>();
  return {
    note: (dataClass, decision, subject) => {
      const notes = byClass.get(dataClass) ?? new Map<string, Note>();
      byClass.set(dataClass, notes);
      const key = [decision.kind, decision.reason, ...(decision.needed ?? [])].join(' ');
      const note = notes.get(key) ?? { decision, subjects: new Set<string>() };
      notes.set(key, note);
      if (subject !== null) note.subjects.add(subject);
    },
    held: (dataClass) => {
      const kinds = new Set([...(byClass.get(dataClass)?.values() ?? [])].map(({ decision }) => decision.kind));
      return { masked: kinds.has('mask'), withheld: kinds.has('withhold') };
    },
    report: (coordinate, dataClass) =>
      mergeReports(
        [...(byClass.get(dataClass)?.values() ?? [])].map(({ decision, subjects }) =>
          entryFor(coordinate, decision, [...subjects]),
        ),
      ),
  };
}
