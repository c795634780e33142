/**
 * Six rules of the packs as json-rules-engine has them, over the same facts: each condition asks one person and the
 * household's class, and a household is found when one of its members is. The facts are worked out beforehand.
 */
import { createRequire } from 'node:module';
import type { Day } from '../src/kernel/day.ts';
import { CATALOGUE } from '../src/modules/discovery/index.ts';
import type { ProfileOnDay } from '../src/modules/household/index.ts';
import { ensurePackages } from './packages.ts';

type Facts = Readonly<Record<string, unknown>>;

interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

interface Engine {
  addRule(rule: {
    readonly conditions: { readonly all: readonly (Condition | { readonly any: readonly Condition[] })[] };
    readonly event: { readonly type: string };
  }): Engine;
  run(facts: Facts): Promise<{ readonly events: readonly { readonly type: string }[] }>;
}

interface EngineModule {
  readonly Engine: new (rules: readonly never[], options: { readonly allowUndefinedFacts: boolean }) => Engine;
}

function loadEngine(): EngineModule {
  ensurePackages();
  return createRequire(import.meta.url)('json-rules-engine') as EngineModule;
}

const is = (fact: string, value: unknown): Condition => ({ fact, operator: 'equal', value });
const isIn = (fact: string, value: readonly string[]): Condition => ({ fact, operator: 'in', value });
const isNotIn = (fact: string, value: readonly string[]): Condition => ({ fact, operator: 'notIn', value });
const least = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThanInclusive', value });
const most = (fact: string, value: number): Condition => ({ fact, operator: 'lessThanInclusive', value });

/** 重残: levels 1 and 2, and level 3 of categories 5 and 6. */
const SEVERE = { any: [isIn('certificateLevel', ['1', '2']), is('isSevereByMind', true)] };

const RULES = {
  R04: [SEVERE, is('hasCareSubsidy', false)],
  R05: [
    ...[isNotIn('registeredClass', ['DB', 'TK']), SEVERE, least('age', 18)],
    ...[is('hasPension', false), is('hasPaidLately', false)],
  ],
  R11: [
    ...[is('isEnrolled', false), is('hasPaidLately', false), least('age', 16), most('age', 59)],
    ...[least('paidMonthsBefore', 24), is('isUnemploymentBenefitPaid', false)],
  ],
  R13: [isIn('registeredClass', ['TK', 'DB', 'BY']), is('isInsuredThisYear', false)],
  R15a: [isNotIn('registeredClass', ['TK', 'DB', 'BY', 'GX', 'DS']), isIn('hardshipLevel', ['1', '2'])],
  R15b: [
    ...[is('isEnrolled', false), least('age', 6), most('age', 15)],
    { any: [isNotIn('leftSchoolStatus', ['2', '4']), least('daysSinceLeftSchool', 30)] },
  ],
} as const;

/** The rules of the packs that are compared. */
export const COMPARED: readonly string[] = Object.keys(RULES);

/** The facts of a household's members, as numbers, texts and truths. */
function factsOf({ document, day }: ProfileOnDay): readonly Facts[] {
  const ofHousehold = CATALOGUE.household.get('registeredClass');
  const at = { day, isCurrent: () => true, clues: [] };
  const registeredClass = ofHousehold?.value(document, at, []);
  return (CATALOGUE.lists.get('members')?.value(document, day) ?? []).map((member) => {
    const fact = (name: string, ...args: (string | number)[]): unknown => {
      const value = CATALOGUE.member.get(name)?.value(member, day as Day, args, []);
      return typeof value === 'bigint' ? Number(value) : value;
    };
    const [level, category] = [fact('certificateLevel'), fact('certificateCategory')];
    return {
      ...{ registeredClass, age: fact('age'), certificateLevel: level },
      isSevereByMind: level === '3' && (category === '5' || category === '6'),
      hasCareSubsidy: fact('hasPayment', 'CJH', 1, 0),
      hasPension: fact('hasPension'),
      hasPaidLately: fact('hasPaidContribution', 2, 0),
      isEnrolled: fact('isEnrolled'),
      paidMonthsBefore: fact('paidContributionMonths', 29, 3),
      isUnemploymentBenefitPaid: fact('isUnemploymentBenefitPaid'),
      isInsuredThisYear: fact('isInsuredThisYear'),
      hardshipLevel: fact('hardshipLevel'),
      leftSchoolStatus: fact('leftSchoolStatus'),
      daysSinceLeftSchool: fact('daysSinceLeftSchool'),
    };
  });
}

/** Seconds that the engine takes for some households, and how many each rule finds. */
export interface PeerFigures {
  readonly seconds: number;
  readonly found: ReadonlyMap<string, number>;
}

/** A run over some households, their facts worked out once. */
export function createPeer(profiles: readonly ProfileOnDay[]): () => Promise<PeerFigures> {
  const engine = new (loadEngine().Engine)([], { allowUndefinedFacts: true });
  for (const [type, all] of Object.entries(RULES)) engine.addRule({ conditions: { all }, event: { type } });
  const households = profiles.map(factsOf);
  return async () => {
    const found = new Map(COMPARED.map((id) => [id, 0]));
    const began = performance.now();
    for (const members of households) {
      const fired = new Set<string>();
      for (const facts of members) for (const { type } of (await engine.run(facts)).events) fired.add(type);
      for (const id of fired) found.set(id, (found.get(id) ?? 0) + 1);
    }
    return { seconds: (performance.now() - began) / 1000, found };
  };
}
