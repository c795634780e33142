/**
 * What every rule is tried with, and that nothing of it is lacking: a hit; a household on either side of every
 * threshold; every code and condition that decides, whether it suppresses or says that help is given; every input out of
 * date and every value missing; another jurisdiction; a household elsewhere. A correction: corrections.test.ts. That SQL
 * says the same of every case: rules-sql.test.ts.
 */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import { asDay } from '../../src/kernel/day.ts';
import { explain } from '../../src/modules/discovery/explanation/explain.ts';
import type { Condition } from '../../src/modules/discovery/expression/language.ts';
import { HouseholdSubject } from '../../src/modules/discovery/expression/subjects.ts';
import {
  CATALOGUE,
  evaluateRule,
  feedCheck,
  feedsAsOf,
  loadPack,
  parameterValuesOn,
  type Rule,
} from '../../src/modules/discovery/index.ts';
import { writeClues } from '../support/clues.ts';
import { openTestDatabase } from '../support/database.ts';
import { DAY } from '../support/documents.ts';
import { writeHouseholds } from '../support/fact-rows.ts';
import { feedsOn } from '../support/feeds.ts';
import { foundInSql } from '../support/found.ts';
import { RULE_CASES } from './cases/index.ts';
import { NO_CASE } from './cases/no-case.ts';
import { changedConditions, factsAsked, factsAskedFor, type Mutant, mutantsOf } from './mutants.ts';
import type { RuleCase } from './rule-case.ts';

const pack = await loadPack('packs', 'shanghai/changning');
const db = await openTestDatabase();
const parameters = parameterValuesOn(pack.parameters, DAY);
const { conditions } = parse(await readFile('packs/national/conditions.yaml', 'utf8')) as {
  readonly conditions: readonly (Omit<Condition, 'of'> & { readonly of?: 'household' })[];
};
const definitions = conditions.map((one): Condition => ({ ...one, of: one.of ?? 'member' }));
const casesOf = (id: string): readonly RuleCase[] => RULE_CASES.filter(({ rule }) => rule === id);

function wordOf(rule: Rule, { document, day, stale, clues }: RuleCase, values = parameters): string {
  const { result, severity } = evaluateRule(rule, { document, day, feeds: feedsOn(day, stale), clues }, values);
  return severity ?? result;
}
const wordsOf = (rule: Rule, values = parameters): string =>
  casesOf(rule.id)
    .map((entry) => wordOf(rule, entry, values))
    .join();

const WORDS = new Map(pack.rules.map((rule) => [rule.id, wordsOf(rule)]));
const isNoticed = ({ rule, parameters: values }: Mutant): boolean => wordsOf(rule, values) !== WORDS.get(rule.id);
/** What lacks a case is what the written reasons name, no more and no less. */
const expectNoneBut = (lacking: readonly string[], place: string): void =>
  expect({ place, lacking }).toEqual({ place, lacking: Object.keys(NO_CASE[place] ?? {}) });

const isAskedFor = (rule: Rule, name: string): boolean => factsAskedFor(rule, pack.language).includes(name);
/** Whether a household's fact is missing in a case that is decided all the same. */
const lacks =
  (name: string) =>
  ({ document, day, stale, clues, says }: RuleCase): boolean =>
    says !== 'unknown' &&
    new HouseholdSubject({ document, day, clues, isCurrent: feedCheck(feedsOn(day, stale)) }, {}).fact(name, []) ===
      undefined;

const MUTANTS = pack.rules.map((rule) => [rule.id, mutantsOf(rule, pack, parameters)] as const);
const RULES = pack.rules.map((rule) => [rule.id, rule] as const);

describe('the cases of every rule', () => {
  it.each(MUTANTS)('%s notice every threshold moved by a step, every code and condition left out', (id, mutants) => {
    expectNoneBut(
      mutants.filter((mutant) => !isNoticed(mutant)).map(({ change }) => change),
      id,
    );
  });

  it('notice the same in every named condition', () => {
    const unnoticed = changedConditions(pack, definitions, parameters).filter(
      ({ mutants }) => !mutants.some(isNoticed),
    );
    expectNoneBut(
      unnoticed.map(({ change }) => change),
      'conditions',
    );
  });

  it.each(RULES)('%s have every value that may be missing, missing', (id, rule) => {
    const missing = casesOf(id)
      .filter((entry) => entry.stale.length === 0 && entry.says === 'unknown')
      .flatMap(({ document, day, clues }) =>
        explain({ rule, document, day, clues, feeds: feedsOn(day), pack, parameters })
          .missing(() => true)
          .map(({ text }) => text),
      );
    const without = (name: string): boolean =>
      missing.some((text) => text.includes(name)) || (isAskedFor(rule, name) && casesOf(id).some(lacks(name)));
    const lacking = factsAsked(rule, pack.language)
      .filter((name) => (CATALOGUE.member.get(name) ?? CATALOGUE.household.get(name))?.mayBeUnknown)
      .filter((name) => !without(name));
    expectNoneBut(lacking, `${id} values`);
  });
});

