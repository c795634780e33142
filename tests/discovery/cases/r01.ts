import { asDay } from '../../../src/kernel/day.ts';
import {
  bill,
  contributions,
  death,
  fen,
  household,
  member,
  pension,
  recognition,
  unemployment,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r01 = casesOf('R01');
const paid = (yuan: number, parts = {}) => member({ settlements: [bill(yuan)], ...parts });
/** A roll household whose one member earns this much a month by contribution base. */
const earning = (yuan: number) => ({ contributions: contributions(0, 0, { base: fen(yuan) }) });
/** An expired recognition still states the income. */
const stated = (yuan: number) => ({
  recognition: recognition('DB', { annualIncome: fen(yuan), validUntil: asDay('2026-10-30') }),
});

export const R01_CASES = [
  r01('orange', 'exactly the floor', household([paid(20_000, earning(4_000))]), { members: [0] }),
  r01('none', 'one fen below the floor', household([paid(19_999.99, earning(4_000))])),
  r01('orange', 'exactly the ratio of a larger income', household([paid(48_000, earning(10_000))])),
  r01('none', 'one fen below the ratio', household([paid(47_999.99, earning(10_000))])),
  r01('orange', 'a ratio that ends in fractions of a fen, above', household([paid(20_000.01)], stated(50_000.01))),
  r01('none', 'a ratio that ends in fractions of a fen, below', household([paid(20_000)], stated(50_000.01))),
  r01('orange', 'unknown income, exactly half the disposable income per member', household([paid(84_834), member()]), {
    members: [0],
  }),
  r01('none', 'unknown income, one fen below', household([paid(84_833.99), member()])),
  r01('red', 'unknown income, twice the disposable income', household([paid(169_668), member(), member(), member()])),
  r01('orange', 'one fen below twice the disposable income', household([paid(169_667.99, earning(20_000))])),
  r01('red', 'exactly twice the disposable income', household([paid(169_668, earning(20_000))])),
  r01('red', 'exactly the whole income', household([paid(36_000, earning(3_000))])),
  r01('orange', 'one fen below the whole income', household([paid(35_999.99, earning(3_000))])),
  r01('red', 'zero income is known', household([paid(20_000)], stated(0))),
  r01('none', 'zero income, below the floor', household([paid(19_999.99)], stated(0))),
  ...['TK', 'DB', 'BY', 'GX', 'DS'].map((code) =>
    r01('none', `suppressed: registered ${code}`, household([paid(500_000)], { recognition: recognition(code) })),
  ),
  r01('red', 'QT is no registered class here', household([paid(500_000)], { recognition: recognition('QT') })),
  r01(
    'none',
    'recognised until the day itself',
    household([paid(500_000)], { recognition: recognition('DB', { validUntil: asDay('2026-10-31') }) }),
  ),
  r01(
    'red',
    'recognised until the day before',
    household([paid(500_000)], { recognition: recognition('DB', { validUntil: asDay('2026-10-30') }) }),
  ),
  r01('orange', 'sums over members', household([paid(10_000, earning(3_000)), paid(10_000)]), { members: [0, 1] }),
  r01(
    'none',
    'a refund brings it below',
    household([member({ settlements: [bill(20_000), bill(-0.01)], ...earning(3_000) })]),
  ),
  r01(
    'orange',
    'the first day of the window',
    household([member({ settlements: [bill(20_000, '2025-11-01')], ...earning(3_000) })]),
  ),
  r01(
    'none',
    'the day before the window',
    household([member({ settlements: [bill(20_000, '2025-10-31')], ...earning(3_000) })]),
  ),
  r01(
    'orange',
    'the last second of the day',
    household([member({ settlements: [bill(20_000, '2026-10-31', '23:59:59')], ...earning(3_000) })]),
  ),
  r01('none', 'the next day', household([member({ settlements: [bill(20_000, '2026-11-01')], ...earning(3_000) })])),
  r01(
    'orange',
    'on 29 February the window starts after the 28th',
    household([member({ settlements: [bill(20_000, '2027-03-01')], pensions: [pension(3_000)] })]),
    { day: '2028-02-29' },
  ),
  r01(
    'none',
    'and leaves the 28th out',
    household([member({ settlements: [bill(20_000, '2027-02-28')], pensions: [pension(3_000)] })]),
    { day: '2028-02-29' },
  ),
  r01('none', 'the dead are not members', household([paid(500_000, { deaths: [death('2026-10-31')] }), member()])),
  r01('red', 'who dies the next day is one', household([paid(500_000, { deaths: [death('2026-11-01')] })])),
  r01(
    'none',
    'who does not live together is not counted',
    household([member(), member({ settlements: [bill(500_000)] }, { notCounted: 'NOT_CO_LIVING' })]),
  ),
  r01(
    'none',
    'pension and benefit count as income',
    household([
      paid(20_400, { pensions: [pension(4_000)] }),
      member({ unemployment: [unemployment({ benefitFrom: asDay('2026-05-01'), benefitMonthly: fen(2_000) })] }),
    ]),
  ),
  r01(
    'orange',
    'benefit that ended the day before is no income',
    household([
      paid(20_400, { pensions: [pension(4_000)] }),
      member({
        unemployment: [
          unemployment({
            benefitFrom: asDay('2026-05-01'),
            benefitTo: asDay('2026-10-30'),
            benefitMonthly: fen(2_000),
          }),
        ],
      }),
    ]),
  ),
  r01('none', 'nobody lives there any more', household([paid(500_000, { deaths: [death('2026-01-01')] })])),
  r01('unknown', 'bills are out of date', household([paid(500_000)]), { stale: ['HI02'], members: [0] }),
  r01('unknown', 'recognition is out of date', household([paid(500_000)]), { stale: ['CA01'], members: [] }),
  r01('orange', 'contributions are out of date: the income is unknown', household([paid(43_000, earning(100_000))]), {
    stale: ['HR01'],
  }),
  r01('none', 'a stated income stays known', household([paid(43_000)], stated(200_000)), { stale: ['HR01'] }),
];
