import { asDay } from '../../../src/kernel/day.ts';
import {
  bill,
  certificate,
  chronic,
  fen,
  household,
  member,
  pension,
  recognition,
  schooling,
  unemployment,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r02 = casesOf('R02');
const r03 = casesOf('R03');
const r20 = casesOf('R20');
const stay = (yuan: number, day = '2026-10-15') => bill(yuan, day);
const patient = (yuan: number, day?: string, parts = {}) => member({ settlements: [stay(yuan, day)], ...parts });
/** 12 × 1,595 */
const STANDARD = 19_140;
const declared = (code: string, income: number | null, parts = {}) => ({
  recognition: recognition(code, { annualIncome: income === null ? null : fen(income), ...parts }),
});
const refundOf = (settlementId: string, yuan: number) => ({
  ...stay(-yuan, '2026-10-20'),
  settlementId: `${settlementId}-R`,
  refundOf: settlementId,
});

export const R02_CASES = [
  r02('orange', 'twelve months of the standard', household([patient(STANDARD)]), { members: [0] }),
  r02(
    'none',
    'a fen less, and less than half a known income',
    household([patient(STANDARD - 0.01, undefined, { pensions: [pension(5_000)] })]),
  ),
  r02('orange', 'half a known income', household([patient(6_000, undefined, { pensions: [pension(1_000)] })])),
  r02('none', 'a fen less than half of it', household([patient(5_999.99, undefined, { pensions: [pension(1_000)] })])),
  r02('unknown', 'below the standard, income unknown', household([patient(5_000)]), { members: [0] }),
  r02('orange', 'thirty days with the day', household([patient(STANDARD, '2026-10-02')])),
  r02('none', 'a day longer ago', household([patient(STANDARD, '2026-10-01')])),
  r02('none', 'dated after the day', household([patient(STANDARD, '2026-11-01')])),
  r02(
    'none',
    'two bills that only together reach it',
    household([
      member({ settlements: [stay(10_000), { ...stay(10_000), settlementId: 'S2' }], pensions: [pension(9_000)] }),
    ]),
  ),
  r02('none', 'not a stay in hospital', household([member({ settlements: [{ ...stay(STANDARD), type: '11' }] })])),
  r02(
    'none',
    'a refund of it is netted',
    household([member({ settlements: [stay(STANDARD), refundOf('S', 1)], pensions: [pension(9_000)] })]),
  ),
  r02(
    'orange',
    'a refund of another bill is not',
    household([member({ settlements: [stay(STANDARD), refundOf('T', 1)], pensions: [pension(9_000)] })]),
  ),
  r02('none', 'refunded whole', household([member({ settlements: [stay(STANDARD), refundOf('S', STANDARD)] })])),
  r02('red', 'a registered household', household([patient(STANDARD)], declared('BY', 90_000))),
  r02(
    'orange',
    'no longer registered',
    household([patient(STANDARD)], declared('BY', 90_000, { validUntil: asDay('2026-10-30') })),
  ),
  r02('unknown', 'bills are out of date', household([patient(STANDARD)]), { stale: ['HI02'] }),
];

const ill = (code = 'M01600', began = '2026-10-15', parts = {}) =>
  member({ chronic: [chronic(code, began)], ...parts });
const OLD = { birthDate: asDay('1966-10-31') };

export const R03_CASES = [
  r03('yellow', 'in a registered household', household([ill()], declared('DB', 10_000)), { members: [0] }),
  r03('orange', 'cancer', household([ill('M00500')], declared('DB', 10_000))),
  r03('orange', 'dialysis, written in lower case', household([ill('m07800')], declared('DB', 10_000))),
  r03(
    'yellow',
    'another has had cancer for years',
    household([ill(), ill('M00500', '2020-01-01')], declared('DB', 10_000)),
  ),
  r03('none', 'registered in another class', household([ill()], declared('QT', 900_000))),
  r03('yellow', 'thirty days with the day', household([ill('M01600', '2026-10-02')], declared('TK', 0))),
  r03('none', 'a day longer ago', household([ill('M01600', '2026-10-01')], declared('TK', 0))),
  r03('none', 'begins the day after', household([ill('M01600', '2026-11-01')], declared('TK', 0))),
  r03('none', 'income at the line of marginal households', household([ill()], declared('QT', 38_280))),
  r03('yellow', 'a fen below it', household([ill()], declared('QT', 38_279.99))),
  r03('yellow', 'income unknown, sixty on the day and alone', household([ill('M01600', undefined, OLD)])),
  r03('none', 'sixty the day after', household([ill('M01600', undefined, { birthDate: asDay('1966-11-01') })])),
  r03('none', 'sixty, but not alone', household([ill('M01600', undefined, OLD), member()])),
  r03('unknown', 'alone, age unknown', household([ill('M01600', undefined, { birthDate: null })])),
  r03('none', 'nobody is newly ill', household([member()], declared('DB', 0))),
  r03('unknown', 'registrations are out of date', household([ill()], declared('DB', 0)), { stale: ['HI03'] }),
];

const home = (costs: number, monthly: number | null, parts = {}, place = {}) =>
  household(
    [
      member({
        settlements: costs === 0 ? [] : [bill(costs)],
        ...(monthly === null ? {} : { pensions: [pension(monthly)] }),
        ...parts,
      }),
    ],
    place,
  );

export const R20_CASES = [
  r20('orange', 'more than forty in a hundred', home(24_000.01, 5_000), { members: [0] }),
  r20('none', 'exactly forty in a hundred', home(24_000, 5_000)),
  r20('red', 'less than the standard is left', home(60_000 - 19_139.99, 5_000)),
  r20('orange', 'the standard is left', home(60_000 - 19_140, 5_000)),
  r20('none', 'income per head at last year’s average', home(84_834, 7_069.5)),
  r20('orange', 'a little below it', home(40_000, 7_069.49)),
  r20('none', 'nothing spent, income unknown', home(0, null)),
  r20('unknown', 'income unknown', home(50_000, null)),
  r20('orange', 'school costs at the public price', home(24_000, 5_000, { schooling: [schooling('41')] })),
  r20('none', 'compulsory school asks no fees', home(24_000, 5_000, { schooling: [schooling('31')] })),
  r20('none', 'suppressed: BY', home(24_001, null, {}, declared('BY', 60_000))),
  r20('orange', 'GX does not suppress', home(24_001, null, {}, declared('GX', 60_000))),
  r20('orange', 'assets at the cap', home(24_001, null, {}, declared('QT', 60_000, { assets: fen(50_000) }))),
  r20('none', 'a fen more', home(24_001, null, {}, declared('QT', 60_000, { assets: fen(50_000.01) }))),
  r20('unknown', 'bills are out of date', home(24_001, 5_000), { stale: ['HI02'] }),
];

const jobless = (registeredOn = '2026-05-04', parts = {}) =>
  member({ unemployment: [unemployment({ registeredOn: asDay(registeredOn), ...parts })] });
const r10 = casesOf('R10');
const poor = declared('QT', 30_000);

export const R10_CASES = [
  r10('orange', 'a hundred and eighty days on the day', household([jobless()], poor), { members: [0] }),
  r10('none', 'a day less', household([jobless('2026-05-05')], poor)),
  r10('none', 'benefit is paid', household([jobless(undefined, { benefitFrom: asDay('2026-06-01') })], poor)),
  r10(
    'none',
    'until the day',
    household([jobless(undefined, { benefitFrom: asDay('2026-06-01'), benefitTo: asDay('2026-10-31') })], poor),
  ),
  r10(
    'orange',
    'until the day before',
    household([jobless(undefined, { benefitFrom: asDay('2026-06-01'), benefitTo: asDay('2026-10-30') })], poor),
  ),
  r10('none', 'found work', household([jobless(undefined, { status: '2' })], poor)),
  r10('none', 'income at the line', household([jobless()], declared('QT', 38_280))),
  r10('orange', 'a fen below', household([jobless()], declared('QT', 38_279.99))),
  r10('yellow', 'another earns', household([jobless(), member({ pensions: [pension(2_000)] })], poor)),
  r10('unknown', 'income unknown', household([jobless()])),
  r10('unknown', 'contributions are out of date', household([jobless()], poor), { stale: ['HR01'] }),
  r10(
    'none',
    'severe disability does not matter here',
    household([member({ certificates: [certificate('4', '1')] })], poor),
  ),
];
