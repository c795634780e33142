import { z } from 'zod';
import { AGENCIES, type AgencyId, RECORD_TYPES, type RecordType } from '../../../src/kernel/agency.ts';
import { type Day, parseDay } from '../../../src/kernel/day.ts';
import { CSV_ENCODINGS } from '../formats/csv-text.ts';

const file = {
  recordType: z.enum(RECORD_TYPES as [RecordType, ...RecordType[]]),
  agency: z.enum(AGENCIES as unknown as [AgencyId, ...AgencyId[]]),
  path: z.string().min(1).max(1000),
  mode: z.enum(['full', 'incremental']),
  rows: z.int().min(0).max(1_000_000_000),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .transform((digest) => digest.toLowerCase()),
};

/** A file as the manifest describes it. */
export const manifestFileSchema = z.discriminatedUnion('format', [
  z.object({ ...file, format: z.literal('csv'), encoding: z.enum(CSV_ENCODINGS) }),
  z.object({
    ...file,
    format: z.literal('xlsx'),
    sheet: z.string().min(1),
    headerRow: z.int().min(1).max(1000),
  }),
]);

export type ManifestFile = z.infer<typeof manifestFileSchema>;

/** The manifest without its files, each of which is judged by itself. */
export const manifestSchema = z.object({
  deliveredAt: z.iso.datetime({ offset: true }),
  asOf: z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value),
  files: z.array(z.unknown()).max(10_000),
});

/** What would have been right, in the words of whoever writes manifests. */
function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `a value of type ${issue.expected}`;
    case 'invalid_format':
      return issue.format === 'regex' ? '64 hexadecimal digits' : 'a time such as 2026-11-01T02:00:00+08:00';
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'invalid_union':
      return 'csv or xlsx';
    default:
      return 'a day such as 2026-10-31';
  }
}

/** Where a value departs from the schema and what is expected there, without the value. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'manifest'}: expected ${expectationOf(issue)}`)
    .join('; ');
}