describe('a hit of every rule', () => {
  const hits = pack.rules.map((rule) => {
    const hit = casesOf(rule.id).find((entry) => entry.day === DAY && !['none', 'unknown'].includes(entry.says));
    if (hit === undefined) throw new Error(`${rule.id} has no hit`);
    return hit;
  });
  /** A hit told of by an area or another's household would reach every household: those are numbered as they lie. */
  const told = hits.flatMap(({ clues }, index) =>
    clues.map((clue) => (clue.householdId === null ? clue : { ...clue, householdId: index + 1 })),
  );
  const elsewhere = hits.map(({ document }) => ({ ...document, streetCode: '371002001', committeeCode: null }));
  const inSql = (stale: readonly RecordType[]) => {
    const feeds = feedsOn(DAY, stale);
    const judgement = {
      ...{ day: DAY, isCurrent: feedCheck(feeds), asOf: (types: readonly RecordType[]) => feedsAsOf(feeds, types) },
      ...{ language: pack.language, parameters, division: pack.division, reach: 'all' as const },
    };
    return foundInSql(db, pack.rules, { judgement, households: 2 * hits.length });
  };

  beforeAll(async () => {
    await writeHouseholds(db, [...hits.map(({ document }) => document), ...elsewhere], asDay('2020-01-01'));
    await writeClues(db, told);
  });

  it.each(RECORD_TYPES)(
    'is the same in SQL and in process while %s is out of date, and never guessed',
    async (type) => {
      const found = await inSql([type]);
      for (const [place, rule] of pack.rules.entries()) {
        const clues = told.filter(({ householdId }) => householdId === null || householdId === place + 1);
        const hit = { ...hits[place], clues, stale: [type] } as RuleCase;
        const { result } = evaluateRule(
          rule,
          { document: hit.document, day: DAY, feeds: feedsOn(DAY, [type]), clues },
          parameters,
        );
        expect({ rule: rule.id, ...found[place]?.[place] }).toMatchObject({ rule: rule.id, result });
      }
    },
  );

  it.each(RULES)('%s heeds every input of the rule being out of date in some case', (id, rule) => {
    const found = casesOf(id).filter(({ says }) => !['none', 'unknown'].includes(says));
    // Where the rule asks with has(…) whether something is known, another word will do.
    const asks = factsAskedFor(rule, pack.language).length > 0;
    const isHeeded = (entry: RuleCase, type: RecordType): boolean => {
      const word = wordOf(rule, { ...entry, stale: [type] });
      return word === 'UNKNOWN' || (asks && word !== wordOf(rule, entry));
    };
    const lacking = rule.feeds.filter((type) => !found.some((entry) => isHeeded(entry, type)));
    expectNoneBut(lacking, `${id} feeds`);
  });

  it('is none of a household that lies elsewhere', async () => {
    const found = await inSql([]);
    const words = found.map((rule, place) => [rule[place], rule[hits.length + place]]);
    for (const [here, there] of words) expect([here, there]).toMatchObject([{ result: 'HIT' }, { result: 'NONE' }]);
  });
});

describe('another jurisdiction', () => {
  it.each(['weihai', 'shanghai/qingpu', 'shanghai/pudong'])(
    '%s judges otherwise where its figures are others',
    async (name) => {
      const other = await loadPack('packs', name);
      const values = parameterValuesOn(other.parameters, DAY);
      const differs = (id: string): boolean => String(values.get(id)) !== String(parameters.get(id));
      for (const rule of other.rules) {
        const local = rule.parameters.filter(differs);
        const lacking = wordsOf(rule, values) === WORDS.get(rule.id) ? local : [];
        expectNoneBut(lacking, `${rule.id} in ${name}`);
        if (local.length === 0)
          expect({ rule: rule.id, words: wordsOf(rule, values) }).toEqual({ rule: rule.id, words: WORDS.get(rule.id) });
      }
    },
  );
});
