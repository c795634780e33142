/** Rules looked at before they are released, and looked into: drafts tried on a day's households, words explained. */
import type { Day } from '../../../kernel/day.ts';
import type { Database, Queryable } from '../../../platform/database/database.ts';
import {
  dayAsked,
  type FeedStates,
  type HouseholdReader,
  type ProfileOnDay,
  patternsOf,
  type RowScope,
} from '../../household/index.ts';
import { readHubDays } from '../../ingestion/index.ts';
import { createRuleBook } from '../book/book.ts';
import { judgementOf, judgingOn, versionIn } from '../book/versions.ts';
import { listClues } from '../clue/clue.store.ts';
import { feedCheck } from '../evaluation.ts';
import { type Explanation, explain } from '../explanation/explain.ts';
import { factsOf, type NamedFact } from '../pack/dependencies.ts';
import type { Pack } from '../pack/pack.ts';
import { parameterValuesOn } from '../pack/parameters.ts';
import type { Rule } from '../rule.ts';
import type { Judgement } from '../sql/judgement.ts';
import type { ParameterValue } from '../sql/statement.ts';
import { type DraftedRule, type RuleDraft, readDraft } from './draft.ts';
import { type Compared, countTrial, sampleTrial, type TrialChange, type TrialCounts } from './trial.store.ts';

export interface TrialParts {
  readonly db: Database;
  readonly pack: Pack;
  readonly households: HouseholdReader;
  readonly feedsOn: (day: Day, db: Queryable) => Promise<FeedStates>;
}

/** A household the draft concerns, with what the draft says of it. */
export interface SampledHousehold {
  readonly profile: ProfileOnDay;
  readonly change: TrialChange;
  readonly explanation: Explanation;
}

export interface Trial extends TrialCounts {
  readonly day: Day;
  /** What the draft rests on: who may not read all of it may not try it. */
  readonly facts: readonly NamedFact[];
  sample(size: number): Promise<readonly SampledHousehold[]>;
}

export interface Trials {
  /** What a draft would change on a day, within the scope; writes nothing. BAD_USER_INPUT where the draft is wrong. */
  tryRule(draft: RuleDraft, day: Day | null, scope: RowScope): Promise<Trial>;
  /** Why a rule in force on the profile's day says what it says; null: no such rule. */
  explain(
    profile: ProfileOnDay,
    ruleId: string,
  ): Promise<{ readonly rule: Rule; readonly explanation: Explanation } | null>;
}

const MOST_SAMPLED = 50;

function comparedBy(
  pack: Pack,
  drafted: DraftedRule,
  input: RuleDraft,
  at: { readonly day: Day; readonly feeds: FeedStates; readonly scope: RowScope },
): Compared {
  const judgement = (parameters: ReadonlyMap<string, ParameterValue>): Judgement => ({
    day: at.day,
    isCurrent: feedCheck(at.feeds),
    asOf: () => null,
    language: pack.language,
    parameters,
    division: pack.division,
    reach: 'all',
  });
  const { draft, parameters } = drafted;
  const inForce = judgingOn(pack.rules, at.day).find(({ id }) => id === draft.id)?.versions ?? [];
  const values = parameterValuesOn(pack.parameters, at.day);
  return {
    present: inForce.map((version) => ({ rule: version.rule, judgement: judgementOf(version, judgement(values)) })),
    draft: { rule: draft, judgement: judgement(parameters) },
    scope: patternsOf(at.scope),
    streets: input.streets?.length ? input.streets : null,
  };
}

/** The draft as a rule of its own, so that it can be explained; its values come with the judgement. */
function asRule({ present, draft }: DraftedRule, template: Rule): Rule {
  return { ...(present ?? template), ...draft, severities: [], items: [], own: new Map() };
}

export function createTrials(parts: TrialParts): Trials {
  const { db, households, feedsOn } = parts;
  const book = createRuleBook(parts.pack);

  const explained = async (profile: ProfileOnDay, rule: Rule, parameters: ReadonlyMap<string, ParameterValue>) =>
    explain({
      ...{ rule, parameters, document: profile.document, day: profile.day, feeds: profile.feeds },
      clues: await listClues(db, profile.id, profile.document),
      pack: parts.pack,
    });

  return {
    async tryRule(input, asked, scope) {
      const day = dayAsked(await readHubDays(db), asked);
      const pack = await book.read(db);
      const drafted = readDraft(input, pack, day);
      const feeds = await feedsOn(day, db);
      const compared = comparedBy(pack, drafted, input, { day, scope, feeds });
      const [template] = pack.rules;
      return {
        ...(await countTrial(db, compared)),
        day,
        facts: factsOf(drafted.draft.expression, pack.language),
        async sample(size) {
          if (template === undefined) return [];
          const rows = await sampleTrial(db, compared, Math.max(0, Math.min(size, MOST_SAMPLED)));
          const profiles = await households.findMany(
            rows.map(({ householdId }) => householdId),
            day,
            scope,
          );
          const rule = asRule(drafted, template);
          const found: SampledHousehold[] = [];
          for (const { householdId, change } of rows) {
            const profile = profiles.get(householdId);
            if (profile === undefined) continue;
            found.push({
              profile,
              change,
              explanation: await explained({ ...profile, feeds }, rule, drafted.parameters),
            });
          }
          return found;
        },
      };
    },
    async explain(profile, ruleId) {
      const pack = await book.read(db);
      const street = profile.document.streetCode;
      const rule = versionIn(pack.rules, { id: ruleId, street, day: profile.day });
      if (rule === undefined) return null;
      const parameters = new Map([...parameterValuesOn(pack.parameters, profile.day), ...rule.own]);
      return { rule, explanation: await explained(profile, rule, parameters) };
    },
  };
}
