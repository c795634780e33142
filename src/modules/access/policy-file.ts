/** The access policy as it is written in a pack: its form, and the words it may use. */
import { z } from 'zod';
import { AGENCIES, type AgencyId } from '../../kernel/agency.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from '../../kernel/organisation-kind.ts';

/** The purpose of a request that states none. */
export const UNSTATED = 'unstated';

/** The group of a role's own agency's section; every policy knows it. */
export const OWN_SECTION = 'own-section';

/** Ways to show a value without giving it away (see masks.ts). */
export const MASK_NAMES = [
  'name',
  'resident-id',
  'disability-certificate',
  'bank-card',
  'phone',
  'address',
  'pseudonym',
] as const;
export type MaskName = (typeof MASK_NAMES)[number];

/**
 * What must hold besides role and purpose. `open-alert`: the household has an open alert within the caller's rows.
 * `open-case`: it has an open case there; where the request states a case, that one.
 * `emergency`: the caller has opened an emergency access to the household that has not run out. `second-person`: another
 * person has confirmed the caller's request to open the household. `contract`: the contract of the caller's organisation
 * runs. A consent of a kind: one is in force that covers the class, for the purpose, for the caller's organisation.
 */
export const CONDITIONS = ['open-alert', 'open-case', 'emergency', 'second-person', 'contract'] as const;

/** Whether it is one of {@link CONDITIONS} is asked with all other words, so that a mistyped one gets a suggestion. */
const condition = z.union([z.string().min(1), z.strictObject({ consent: z.string().min(1) })]);
export type Condition = z.infer<typeof condition>;

const words = z.array(z.string().min(1)).readonly();
const someWords = z.array(z.string().min(1)).min(1).readonly();

const grant = z
  .strictObject({
    purposes: z.union([z.literal('any'), someWords]),
    /** All of them hold together. */
    when: z
      .union([condition.transform((one) => [one]), z.array(condition).min(1)])
      .default([])
      .readonly(),
    children: z.boolean().default(false),
    allow: someWords.optional(),
    mask: someWords.optional(),
    withhold: someWords.optional(),
  })
  .refine((value) => [value.allow, value.mask, value.withhold].filter((list) => list !== undefined).length === 1, {
    error: 'a grant holds exactly one of allow, mask, withhold',
  });

const agency = z.enum(AGENCIES as readonly [AgencyId, ...AgencyId[]]);

const dataClass = z.strictObject({
  title: z.string().min(1),
  level: z.enum(['L1', 'L2', 'L3', 'L4']),
  mask: z.enum(MASK_NAMES).optional(),
  agency: agency.optional(),
});

const rows = z.strictObject({
  households: z.enum(['divisions', 'referrals', 'none']),
  alerts: z.enum(['divisions', 'none']),
  alertRules: someWords.optional(),
  feeds: z.enum(['all', 'own', 'none']),
});

/** How many citizen numbers a caller may look up; a role may have its own. */
const lookups = z.strictObject({ perHour: z.int().positive(), missesPerHour: z.int().positive() });

/** Division code prefixes; an empty one would match every row. */
const divisions = z.array(z.string().regex(/^\d{2,12}$/)).readonly();

const organisationKind = z.enum(ORGANISATION_KINDS as readonly [OrganisationKind, ...OrganisationKind[]]);

/** A body that takes part; without divisions it reaches the jurisdiction. */
const organisation = z.strictObject({
  title: z.string().min(1),
  kind: organisationKind,
  divisions: divisions.optional(),
});

const role = z.strictObject({
  title: z.string().min(1),
  /** Kinds of organisations whose people and systems may have it; absent: any. */
  heldBy: z.array(organisationKind).min(1).readonly().optional(),
  /** Roles it may give to others. */
  administers: someWords.optional(),
  agency: agency.optional(),
  /** One role of this kind per agency, named after its data class: `education-subgraph`. */
  each: z.literal('agency').optional(),
  purposes: someWords,
  lookups: lookups.optional(),
  rows,
  grants: z.array(grant).readonly(),
});

/** From the first day to the last, both included. */
const period = z.strictObject({ from: z.iso.date(), until: z.iso.date() });

const consentKind = z.strictObject({
  title: z.string().min(1),
  /** A record of it names the organisation it is for (个人信息保护法 第23条). */
  recipient: z.boolean().default(false),
});

const persona = z.strictObject({
  organisation: z.string(),
  roles: someWords,
  divisions,
});

/** The form of `access.yaml`. Words are compared with each other in policy-words.ts. */
export const policyFile = z.strictObject({
  version: z.string().min(1),
  jurisdiction: z.string().regex(/^\d{2,12}$/),
  classes: z.record(z.string(), dataClass),
  groups: z.record(z.string(), words),
  purposes: z.record(z.string(), z.string()),
  organisations: z.record(z.string(), organisation),
  contracts: z.record(z.string(), period),
  consents: z.record(z.string(), consentKind),
  lookups,
  rowBound: words,
  emergency: z.strictObject({ minutes: z.int().positive() }),
  secondPerson: z.strictObject({
    answerMinutes: z.int().positive(),
    openMinutes: z.int().positive(),
    households: z.int().positive(),
  }),
  exports: z.strictObject({
    /** An account may have its own. */
    rowsPerDay: z.int().positive(),
    /** From this many rows on a second person must agree. */
    approvalFrom: z.int().positive(),
    keepHours: z.int().positive(),
    linkMinutes: z.int().positive(),
  }),
  children: z.strictObject({ under: z.int().positive(), classes: words }),
  obligors: z.strictObject({ consent: z.string().min(1), classes: words }),
  neverTogether: z.array(z.strictObject({ clear: z.string(), masked: z.string() })).readonly(),
  roles: z.record(z.string(), role),
  personas: z.record(z.string(), persona),
});

/** As it is written. */
export type PolicyText = z.infer<typeof policyFile>;

type Role = Omit<PolicyText['roles'][string], 'each'>;

/** With what follows from which agencies there are (agency-words.ts). */
export type PolicyFile = Omit<PolicyText, 'roles'> & { readonly roles: Readonly<Record<string, Role>> };
export type Grant = PolicyFile['roles'][string]['grants'][number];
export type RoleRows = PolicyFile['roles'][string]['rows'];
