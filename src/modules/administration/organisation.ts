/** What is administered of organisations, their people and systems, and how a request for it must look. */
import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../../kernel/organisation-kind.ts';
import { holdsPersonalNumber } from '../../kernel/personal-number.ts';
import { type AccountRecord, NO_QUOTAS, type OrganisationRecord, type Quotas } from '../access/index.ts';

/** An organisation as administered; version 0: as the pack has it. */
export interface Organisation extends OrganisationRecord {
  readonly version: number;
}

export interface Account extends AccountRecord {
  readonly issuer: string;
  readonly subject: string;
  readonly version: number;
}

const CODE = /^[a-z0-9][a-z0-9.-]{1,63}$/;

/** What may be left out is null. */
function absent<T>(form: z.ZodType<T>): z.ZodType<T | null> {
  return form.nullish().transform((value) => value ?? null);
}

/** A person's number is nobody's handle. */
const notPersonal = (text: string): boolean => !holdsPersonalNumber(text);
const code = z.string().regex(CODE).refine(notPersonal);
const divisions = z.array(z.string().regex(/^\d{2,12}$/)).min(1);
const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed !== null) return parsed;
  context.addIssue('a day such as 2026-12-31');
  return z.NEVER;
});
const amount = absent(z.int().positive());

export const organisationForm = z.strictObject({
  id: code,
  title: z.string().min(1).max(100),
  kind: z.enum(ORGANISATION_KINDS as readonly [OrganisationKind, ...OrganisationKind[]]),
  divisions,
  contractFrom: absent(day),
  contractUntil: absent(day),
  suspended: z.boolean(),
});

export const accountForm = z.strictObject({
  handle: code,
  issuer: z.string().min(1),
  subject: z.string().min(1).max(256).refine(notPersonal),
  clientId: absent(z.string().min(1).max(256)),
  organisation: code,
  roles: z.array(z.string()).min(1),
  divisions,
  purposes: absent(z.array(z.string()).min(1)),
  quotas: z
    .strictObject({
      requestsPerMinute: amount,
      lookupsPerHour: amount,
      missesPerHour: amount,
      exportRowsPerDay: amount,
    })
    .nullish()
    .transform((value): Quotas => value ?? NO_QUOTAS),
  expiresOn: absent(day),
  suspended: z.boolean(),
});

/** What a request states of an organisation. */
export type OrganisationForm = z.infer<typeof organisationForm>;
export type AccountForm = z.infer<typeof accountForm>;
