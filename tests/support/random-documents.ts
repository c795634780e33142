/** Random household documents whose values lie on and around the edges that rules look at. */
import fc from 'fast-check';
import { addDays, addMonths, type Day } from '../../src/kernel/day.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import type { Clue, ClueKind } from '../../src/modules/discovery/index.ts';
import type { HouseholdDocument, Member, PersonDocument, Recognition } from '../../src/modules/household/index.ts';
import {
  aid,
  certificate,
  chronic,
  clue,
  contributions,
  DAY,
  exit,
  fen,
  hardship,
  household,
  insured,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
  SOURCE,
  schooling,
  service,
  unemployment,
} from './documents.ts';

const few = <T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> => fc.array(item, { maxLength });
const near = (day: Day): fc.Arbitrary<Day> => fc.integer({ min: -3, max: 3 }).map((days) => addDays(day, days));
const birthDate: fc.Arbitrary<Day | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.integer({ min: -1, max: 75 }).chain((years) => near(addMonths(DAY, -12 * years))) },
  { weight: 1, arbitrary: fc.constant('2008-02-29' as Day) },
);
const recentDay = fc.oneof(near(DAY), near(addMonths(DAY, -1)), near(addMonths(DAY, -12)), near(addDays(DAY, -30)));
const maybe = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(item, { freq: 3 });
const status = fc.constantFrom('1', '1', '2');
const yuan = fc.oneof(
  fc.integer({ min: -5, max: 60_000 }),
  fc.constantFrom(19_999.99, 20_000, 42_417, 84_834, 169_668),
);

const hospital = fc.record({
  ...{ amount: yuan, day: recentDay, second: fc.constantFrom('00:00:00', '23:59:59') },
  ...{ id: fc.constantFrom('S', 'T'), of: fc.constantFrom('S', 'T', null), type: fc.constantFrom('11', '21') },
});
const bill = hospital.map((b) => ({
  settlementId: b.id,
  type: b.type,
  settledAt: `${b.day} ${b.second}` as LocalTime,
  total: fen(b.amount),
  fundPaid: fen(0),
  selfPaid: fen(b.amount),
  refund: b.amount < 0,
  refundOf: b.amount < 0 ? b.of : null,
  source: SOURCE,
}));

const contribution = fc.oneof(
  fc.constantFrom<readonly [number, number]>([29, 3], [26, 3], [25, 3], [29, 0], [2, 2], [7, 5]),
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constant(0)).map(([from]) => [from, from] as const),
);

const personParts: fc.Arbitrary<Partial<PersonDocument>> = fc.record(
  {
    birthDate,
    sex: fc.constantFrom('1', '2', null),
    payments: few(
      fc
        .tuple(fc.constantFrom('CJH', 'DBJ'), fc.integer({ min: -2, max: 4 }))
        .chain(([code, back]) => maybe(recentDay).map((paidOn) => ({ ...payment(code, monthsBack(back)), paidOn }))),
    ),
    deaths: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      few(
        recentDay.map((diedOn) => ({ diedOn, source: SOURCE })),
        2,
      ),
    ),
    insurance: few(
      fc.tuple(fc.constantFrom(2025, 2026), status).map(([year, state]) => insured(year, state)),
      2,
    ),
    settlements: few(bill),
    schooling: few(
      fc
        .record({
          stage: fc.constantFrom('10', '21', '31', '34'),
          status: fc.constantFrom('1', '2', '3', '4'),
          statusDate: maybe(recentDay),
          at: fc.integer({ min: 10, max: 27 }),
        })
        .map(({ stage, at, ...parts }) =>
          schooling(stage, { ...parts, source: { ...SOURCE, at: `2026-10-${at} 09:00:00` as LocalTime } }),
        ),
      2,
    ),
    chronic: few(
      fc
        .tuple(fc.constantFrom('M00500', 'M01600', 'm01600'), recentDay, maybe(recentDay))
        .map(([code, from, to]) => chronic(code, from, to)),
      2,
    ),
    services: few(
      fc.tuple(fc.constantFrom('1', '4'), recentDay).map(([item, day]) => service(item, day)),
      2,
    ),
    hardship: few(
      fc
        .tuple(fc.constantFrom('0', '1', '2', '3'), fc.constantFrom('2026-2027', '2025-2026'))
        .map(([level, year]) => hardship(level, year)),
      2,
    ),
    exits: few(recentDay.map(exit), 1),
    aid: few(fc.constantFrom('2026-2027-1', '2025-2026-2').map(aid), 1),
    contributions: few(
      fc
        .tuple(contribution, status, maybe(yuan))
        .map(([[from, to], state, base]) =>
          contributions(from, to, { status: state, base: base === null ? null : fen(base) }),
        ),
      2,
    ).map((groups) => groups.flat()),
    unemployment: few(
      fc
        .record({
          registeredOn: recentDay,
          benefitFrom: maybe(recentDay),
          benefitTo: maybe(recentDay),
          status,
          amount: maybe(yuan),
        })
        .map(({ amount, ...parts }) =>
          unemployment({ ...parts, benefitMonthly: amount === null ? null : fen(amount) }),
        ),
      2,
    ),
    pensions: few(
      fc.tuple(yuan, status).map(([amount, state]) => pension(amount, state)),
      1,
    ),
    certificates: few(
      fc
        .tuple(
          fc.constantFrom('4', '5', '6', '7'),
          fc.constantFrom('1', '2', '3', '4'),
          recentDay,
          maybe(recentDay),
          status,
        )
        .map(([category, level, issuedOn, expiresOn, state]) =>
          certificate(category, level, { issuedOn, expiresOn, status: state }),
        ),
      2,
    ),
  },
  { requiredKeys: [] },
);

