/** How often families are reviewed 分类动态管理 (S2 三(二)4), as data of the policy pack. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ASSISTANCE_CLASS } from '../../kernel/code-lists.ts';
import { WanjiaError } from '../../kernel/errors.ts';

const classes = [...ASSISTANCE_CLASS.codes] as [string, ...string[]];

/** reviews.yaml */
export const cadenceFile = z.strictObject({
  source: z.string().min(1),
  cadences: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z_]+$/, 'capitals and underscores'),
        name: z.string().min(1),
        classes: z.array(z.enum(classes)).min(1),
        /** 1 stable, 2 not; absent: either. */
        incomeStability: z.enum(['1', '2']).optional(),
        /** Whether a member can work; absent: either. */
        ableBodied: z.boolean().optional(),
        everyMonths: z.int().positive(),
      }),
    )
    .min(1),
  dueAheadDays: z.int().nonnegative(),
  spotCheckDays: z.int().positive(),
});

export type ReviewRules = z.output<typeof cadenceFile>;
export type Cadence = ReviewRules['cadences'][number];

/** The review rules of a pack; throws PACK_INVALID with every problem's place. */
export async function loadReviewRules(root: string, pack: string): Promise<ReviewRules> {
  const file = `${pack}/reviews.yaml`;
  const parsed = cadenceFile.safeParse(parse(await readFile(join(root, file), 'utf8')));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const detail = issues.map(({ path, message }) => `${file} ${path.join('.')}: ${message}`).join('\n');
  throw new WanjiaError('PACK_INVALID', { count: issues.length, detail });
}
