/** Random conditions in the rule language, over everything the catalogue has. */
import fc from 'fast-check';
import { CATALOGUE } from '../../src/modules/discovery/index.ts';

type Text = fc.Arbitrary<string>;

const CODES: Readonly<Record<string, readonly string[]>> = {
  registeredClass: ['TK', 'DB', 'QT', ''],
  kind: ['ROLL', 'ASSISTANCE'],
  streetCode: ['310105001'],
  sex: ['1', '2', ''],
  relationshipToHead: ['99', '01'],
  workCapacity: ['1', '3', ''],
  selfCare: [''],
  diedOn: ['', '2026-10-31'],
  lastPaidMonth: ['', '2026-10'],
  certificateCategory: ['4', '5', ''],
  certificateLevel: ['1', '3', ''],
  leftSchoolStatus: ['2', '3', ''],
  hardshipLevel: ['1', '2', ''],
  tenure: ['2', ''],
  incomeStability: ['2', ''],
  term: ['2026-2027-1'],
  month: ['2026-10'],
};
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  hasPayment: ["'CJH', 1, 0", "'DBJ', 3, 2"],
  isEnrolledIn: ["['21', '31']"],
  hasPaidContribution: ['2, 0', '29, 3'],
  paidContributionMonths: ['29, 3', '5, 0'],
  largestInpatientBill: ['30', '365'],
  hasNewDisease: ['30', 'R03_DAYS'],
  hasDisease: ["'M00500', 'M01600'"].map((codes) => `[${codes}]`),
  hasNewCertificate: ['30', '365'],
  hasService: ["['1', '4'], 365", "['4'], 30"],
  hasDied: ['30', '365'],
  paidProgrammes: ['1, 0'],
  hasDuplicatePayment: ["['CJH', 'DBJ'], 3, 0"],
  hasUnpaidPayment: ['3, 1', '0, 0'],
  hasLeftRecognition: ['30', '365'],
  isUnemployedFor: ['0', '30'],
  isNewlyUnemployed: ['30', '365'],
  contributionBase: ['0', '2'],
  hadCareWithin: ['30', '365'],
  hasOpenClue: ["['CUSTODY', 'ELDER_FILE']"],
  hasClueSince: ["['CUSTODY'], 1", "['ELDER_FILE'], 12"],
  hasClueWithin: ["['FIRE', 'CARE_SERVICE'], 30"],
  hasClueOfAtLeast: ["['DAILY_LIVING'], 4"],
  daysPastReview: ['12', 'REVIEW_MONTHS_MARGIN'],
};
const CONDITIONS = [
  'isOfWorkingAge()',
  'isSeverelyDisabled()',
  'isAbleToWork()',
  'isLostBreadwinner()',
  'isWorseOff()',
];
const OF_HOUSEHOLD = ['household.isRegistered()', 'household.hardships() >= 3', 'household.isWithoutHeadCouple()'];
const COMPARISON = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const AMOUNTS = ['yuan(0)', 'yuan(20000)', 'PCDI', 'R01_FLOOR', '0.5 * PCDI', 'DIBAO * 12', 'RIGID_RATIO * PCDI'];

interface Term {
  readonly text: string;
  readonly type: string;
  readonly name: string;
}

function termsOf(
  subject: string,
  facts: Iterable<{ readonly name: string; readonly type: string; readonly arguments?: readonly unknown[] }>,
): readonly Term[] {
  return [...facts].flatMap(({ name, type, arguments: parameters }) =>
    (parameters === undefined ? [''] : (ARGUMENTS[name] ?? []).map((args) => `(${args})`)).map((args) => ({
      text: `${subject}.${name}${args}`,
      type,
      name,
    })),
  );
}

const memberTerms = (variable: string): readonly Term[] => termsOf(variable, CATALOGUE.member.values());
const householdTerms = termsOf('household', CATALOGUE.household.values());
const calendarTerms: readonly Term[] = [...CATALOGUE.calendar.values()].map(({ name, type }) => ({
  text: `calendar.${name}`,
  type,
  name,
}));

