/**
 * The files of a policy pack, as people write them. The JSON Schemas for editors are derived from these.
 * Unknown keys are errors: a mistyped key must not pass for an absent one.
 */
import { z } from 'zod';
import { AGENCIES, RECORD_TYPES, type RecordType } from '../../../kernel/agency.ts';
import { ASSISTANCE_CLASS } from '../../../kernel/code-lists.ts';
import { type Day, parseDay } from '../../../kernel/day.ts';
import { SEVERITIES } from '../rule.ts';

const isDay = (text: string): boolean => parseDay(text) === text;
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'there is no such day')
  .transform((text) => text as Day);
const text = z.string().trim().min(1);
const bilingual = z.strictObject({ zh: text, en: text });
const documentId = text.describe('id of a document in documents.yaml of this pack or a parent');
const expression = text.describe('CEL over the fact catalogue (docs/fact-catalogue.md)');
const recordType = z.enum(RECORD_TYPES as [RecordType, ...RecordType[]]);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a name of letters and digits');

const validity = {
  effectiveFrom: day.describe('first day in force'),
  effectiveTo: day.nullish().describe('first day no longer in force; absent: open'),
};

/** pack.yaml */
export const packSchema = z.strictObject({
  jurisdiction: z
    .string()
    .regex(/^\d{2,12}$/)
    .nullable()
    .describe('division code the pack is in force for, and below; null: everywhere'),
  name: bilingual,
});

/** documents.yaml */
export const documentsSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: name,
      title: text,
      number: text.nullish(),
      level: z.enum(['law', 'national', 'city', 'district', 'street']),
      ...validity,
      note: text.nullish(),
    }),
  ),
});

export const UNITS = [
  ...(['yuan', 'yuan/month', 'yuan/year', 'ratio'] as const),
  ...(['years', 'months', 'days', 'working-days', 'count'] as const),
] as const;

/** parameters.yaml */
export const parametersSchema = z.strictObject({
  parameters: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'capitals, digits and underscores'),
      name: bilingual,
      unit: z.enum(UNITS),
      binding: z
        .boolean()
        .default(false)
        .describe('true: a law or a higher text fixes it; no jurisdiction below may set it otherwise'),
      values: z
        .array(
          z.strictObject({
            value: z.number(),
            ...validity,
            source: text,
            example: z.boolean().default(false).describe('true: no source was found that may be shown as fact'),
          }),
        )
        .describe('empty: the figure exists and was not found; what rests on it is UNKNOWN'),
    }),
  ),
});

/** conditions.yaml: named parts of rules. */
export const conditionsSchema = z.strictObject({
  conditions: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name such as isAbleToWork'),
      of: z.enum(['member', 'household']).default('member').describe('what the condition is about'),
      name: bilingual,
      source: text,
      expression: expression.describe('CEL over `member`, or over `household` where it is about it'),
    }),
  ),
});

const severity = z.enum(SEVERITIES.map((level) => level.toLowerCase()) as [string, ...string[]]);

/** rules/<id>.yaml */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z][0-9]{1,3}[a-z]?$/, 'as in R01 or R15b'),
  version: z.int().positive(),
  name: bilingual,
  ...validity,
  targetPolicies: z.array(text).min(1),
  agencies: z.array(z.enum(AGENCIES)).default([]),
  restricted: z.boolean().default(false).describe('true: only the case team is shown its hits'),
  basis: z.array(z.strictObject({ document: documentId, clause: text })).min(1),
  expression,
  severity: z.array(z.strictObject({ is: severity, when: expression.optional() })).min(1),
  evidence: z.strictObject({
    members: expression
      .optional()
      .describe('list.filter(m, …); absent: those for whom the one exists(m, …) of the rule holds'),
    items: z.array(
      z.strictObject({
        label: bilingual,
        value: expression,
        of: z.enum(['household', 'member']),
        unit: text.nullish(),
        source: z.union([recordType, z.array(recordType).min(1)]),
      }),
    ),
  }),
});

/** checks/<id>.yaml: conditions on how alerts are worked. */
export const checkSchema = z.strictObject({
  id: z.string().regex(/^X[0-9]{1,3}$/, 'as in X3'),
  version: z.int().positive(),
  name: bilingual,
  ...validity,
  basis: z.array(z.strictObject({ document: documentId, clause: text })).min(1),
  expression: expression.describe('CEL over `alert`: TRUE where the alert fails the check'),
});

/** basis.yaml: clauses of this jurisdiction that inherited rules rest on too. */
export const basisSchema = z.strictObject({
  basis: z.array(
    z.strictObject({
      rule: text.describe('id of a rule of this pack or a parent'),
      document: documentId,
      clause: text,
    }),
  ),
});

/** aliases.yaml: older or local terms and what they are called now. */
export const aliasesSchema = z.strictObject({
  aliases: z.array(
    z.strictObject({
      term: text.describe('older or local term'),
      now: text.describe('term of the law in force'),
      classes: z
        .array(z.enum(ASSISTANCE_CLASS.codes))
        .default([])
        .describe('codes of the classes of recognition that are meant, where it names one'),
      documents: z.array(documentId).min(1).describe('where the older term stands'),
    }),
  ),
});

/** severity-clocks.yaml: how soon someone is to be there. */
export const clocksSchema = z.strictObject({
  source: text,
  clocks: z.array(
    z.strictObject({
      severity,
      within: z.int().positive(),
      unit: z.enum(['hours', 'days', 'working-days']),
    }),
  ),
});

/** calendar.yaml: holidays and make-up working days 调休, by year. */
export const calendarSchema = z.strictObject({
  years: z.array(
    z.strictObject({
      year: z.int(),
      source: text,
      example: z.boolean().default(false),
      holidays: z.array(z.strictObject({ name: text, from: day, to: day })),
      workingWeekends: z.array(day),
    }),
  ),
});

/** File name → what is in it. */
export const FILE_SCHEMAS = {
  'pack.yaml': packSchema,
  'documents.yaml': documentsSchema,
  'parameters.yaml': parametersSchema,
  'conditions.yaml': conditionsSchema,
  'basis.yaml': basisSchema,
  'aliases.yaml': aliasesSchema,
  'severity-clocks.yaml': clocksSchema,
  'calendar.yaml': calendarSchema,
  rule: ruleSchema,
  check: checkSchema,
} as const;

export type RuleFile = z.output<typeof ruleSchema>;
export type CheckFile = z.output<typeof checkSchema>;
