/** Households right beside a threshold, a month or a code that the other cases pass at a distance. */
import { asDay } from '../../../src/kernel/day.ts';
import {
  bill,
  certificate,
  chronic,
  clue,
  contributions,
  death,
  exit,
  fen,
  hardship,
  household,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
  schooling,
  unemployment,
} from '../../support/documents.ts';
import { casesOf, type RuleCase } from '../rule-case.ts';

const BORN = {
  SIXTY: asDay('1966-10-31'),
  NEARLY_SIXTY: asDay('1966-11-01'),
  EIGHTEEN: asDay('2008-10-31'),
  SEVENTEEN: asDay('2008-11-01'),
  SIXTEEN: asDay('2010-10-31'),
  FIFTEEN: asDay('2010-11-01'),
};
const of = (code: string, income: number | null = null, parts = {}) => ({
  recognition: recognition(code, { annualIncome: income === null ? null : fen(income), ...parts }),
});
const held = (category: string, level: string, issuedOn = '2020-01-01') => ({
  certificates: [certificate(category, level, { issuedOn: asDay(issuedOn) })],
});
/** Payments by programme and months back. */
const paid = (...list: readonly (readonly [string, number])[]) => ({
  payments: list.map(([code, back]) => ({ ...payment(code, monthsBack(back)), paidOn: asDay('2026-10-15') })),
});
const month = (back: number) => ({ contributions: contributions(back, back) });
const chief = (parts = {}) => member(parts, { relationshipToHead: '01' });
const [r02, r03, r06, r09] = [casesOf('R02'), casesOf('R03'), casesOf('R06'), casesOf('R09')];
const [r10, r11, r17, r19, r20] = [casesOf('R10'), casesOf('R11'), casesOf('R17'), casesOf('R19'), casesOf('R20')];
const [r22, r24] = [casesOf('R22'), casesOf('R24')];

const patient = (yuan: number) => member({ settlements: [bill(yuan, '2026-10-15')] });
const newlyIll = (code = 'M01600', parts = {}) => member({ chronic: [chronic(code, '2026-10-15')], ...parts });

export const BILLS: readonly RuleCase[] = [
  r02('orange', 'a bill of one yuan, half of an income of two', household([patient(1)], of('QT', 2))),
  r02('red', 'registered for rigid expenditure', household([patient(19_140)], of('GX', 90_000))),
  r03('yellow', 'registered, whatever the income', household([newlyIll()], of('DB', 900_000))),
  r03(
    'none',
    'sixty and alone, income known',
    household([newlyIll('M01600', { birthDate: BORN.SIXTY })], of('QT', 900_000)),
  ),
  r03('yellow', 'an income only estimated', household([newlyIll('M01600', { pensions: [pension(2_000)] })])),
  r03('orange', 'a transplant', household([newlyIll('M08300')], of('DB', 10_000))),
];

const light = (parts = {}) => member({ ...held('4', '4'), ...parts });
const earner = (yuan: number, parts = {}) =>
  member({ contributions: contributions(2, 0, { base: fen(yuan) }), ...parts });
const dead = { deaths: [death('2026-10-01')] };
const lost = (other: ReturnType<typeof member>) => household([earner(5_000, dead), other]);

export const DISABLED_AND_DEAD: readonly RuleCase[] = [
  r06('none', 'paid this month', household([light(paid(['CJS', 0]))], of('DB'))),
  r06('none', 'paid in full last month', household([light(paid(['SSW', 1]))], of('DB'))),
  r06('yellow', 'paid in full two months ago', household([light(paid(['SSW', 2]))], of('DB'))),
  r09('none', 'nobody is sixty yet', lost(member({ birthDate: BORN.NEARLY_SIXTY }))),
  r09('red', 'a child of seventeen', lost(member({ birthDate: BORN.SEVENTEEN }))),
  r09('none', 'a child of eighteen', lost(member({ birthDate: BORN.EIGHTEEN }))),
  r09('red', 'a disabled adult depends on them', lost(member(held('4', '3')))),
  r09('none', 'disabled by the same event only', lost(member(held('4', '3', '2026-10-01')))),
  r09(
    'red',
    'earned a few fen, and nobody else anything known',
    household([member({ pensions: [pension(0.05)], ...dead }), member({ birthDate: BORN.SEVENTEEN })]),
  ),
  r09('red', 'newly disabled at level 1', household([earner(5_000, held('4', '1', '2026-10-01')), light()])),
  r09(
    'none',
    'a certificate after a death long ago',
    household([earner(5_000, { deaths: [death('2026-07-01')], ...held('4', '1', '2026-08-15') }), light()]),
  ),
];

/** Of whom it is not known how old they are. */
const AGELESS = { birthDate: null };

