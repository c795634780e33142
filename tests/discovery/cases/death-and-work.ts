import { asDay } from '../../../src/kernel/day.ts';
import { asMonth } from '../../../src/kernel/month.ts';
import type { Recognition } from '../../../src/modules/household/index.ts';
import {
  certificate,
  contributions,
  death,
  household,
  member,
  payment,
  recognition,
  schooling,
  unemployment,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r08 = casesOf('R08');
const r11 = casesOf('R11');
const r12 = casesOf('R12');
const dead = (on: string, paidFor: string, place = {}) =>
  member({ deaths: [death(on)], payments: [payment('DBJ', asMonth(paidFor))] }, place);

export const R08_CASES = [
  r08('red', 'paid for the month after death', household([dead('2026-08-31', '2026-09')]), { members: [0] }),
  r08('none', 'paid for the month of death', household([dead('2026-08-01', '2026-08')])),
  r08('red', 'across the year', household([dead('2025-12-31', '2026-01')])),
  r08('none', 'dies the day after', household([dead('2026-11-01', '2026-12')])),
  r08('red', 'died on the day, paid ahead', household([dead('2026-10-31', '2026-11')])),
  r08('none', 'another household answers for the dead', household([dead('2026-08-31', '2026-09', { home: false })])),
  r08(
    'red',
    'not counted, but at home here',
    household([dead('2026-08-31', '2026-09', { notCounted: 'NOT_CO_LIVING' })]),
  ),
  r08(
    'none',
    'a survivor is paid',
    household([member({ deaths: [death('2026-08-31')] }), member({ payments: [payment('DBJ', asMonth('2026-09'))] })]),
  ),
  r08('unknown', 'payments are out of date', household([dead('2026-08-31', '2026-09')]), {
    stale: ['CA03'],
    members: [0],
  }),
  r08('unknown', 'deaths are out of date', household([dead('2026-08-31', '2026-09')]), { stale: ['CA04'] }),
  r08('none', 'payments are out of date, nobody died', household([member()]), { stale: ['CA03'] }),
];

const r08b = casesOf('R08b');
/** A household in its class since January whose member died; 75 days with 17 August, 30 with 1 October. */
const mourning = (on: string, parts: Partial<Recognition> = {}, place = {}) =>
  household([member(), member({ deaths: [death(on)] }, place)], { recognition: recognition('DB', parts) });
const reviewed = (on: string) => ({ lastReviewedOn: asDay(on) });

export const R08B_CASES = [
  r08b('yellow', 'thirty days ago', mourning('2026-10-01'), { members: [1] }),
  r08b('none', 'twenty-nine days ago', mourning('2026-10-02')),
  r08b('yellow', 'seventy-four days ago', mourning('2026-08-18')),
  r08b('red', 'seventy-five days ago', mourning('2026-08-17')),
  r08b('none', 'checked since', mourning('2026-08-17', reviewed('2026-08-18'))),
  r08b('red', 'checked last on the day of the death', mourning('2026-08-17', reviewed('2026-08-17'))),
  r08b('none', 'recognised since', mourning('2026-08-17', { recognisedOn: asDay('2026-09-01') })),
  r08b('none', 'no longer registered', mourning('2026-08-17', { validUntil: asDay('2026-10-30') })),
  r08b(
    'none',
    'never registered',
    household([member(), member({ deaths: [death('2026-08-17')] })], { recognition: null }),
  ),
  r08b('none', 'another household answers for the dead', mourning('2026-08-17', {}, { home: false })),
  r08b(
    'yellow',
    'two died, checked between',
    household([member({ deaths: [death('2026-08-17')] }), member({ deaths: [death('2026-09-17')] })], {
      recognition: recognition('DB', reviewed('2026-09-01')),
    }),
    { members: [1] },
  ),
  r08b('unknown', 'deaths are out of date', mourning('2026-08-17'), { stale: ['CA04'] }),
  r08b('unknown', 'recognitions are out of date', mourning('2026-08-17'), { stale: ['CA01'] }),
];

/** Paid for the 27 months that end three months before the day's, and none since. */
const stopped = (parts = {}, from = 29, to = 3) => member({ contributions: contributions(from, to), ...parts });
const benefit = (parts = {}) => ({ unemployment: [unemployment({ benefitFrom: asDay('2026-08-01'), ...parts })] });

export const R11_CASES = [
  r11('yellow', 'all 27 months', household([stopped()]), { members: [0] }),
  r11('yellow', 'exactly 24 of them', household([stopped({}, 26, 3)])),
  r11('none', '23 of them', household([stopped({}, 25, 3)])),
  r11('none', '24 months of which some lie before the 27', household([stopped({}, 32, 9)])),
  r11(
    'none',
    'arrears inside do not count',
    household([member({ contributions: [...contributions(25, 3), ...contributions(26, 26, { status: '2' })] })]),
  ),
  r11(
    'none',
    'the same month twice counts once',
    household([member({ contributions: [...contributions(25, 3), ...contributions(25, 25)] })]),
  ),
  r11('none', 'paid two months ago', household([stopped({}, 29, 2)])),
  r11(
    'none',
    'paid this month only',
    household([member({ contributions: [...contributions(29, 3), ...contributions(0, 0)] })]),
  ),
  r11(
    'yellow',
    'arrears since',
    household([member({ contributions: [...contributions(29, 3), ...contributions(2, 0, { status: '2' })] })]),
  ),
  r11('none', 'enrolled', household([stopped({ schooling: [schooling('41')] })])),
  r11('orange', 'sixteen on the day, and a minor', household([stopped({ birthDate: asDay('2010-10-31') })]), {
    members: [0],
  }),
  r11('none', 'sixteen the day after', household([stopped({ birthDate: asDay('2010-11-01') })])),
  r11('none', 'sixty on the day', household([stopped({ birthDate: asDay('1966-10-31') })])),
  r11('yellow', 'sixty the day after', household([stopped({ birthDate: asDay('1966-11-01') })])),
  r11('unknown', 'age unknown', household([stopped({ birthDate: null })]), { members: [0] }),
  r11('none', 'age unknown, but contributions go on', household([stopped({ birthDate: null }, 29, 0)])),
  r11('none', 'benefit runs without end', household([stopped(benefit())])),
  r11('none', 'benefit ends on the day', household([stopped(benefit({ benefitTo: asDay('2026-10-31') }))])),
  r11('yellow', 'benefit ended the day before', household([stopped(benefit({ benefitTo: asDay('2026-10-30') }))])),
  r11('yellow', 'benefit starts the day after', household([stopped(benefit({ benefitFrom: asDay('2026-11-01') }))])),
  r11('orange', 'with a child of seventeen', household([stopped(), member({ birthDate: asDay('2008-11-01') })]), {
    members: [0],
  }),
  r11(
    'yellow',
    'with a child who is eighteen on the day',
    household([stopped(), member({ birthDate: asDay('2008-10-31') })]),
  ),
  r11('yellow', 'with someone of unknown age', household([stopped(), member({ birthDate: null })])),
  r11('unknown', 'contributions are out of date', household([stopped()]), { stale: ['HR01'] }),
  r11('none', 'contributions are out of date, all are old', household([member({ birthDate: asDay('1940-01-01') })]), {
    stale: ['HR01'],
  }),
];

const jobless = (parts = {}, place = {}) => member({ unemployment: [unemployment()], ...parts }, place);
const child = () => member({ birthDate: asDay('2015-01-01') });

export const R12_CASES = [
  r12('orange', 'one person, registered', household([jobless()]), { members: [0] }),
  r12('orange', 'a couple with a child', household([jobless(), jobless(), child()]), { members: [0, 1] }),
  r12('none', 'the spouse is not registered', household([jobless(), member()])),
  r12('none', 'nobody is able', household([child(), member({ birthDate: asDay('1940-01-01') })])),
  r12(
    'orange',
    'registered on the day',
    household([jobless({ unemployment: [unemployment({ registeredOn: asDay('2026-10-31') })] })]),
  ),
  r12(
    'none',
    'registered the day after',
    household([jobless({ unemployment: [unemployment({ registeredOn: asDay('2026-11-01') })] })]),
  ),
  r12('none', 'found work', household([jobless({ unemployment: [unemployment({ status: '2' })] })])),
  r12('orange', 'the spouse studies', household([jobless(), member({ schooling: [schooling('41')] })])),
  r12(
    'orange',
    'the spouse is severely disabled',
    household([jobless(), member({ certificates: [certificate('6', '3')] })]),
  ),
  r12(
    'none',
    'the spouse is disabled, not severely',
    household([jobless(), member({ certificates: [certificate('4', '3')] })]),
  ),
  r12('orange', 'the spouse has no capacity for work', household([jobless(), member({}, { workCapacity: '3' })])),
  r12('none', 'the spouse has part of it', household([jobless(), member({}, { workCapacity: '2' })])),
  r12('orange', 'the spouse is sixty on the day', household([jobless(), member({ birthDate: asDay('1966-10-31') })])),
  r12('none', 'the spouse is sixty the day after', household([jobless(), member({ birthDate: asDay('1966-11-01') })])),
  r12('orange', 'a child of fifteen', household([jobless(), member({ birthDate: asDay('2010-11-01') })])),
  r12('none', 'a child who is sixteen on the day', household([jobless(), member({ birthDate: asDay('2010-10-31') })])),
  r12('unknown', 'age of another unknown', household([jobless(), member({ birthDate: null })]), { members: [1] }),
  r12('none', 'age of another unknown, a third works', household([jobless(), member({ birthDate: null }), member()])),
  r12('orange', 'age unknown, but registered', household([jobless(), jobless({ birthDate: null })]), { members: [0] }),
  r12('unknown', 'the only one, of unknown age', household([jobless({ birthDate: null })])),
  r12(
    'orange',
    'who does not live together is not asked',
    household([jobless(), member({}, { notCounted: 'NOT_CO_LIVING' })], { recognition: recognition('DB') }),
  ),
  r12('unknown', 'registrations are out of date', household([jobless()]), { stale: ['HR02'] }),
  r12('none', 'registrations are out of date, nobody is able', household([child()]), { stale: ['HR02'] }),
];