/** A condition on one fact. */
function tested({ text, type, name }: Term): Text {
  const codes = CODES[name] ?? [''];
  switch (type) {
    case 'bool':
      return fc.constant(text);
    case 'int':
      return fc
        .tuple(COMPARISON, fc.constantFrom('0', '6', '16', '18', '24', '30', 'WORKING_AGE_MAX'))
        .map(([op, value]) => `${text} ${op} ${value}`);
    case 'Money':
      return fc.tuple(COMPARISON, fc.constantFrom(...AMOUNTS)).map(([op, value]) => `${text} ${op} ${value}`);
    default:
      return fc.oneof(
        fc.tuple(fc.constantFrom('==', '!='), fc.constantFrom(...codes)).map(([op, code]) => `${text} ${op} '${code}'`),
        fc.constant(`${text} in [${codes.map((code) => `'${code}'`).join(', ')}]`),
      );
  }
}

function leaf(variables: readonly string[]): Text {
  const terms = [...householdTerms, ...calendarTerms, ...variables.flatMap(memberTerms)];
  const asked = fc.constantFrom(...terms).chain(tested);
  const present = fc.constantFrom(...terms.filter(({ text }) => !text.endsWith(')'))).map(({ text }) => `has(${text})`);
  const named =
    variables.length === 0 ? [] : [fc.constantFrom(...variables.flatMap((v) => CONDITIONS.map((c) => `${v}.${c}`)))];
  return fc.oneof({ weight: 5, arbitrary: asked }, present, fc.constantFrom(...OF_HOUSEHOLD), ...named);
}

function range(depth: number, variables: readonly string[], variable: string): Text {
  const list = fc.constantFrom('household.members', 'household.members', 'household.dead', 'household.people');
  const filtered = fc
    .tuple(list, condition(depth - 1, [...variables, variable]))
    .map(([of, test]) => `${of}.filter(${variable}, ${test})`);
  return fc.oneof({ weight: 2, arbitrary: list }, filtered);
}

function overPersons(depth: number, variables: readonly string[]): Text {
  const variable = `v${variables.length}`;
  const inner = [...variables, variable];
  const quantified = fc
    .tuple(range(depth, variables, variable), fc.constantFrom('exists', 'all'), condition(depth - 1, inner))
    .map(([of, macro, test]) => `${of}.${macro}(${variable}, ${test})`);
  const counted = fc
    .tuple(range(depth, variables, variable), COMPARISON, fc.constantFrom('0', '1', '2'))
    .map(([of, op, count]) => `${of}.size() ${op} ${count}`);
  const summed = fc
    .tuple(
      range(depth, variables, variable),
      fc.constantFrom('outOfPocket12Months', 'annualIncome', 'largestInpatientBill(30)'),
      COMPARISON,
      fc.constantFrom(...AMOUNTS, 'household.annualIncome'),
    )
    .map(([of, fact, op, amount]) => `${of}.map(${variable}, ${variable}.${fact}).sum() ${op} ${amount}`);
  const extreme = fc
    .tuple(fc.constantFrom('max', 'min'), fc.constantFrom(...AMOUNTS), COMPARISON, fc.constantFrom(...AMOUNTS))
    .map(([fold, a, op, b]) => `${fold}(${a}, household.annualIncome) ${op} ${b}`);
  return fc.oneof({ weight: 3, arbitrary: quantified }, counted, summed, extreme);
}

/** A condition of at most this depth over the members named. */
export function condition(depth: number, variables: readonly string[] = []): Text {
  if (depth <= 0) return leaf(variables);
  const part = fc.constant(null).chain(() => condition(depth - 1, variables));
  return fc.oneof(
    leaf(variables),
    fc.tuple(part, fc.constantFrom('&&', '||'), part).map(([a, op, b]) => `(${a} ${op} ${b})`),
    part.map((a) => `!(${a})`),
    fc.tuple(part, part, part).map(([test, a, b]) => `(${test} ? ${a} : ${b})`),
    fc.constant(null).chain(() => overPersons(depth, variables)),
  );
}