const jobless = (parts = {}) =>
  member({ unemployment: [unemployment({ registeredOn: asDay('2026-01-01') })], ...parts });
const poor = of('QT', 30_000);
const stopped = (...spans: readonly (readonly [number, number])[]) =>
  member({ contributions: spans.flatMap(([from, to]) => contributions(from, to)) });

export const WORK: readonly RuleCase[] = [
  r10('orange', 'paid three months ago', household([jobless(month(3))], poor)),
  r10('none', 'paid two months ago', household([jobless(month(2))], poor)),
  r10('none', 'paid this month', household([jobless(month(0))], poor)),
  r10('orange', 'has a pension, and nobody else earns', household([jobless({ pensions: [pension(100)] })], poor)),
  r10('orange', 'another earns nothing known', household([jobless(), member()], poor)),
  r10('yellow', 'another earns a few fen', household([jobless(), member({ pensions: [pension(0.05)] })], poor)),
  r10('yellow', 'income only estimated', household([jobless(), member({ pensions: [pension(2_000)] })])),
  r11('yellow', 'the first of the 27 months counts', household([stopped([29, 29], [25, 3])])),
  r11('none', 'the month before them does not', household([stopped([30, 30], [25, 3])])),
];

const elder = (pensionOf: number, parts = {}) =>
  member({ birthDate: asDay('1950-01-01'), pensions: [pension(pensionOf)], ...parts });
const without = (category: string, level: string) => household([elder(1_000), member(held(category, level))]);

export const DESTITUTE: readonly RuleCase[] = [
  r17('red', 'a fen below the standard of the year', household([elder(0)], of('QT', 19_139.99))),
  r17('orange', 'with a child of fifteen', household([elder(1_000), member({ birthDate: BORN.FIFTEEN })])),
  r17('none', 'with someone of sixteen', household([elder(1_000), member({ birthDate: BORN.SIXTEEN })])),
  r17('orange', 'level 1 visual', without('1', '1')),
  r17('none', 'level 1 hearing is able', without('2', '1')),
  r17('orange', 'level 1 mental', without('6', '1')),
  r17('orange', 'level 2 intellectual', without('5', '2')),
  r17('none', 'level 4 mental is able', without('6', '4')),
  r17('orange', 'level 1 physical', without('4', '1')),
];

const fresh = (parts = {}) => member({ ...held('4', '1', '2026-10-15'), ...paid(['CJH', 0]), ...parts });

export const NEWLY_SEVERE: readonly RuleCase[] = [
  r19('yellow', 'subsidy paid last month', household([fresh({ ...paid(['CJH', 1]), pensions: [pension(3_000)] })])),
  r19('none', 'subsidy paid two months ago', household([fresh({ ...paid(['CJH', 2]), pensions: [pension(3_000)] })])),
  r19('yellow', 'destitute', household([fresh()], of('TK'))),
  r19('none', 'eighteen on the day', household([fresh({ birthDate: BORN.EIGHTEEN })])),
  r19('yellow', 'contributed this month', household([fresh(month(0))])),
  r19('yellow', 'contributed two months ago', household([fresh(month(2))])),
  r19('none', 'contributed three months ago', household([fresh(month(3))])),
];

const spending = (yuan: number, place: object, parts = {}) =>
  household([member({ settlements: yuan === 0 ? [] : [bill(yuan)], ...parts })], place);
const student = (stage: string) => ({ schooling: [schooling(stage)] });

export const RIGID: readonly RuleCase[] = [
  r20('none', 'suppressed: DB', spending(24_001, of('DB', 60_000))),
  r20('none', 'suppressed: TK', spending(24_001, of('TK', 60_000))),
  r20('red', 'one yuan spent of an income of two', spending(1, of('QT', 2))),
  r20('orange', 'income a fen below the average', spending(40_000, of('QT', 84_833.99))),
  r20('none', 'school alone, at the ratio', spending(0, of('QT', 10_000), student('34'))),
  r20('red', 'school and a fen', spending(0.01, of('QT', 10_000), student('34'))),
  r20('red', 'kindergarten asks fees', spending(0.01, of('QT', 10_000), student('10'))),
  r20('red', 'a vocational school asks fees', spending(0.01, of('QT', 10_000), student('36'))),
];

const severe = held('4', '1');
const ill = { chronic: [chronic('M07800', '2026-01-01')] };
const DBJ_CJS = paid(['DBJ', 0], ['CJS', 0]);

