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
  asOf: z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value, 'expected YYYY-MM-DD'),
  files: z.array(z.unknown()).max(10_000),
});

/** Where a value departs from the schema, without the value. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.') || 'manifest'} (${code})`).join(', ');
}
