/** Reads `roster.yaml` of a policy pack. */
import { z } from 'zod';
import { type Day, parseDay } from '../../../kernel/day.ts';
import { readPackFile, refusePack } from '../../discovery/index.ts';
import { createRoster, POST_ROLES, type Roster } from './roster.ts';

const day = z
  .string()
  .refine((text) => parseDay(text) === text, 'there is no such day')
  .transform((text) => text as Day);
const text = z.string().trim().min(1);

/** roster.yaml */
export const rosterFile = z.strictObject({
  source: text,
  posts: z.array(
    z
      .strictObject({
        division: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, 'a division code of 6, 9 or 12 digits, in quotes'),
        role: z.enum(POST_ROLES),
        holder: text,
        from: day,
        to: day.nullable().default(null),
        absences: z.array(z.strictObject({ from: day, to: day, standIn: text.nullable().default(null) })).default([]),
      })
      .refine(({ from, to }) => to === null || from < to, 'a post ends after it begins'),
  ),
});

/** The roster of a pack in force for `division`; throws PACK_INVALID with every problem's place. */
export async function loadRoster(root: string, pack: string, division: string): Promise<Roster> {
  const file = await readPackFile(root, `${pack}/roster.yaml`, rosterFile);
  const { posts } = file.value;
  const problems = posts.flatMap((post, index) =>
    post.division.startsWith(division)
      ? []
      : [file.problemAt(['posts', index, 'division'], `${post.division} lies outside ${division}`)],
  );
  if (!posts.some((post) => post.division === division && post.to === null))
    problems.push(
      file.problemAt(['posts'], `none that stays open answers for ${division}: an alert could be nobody's`),
    );
  if (problems.length > 0) refusePack(problems);
  return createRoster(posts, division);
}
