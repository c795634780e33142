/** Random operations that ask for agencies' sections of the persons of a city: the same ones every time. */
import fc from 'fast-check';
import { createSchema } from '../../schema/index.ts';
import { AGENCIES, SECTION_OF } from '../../src/kernel/agency.ts';
import { OperationKit, type Rendered, renderer, type Words } from '../../tests/permissions/random/random-operations.ts';

/** The agencies' fields of a person. */
export const SECTION_FIELDS: readonly string[] = AGENCIES.map((agency) => SECTION_OF[agency].field);

/** A field with a selection of its own, in a text. */
const OPENED = /(\w+)(?:\([^)]*\))?[^{}\w]*\{/g;

const asksSection = (text: string): boolean =>
  [...text.matchAll(OPENED)].some(([, name = '']) => SECTION_FIELDS.includes(name));

/** `households` are reached one by one, by most of the questions; `words` are values for arguments, by type. */
export function randomQuestions(households: readonly string[], words: Words) {
  const schema = createSchema();
  const kit = new OperationKit(schema, words);
  const render = renderer(schema);
  const anywhere = (kind: 'query' | 'mutation'): fc.Arbitrary<Rendered> =>
    kit
      .operation(kind)
      .map(render)
      // Who reads the log finds what was logged of the question before.
      .filter(({ text }) => asksSection(text) && !/\bdisclosures\b/.test(text));
  const reaching = fc
    .tuple(fc.constantFrom(...households), fc.constantFrom(...SECTION_FIELDS))
    .chain(([id, field]) =>
      kit.reaching(
        [
          { of: 'Query', name: 'household', given: { id } },
          { of: 'Household', name: 'members' },
          { of: 'HouseholdMember', name: 'person' },
        ],
        { type: 'Person', field },
      ),
    )
    .map(render);
  return {
    /** Queries: of these, `reached` begin at a household of the city. */
    queries: (reached: number, others: number): readonly Rendered[] => [
      ...fc.sample(reaching, { numRuns: reached, seed: 7 }),
      ...fc.sample(anywhere('query'), { numRuns: others, seed: 6 }),
    ],
    mutations: (runs: number): readonly Rendered[] => fc.sample(anywhere('mutation'), { numRuns: runs, seed: 8 }),
  };
}