export const HARDSHIPS: readonly RuleCase[] = [
  r22(
    'orange',
    'not registered, and paid for two programmes',
    household([member({ ...severe, ...DBJ_CJS }), jobless(), member({ birthDate: BORN.SEVENTEEN })]),
  ),
  r22(
    'orange',
    'the second programme ended two months ago',
    household([member({ ...severe, ...paid(['DBJ', 0], ['CJS', 2]) }), member(ill)], of('DB', null, { tenure: '3' })),
  ),
  r22('none', 'the youngest is eighteen', household([member(severe), jobless({ birthDate: BORN.EIGHTEEN })])),
  r22(
    'orange',
    'the youngest is seventeen',
    household([member(severe), jobless({ birthDate: BORN.SEVENTEEN }), member()]),
  ),
  r22('none', 'two, and nobody disabled', household([jobless(), member(), member({ birthDate: BORN.SEVENTEEN })])),
  r22(
    'orange',
    'gravest hardship at school, with both parents',
    household([member(severe), member(), member({ birthDate: BORN.SEVENTEEN, hardship: [hardship('1')] })]),
  ),
  r22('none', 'alone at eighteen', household([jobless({ birthDate: BORN.EIGHTEEN, ...severe })])),
  r22(
    'orange',
    'one parent with a child of seventeen',
    household([member(severe), member({ birthDate: BORN.SEVENTEEN })]),
  ),
  r22(
    'orange',
    'a parent of eighteen',
    household([member({ birthDate: BORN.EIGHTEEN, ...severe }), member({ birthDate: asDay('2025-01-01') })]),
  ),
  r22('none', 'an elder among others', household([member({ birthDate: BORN.SIXTY, ...severe, ...ill }), member()])),
  r22('orange', 'lodging with others', household([member(severe), member(ill)], of('QT', null, { tenure: '3' }))),
  r22('orange', 'without a home', household([member(severe), member(ill)], of('QT', null, { tenure: '4' }))),
];

const lastReview = asDay('2026-04-30');
const review = (code: string, parts: object, place: object = { incomeStability: '2' }) =>
  household([chief(parts)], of(code, null, { lastReviewedOn: lastReview, ...place }));

export const REVIEWS: readonly RuleCase[] = [
  r24('yellow', 'half-yearly: someone of sixteen is able', review('DB', { birthDate: BORN.SIXTEEN })),
  r24('none', 'someone of fifteen is not', review('DB', { birthDate: BORN.FIFTEEN })),
  r24('yellow', 'someone of fifty-nine is', review('DB', { birthDate: BORN.NEARLY_SIXTY })),
  r24('none', 'someone of sixty is not', review('DB', { birthDate: BORN.SIXTY })),
  r24('none', 'the destitute yearly, whatever their income', review('TK', {})),
  r24('orange', 'quarterly for rigid expenditure', review('GX', {}, {})),
];

const r21 = casesOf('R21');
const left = (parts = {}) => member({ exits: [exit('2026-03-01')], ...parts });
const bills = (now: number, before: number) => ({
  settlements: [
    bill(now, '2026-06-01'),
    ...(before === 0 ? [] : [{ ...bill(before, '2025-06-01'), settlementId: 'T' }]),
  ],
});
const refused = jobless({ unemployment: [unemployment({ registeredOn: asDay('2026-08-01') })] });

export const RETURNED: readonly RuleCase[] = [
  r21('orange', 'refused as a person, then lost the job', household([refused]), {
    clues: [clue('APPLICATION_REFUSED', '2026-05-01', { personId: refused.person.id })],
  }),
  r21('orange', 'the bills of two grew', household([left(bills(9_000, 6_000)), member(bills(9_000, 6_000))])),
  r21('yellow', 'a fen above the floor', household([left(bills(5_000.01, 0))])),
  r21('none', 'severely disabled for long', household([left(held('4', '1', '2025-01-01'))])),
  r21('none', 'newly disabled, not severely', household([left(held('4', '3', '2026-05-01'))])),
  r21(
    'none',
    'registered by mistake long after a death',
    household([
      left(),
      jobless({ deaths: [death('2025-09-01')], unemployment: [unemployment({ registeredOn: asDay('2026-08-01') })] }),
    ]),
  ),
];

const [r18] = [casesOf('R18')];
const onFile = member(AGELESS);

export const AGELESS_CASES: readonly RuleCase[] = [
  r09('unknown', 'the other’s age is unknown', lost(member(AGELESS))),
  r18('unknown', 'age unknown', household([onFile]), {
    clues: [clue('ELDER_FILE', '2020-01-01', { personId: onFile.person.id })],
  }),
  r19('unknown', 'age unknown, nothing earned', household([fresh(AGELESS)])),
  r22('unknown', 'two, and someone of unknown age', household([member(severe), jobless(AGELESS)])),
  r24('unknown', 'age unknown, so that it is not known whether someone is able', review('DB', AGELESS)),
];
