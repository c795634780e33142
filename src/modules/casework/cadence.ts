/** How often families are reviewed 分类动态管理 (S2 三(二)4), as data of the policy pack. */
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import {
  type Expression,
  numberOn,
  type Pack,
  type PackProblem,
  readExpression,
  readPackFile,
  refusePack,
} from '../discovery/index.ts';

const text = z.string().trim().min(1);

/** reviews.yaml */
export const cadenceFile = z.strictObject({
  source: text,
  cadences: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z_]+$/, 'capitals and underscores'),
        name: text,
        when: text.describe('CEL over `household`: whom it is for; the first that holds counts'),
        every: text.describe('id of a parameter in months'),
        checks: z.array(text).default([]).describe('what the review is to look at; none: all that the class rests on'),
      }),
    )
    .min(1),
});

export interface Cadence {
  readonly id: string;
  readonly name: string;
  readonly when: Expression;
  /** Id of a parameter in months. */
  readonly every: string;
  /** What the review is to look at; none: all that the class rests on. */
  readonly checks: readonly string[];
}

/** The cadences of a pack, with the figures they rest on. */
export interface ReviewRules extends Pick<Pack, 'language' | 'parameters'> {
  readonly cadences: readonly Cadence[];
}

/** The review rules of a pack; throws PACK_INVALID with every problem's place. */
export async function loadReviewRules(root: string, pack: Pack): Promise<ReviewRules> {
  const file = await readPackFile(root, `${pack.name}/reviews.yaml`, cadenceFile);
  const problems: PackProblem[] = [];
  const cadences = file.value.cadences.flatMap(({ when: source, ...cadence }, index): Cadence[] => {
    const at = ['cadences', index];
    const asked = { file, path: [...at, 'when'], source, scope: 'household', types: ['bool'] } as const;
    const when = readExpression(asked, pack.language, problems);
    const unit = pack.parameters.get(cadence.every)?.unit;
    if (unit !== 'months')
      problems.push(file.problemAt([...at, 'every'], `there is no parameter '${cadence.every}' in months`));
    return when === null ? [] : [{ ...cadence, when }];
  });
  if (problems.length > 0) refusePack(problems);
  return { cadences, language: pack.language, parameters: pack.parameters };
}

/** How many days ahead a review is announced: as many as rule R24 tells of it. */
export function announcedAhead({ parameters }: ReviewRules, day: Day): number {
  return numberOn(parameters, 'R24_DAYS_AHEAD', day);
}

/** 不定期抽查: a drawn family is visited within so many days. */
export function spotCheckDays({ parameters }: ReviewRules, day: Day): number {
  return numberOn(parameters, 'SPOT_CHECK_DAYS', day);
}
