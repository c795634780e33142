import type { z } from 'zod';
import type { AgencyId } from '../../src/kernel/agency.ts';
import { SourceError } from './source-error.ts';

/** Parses an agency's connection settings; what is wrong is named by its place, without the value. */
export function parseSettings<T>(schema: z.ZodType<T>, settings: unknown, agency: AgencyId): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new SourceError('SETTINGS_MISSING', { source: place === '' ? agency : `${agency} (${place})` });
}