const place: fc.Arbitrary<Partial<Member>> = fc.record({
  relationshipToHead: fc.constantFrom('99', '01', '10', '20', '40'),
  workCapacity: fc.constantFrom(null, '1', '2', '3'),
  notCounted: fc.constantFrom(null, null, null, 'NOT_CO_LIVING' as const),
  home: fc.constantFrom(true, true, false),
});

const held: fc.Arbitrary<Recognition | null> = maybe(
  fc
    .record({
      code: fc.constantFrom('TK', 'DB', 'BY', 'GX', 'DS', 'QT'),
      validUntil: maybe(near(DAY)),
      income: maybe(yuan),
      assets: maybe(yuan),
      tenure: fc.constantFrom(null, '1', '2'),
      floorArea: maybe(fc.constantFrom(14.9, 15, 44.99, 60)),
      incomeStability: fc.constantFrom(null, '1', '2'),
      lastReviewedOn: maybe(recentDay),
      recognisedOn: recentDay,
    })
    .map(({ code, income, assets, ...parts }) =>
      recognition(code, {
        ...parts,
        annualIncome: income === null ? null : fen(income),
        assets: assets === null ? null : fen(assets),
      }),
    ),
);

/** Clues about the persons of some households, the households themselves (by their place, from one) and their street. */
export function randomClues(documents: readonly HouseholdDocument[]): fc.Arbitrary<readonly Clue[]> {
  const people = documents.flatMap(({ members }) => members.map((listed) => listed.person.id));
  const about = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...people).map((personId) => ({ personId })) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: documents.length }).map((householdId) => ({ householdId })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('310105001', '310105001001', '310105002').map((areaCode) => ({ areaCode })),
    },
  );
  const parts = fc.record({
    ...{ endedOn: maybe(recentDay), recordedOn: recentDay, withdrawnOn: maybe(recentDay) },
    value: fc.constantFrom(null, 3, 4),
  });
  const kind = fc.constantFrom<ClueKind>(
    'CUSTODY',
    'ELDER_FILE',
    'FIRE',
    'CARE_SERVICE',
    'DAILY_LIVING',
    'UNATTENDED_CHILD',
  );
  return fc.array(
    fc.tuple(kind, recentDay, about, parts).map(([code, day, whom, rest]) => clue(code, day, { ...rest, ...whom })),
    { minLength: 20, maxLength: 60 },
  );
}

/** Ids of persons follow the order in which households are made. */
export const randomHousehold: fc.Arbitrary<HouseholdDocument> = fc
  .tuple(few(fc.tuple(personParts, place), 4), held)
  .map(([people, recognised]) =>
    household(
      people.map(([parts, where]) => member(parts, where)),
      { recognition: recognised },
    ),
  );
