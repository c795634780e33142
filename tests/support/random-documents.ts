/** Random household documents whose values lie on and around the edges that rules look at. */
import fc from 'fast-check';
import { addDays, addMonths, type Day } from '../../src/kernel/day.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import type { HouseholdDocument, Member, PersonDocument, Recognition } from '../../src/modules/household/index.ts';
import {
  aid,
  certificate,
  contributions,
  DAY,
  fen,
  household,
  insured,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
  SOURCE,
  schooling,
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

const bill = fc.record({ amount: yuan, day: recentDay, second: fc.constantFrom('00:00:00', '23:59:59') }).map((b) => ({
  settlementId: 'S',
  type: '11',
  settledAt: `${b.day} ${b.second}` as LocalTime,
  total: fen(b.amount),
  fundPaid: fen(0),
  selfPaid: fen(b.amount),
  refund: b.amount < 0,
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
        .map(([code, back]) => payment(code, monthsBack(back))),
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
    })
    .map(({ code, validUntil, income }) =>
      recognition(code, { validUntil, annualIncome: income === null ? null : fen(income) }),
    ),
);

/** Ids of persons follow the order in which households are made. */
export const randomHousehold: fc.Arbitrary<HouseholdDocument> = fc
  .tuple(few(fc.tuple(personParts, place), 4), held)
  .map(([people, recognised]) =>
    household(
      people.map(([parts, where]) => member(parts, where)),
      { recognition: recognised },
    ),
  );
