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
  recognition,
  unemployment,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r21 = casesOf('R21');
const r22 = casesOf('R22');
const r23 = casesOf('R23');
const r24 = casesOf('R24');
const r25 = casesOf('R25');
const x1 = casesOf('X1');
const x2 = casesOf('X2');
const x4 = casesOf('X4');
const DB = { recognition: recognition('DB') };

const left = (parts = {}, on = '2026-03-01') => member({ exits: [exit(on)], ...parts });
const lostJob = { unemployment: [unemployment({ registeredOn: asDay('2026-08-01') })] };
const newBills = (now: number, before: number) => ({
  settlements: [bill(now, '2026-06-01'), { ...bill(before, '2025-06-01'), settlementId: 'T' }],
});

export const R21_CASES = [
  r21('orange', 'left, then lost the job', household([left(lostJob)]), { members: [0] }),
  r21('none', 'left, nothing since', household([left()])),
  r21('none', 'lost the job, never recognised', household([member(lostJob)])),
  r21('orange', 'a year with the day', household([left(lostJob, '2025-11-01')])),
  r21('none', 'a day longer ago', household([left(lostJob, '2025-10-31')])),
  r21('none', 'recognised again', household([left(lostJob)], DB)),
  r21('yellow', 'bills grew by half', household([left(newBills(9_000, 6_000))])),
  r21('none', 'a fen less', household([left(newBills(8_999.99, 6_000))])),
  r21('none', 'at the floor', household([left(newBills(5_000, 0))])),
  r21('orange', 'two of them', household([left(newBills(9_000, 6_000)), member(lostJob)])),
  r21('orange', 'a death', household([left(), member({ deaths: [death('2026-09-01')] })])),
  r21(
    'orange',
    'a new severe disability',
    household([left({ certificates: [certificate('4', '1', { issuedOn: asDay('2026-05-01') })] })]),
  ),
  r21('orange', 'refused, then lost the job', household([member(lostJob)]), {
    clues: [clue('APPLICATION_REFUSED', '2026-05-01', { householdId: 1 })],
  }),
  r21('unknown', 'registrations are out of date', household([left()]), { stale: ['HR02'] }),
];

const minor = (parts = {}) => member({ birthDate: asDay('2016-01-01'), ...parts });
const severe = { certificates: [certificate('4', '1')] };
const ill = { chronic: [chronic('M07800', '2026-01-01')] };
const jobless = { unemployment: [unemployment()] };

export const R22_CASES = [
  r22('orange', 'three: disabled, jobless, a minor', household([member(severe), member(jobless), minor()]), {
    members: [0, 1],
  }),
  r22('none', 'two', household([member(severe), member(jobless)])),
  r22('red', 'four: ill besides', household([member(severe), member({ ...jobless, ...ill }), minor()])),
  r22(
    'red',
    'one parent, a minor, hardship at school, jobless',
    household([member(jobless), minor({ hardship: [hardship('2')] })]),
  ),
  r22(
    'orange',
    'an elder alone, disabled and ill',
    household([member({ birthDate: asDay('1966-10-31'), ...severe, ...ill })]),
  ),
  r22('none', 'sixty the day after', household([member({ birthDate: asDay('1966-11-01'), ...severe, ...ill })])),
  r22(
    'orange',
    'registered and rented, served by one item',
    household([member({ ...severe, payments: [payment('DBJ', monthsBack(0))] }), member(ill)], {
      recognition: recognition('DB', { tenure: '2' }),
    }),
  ),
  r22(
    'none',
    'served by two items',
    household(
      [member({ ...severe, payments: [payment('DBJ', monthsBack(0)), payment('CJH', monthsBack(1))] }), member(ill)],
      { recognition: recognition('DB', { tenure: '2' }) },
    ),
  ),
  r22(
    'orange',
    'crowded: less than fifteen square metres each',
    household([member(severe), member(ill)], {
      recognition: recognition('DB', { tenure: '1', floorArea: 29.9 }),
    }),
  ),
  r22(
    'none',
    'fifteen each',
    household([member(severe), member(ill)], {
      recognition: recognition('DB', { tenure: '1', floorArea: 30 }),
    }),
  ),
  r22('unknown', 'hardship at school is out of date', household([member(severe), member(jobless), minor()]), {
    stale: ['ED02'],
  }),
];

const wages = (from: number, to: number, yuan: number) => contributions(from, to, { base: fen(yuan) });
const working = (yuan: number, parts = {}) => member({ contributions: wages(2, 1, yuan), ...parts });
const owner = member();

export const R23_CASES = [
  r23('yellow', 'two months above the line by more than a tenth', household([working(1_754.51)], DB), { members: [0] }),
  r23('none', 'at a tenth above', household([working(1_754.5)], DB)),
  r23('none', 'one month only', household([member({ contributions: wages(1, 1, 9_000) })], DB)),
  r23('none', 'this month does not count yet', household([member({ contributions: wages(1, 0, 9_000) })], DB)),
  r23(
    'none',
    'marginal households have a higher line',
    household([working(3_509)], { recognition: recognition('BY') }),
  ),
  r23('yellow', 'above that too', household([working(3_509.01)], { recognition: recognition('BY') })),
  r23('none', 'two live of it', household([working(3_509), member()], DB)),
  r23('none', 'not registered', household([working(9_000)])),
  r23('yellow', 'a new company', household([owner], DB), {
    clues: [clue('NEW_COMPANY', '2025-11-01', { personId: owner.person.id })],
  }),
  r23('none', 'a day more than a year ago', household([owner], DB), {
    clues: [clue('NEW_COMPANY', '2025-10-31', { personId: owner.person.id, recordedOn: asDay('2026-12-01') })],
  }),
  r23('unknown', 'contributions are out of date', household([member()], DB), { stale: ['HR01'] }),
];

const reviewed = (code: string, on: string, parts = {}) => ({
  recognition: recognition(code, { lastReviewedOn: asDay(on), incomeStability: '1', ...parts }),
});
const chief = (parts = {}) => member(parts, { relationshipToHead: '01' });
const UNSTABLE = { incomeStability: '2' };

export const R24_CASES = [
  r24('blue', 'fifteen days ahead: yearly for stable income', household([chief()], reviewed('DB', '2025-11-15')), {
    members: [0],
  }),
  r24('none', 'sixteen days ahead', household([chief()], reviewed('DB', '2025-11-16'))),
  r24('blue', 'due on the day', household([chief()], reviewed('DB', '2025-10-31'))),
  r24('yellow', 'a day overdue', household([chief()], reviewed('DB', '2025-10-30'))),
  r24('yellow', 'thirty days overdue', household([chief()], reviewed('TK', '2025-10-01'))),
  r24('orange', 'thirty-one', household([chief()], reviewed('TK', '2025-09-30'))),
  r24(
    'blue',
    'half-yearly where income is unstable and someone is able',
    household([chief()], reviewed('DB', '2026-05-01', UNSTABLE)),
  ),
  r24(
    'none',
    'yearly where nobody is able',
    household([chief({ birthDate: asDay('1950-01-01') })], reviewed('DB', '2026-04-30', UNSTABLE)),
  ),
  r24('yellow', 'quarterly for marginal households', household([chief()], reviewed('BY', '2026-07-30'))),
  r24('blue', 'due on the last day of the month', household([chief()], reviewed('BY', '2026-07-31'))),
  r24(
    'yellow',
    'never reviewed: from the recognition',
    household([chief()], {
      recognition: recognition('DS', { recognisedOn: asDay('2026-07-01') }),
    }),
  ),
  r24(
    'none',
    'no class any more',
    household([chief()], reviewed('DB', '2020-01-01', { validUntil: asDay('2026-10-30') })),
  ),
  r24('unknown', 'recognitions are out of date', household([chief()], reviewed('DB', '2025-01-01')), {
    stale: ['CA01'],
  }),
];

const hurt = member();
const fire = (day: string, parts = {}) => [clue('FIRE', day, { householdId: 1, ...parts })];
const street = { streetCode: '310105077', committeeCode: '310105077001' };

export const R25_CASES = [
  r25('orange', 'a fire at home', household([member()]), { clues: fire('2026-10-30') }),
  r25('orange', 'seven days with the day', household([member()]), { clues: fire('2026-10-25') }),
  r25('none', 'a day longer ago', household([member()]), { clues: fire('2026-10-24') }),
  r25('none', 'withdrawn', household([member()]), { clues: fire('2026-10-30', { withdrawnOn: asDay('2026-10-31') }) }),
  r25('red', 'a registered household', household([member()], DB), { clues: fire('2026-10-30') }),
  r25('red', 'with a minor', household([member(), minor()]), { clues: fire('2026-10-30') }),
  r25('red', 'an elder alone', household([member({ birthDate: asDay('1950-01-01') })]), { clues: fire('2026-10-30') }),
  r25('orange', 'an elder among others', household([member({ birthDate: asDay('1950-01-01') }), member()]), {
    clues: fire('2026-10-30'),
  }),
  r25('red', 'someone severely disabled', household([member(severe)]), { clues: fire('2026-10-30') }),
  r25('orange', 'to a person', household([hurt, member()]), {
    clues: [clue('TRAFFIC', '2026-10-31', { personId: hurt.person.id })],
    members: [0],
  }),
  r25('orange', 'in the committee', household([member()], street), {
    clues: [clue('DISASTER', '2026-10-31', { areaCode: '310105077001' })],
    members: [0],
  }),
  r25('none', 'in another street', household([member()]), {
    clues: [clue('DISASTER', '2026-10-31', { areaCode: '310105078' })],
  }),
  r25('none', 'nothing happened', household([member()])),
  r25('unknown', 'who lives there is out of date', household([member()]), {
    clues: fire('2026-10-30'),
    stale: ['CA05'],
  }),
];

const paid = (...list: readonly (readonly [string, number])[]) => ({
  payments: list.map(([code, back]) => ({ ...payment(code, monthsBack(back)), paidOn: asDay('2026-10-15') })),
});

export const X1_CASES = [
  x1('yellow', 'twice in a month', household([member(paid(['DBJ', 0], ['DBJ', 0]))]), { members: [0] }),
  x1('none', 'in two months', household([member(paid(['DBJ', 0], ['DBJ', 1]))])),
  x1('none', 'two persons', household([member(paid(['DBJ', 0])), member(paid(['DBJ', 0]))])),
  x1('none', 'temporary aid may come twice', household([member(paid(['LSJ', 0], ['LSJ', 0]))])),
  x1('yellow', 'twelve months back', household([member(paid(['CJH', 12], ['CJH', 12]))])),
  x1('none', 'thirteen', household([member(paid(['CJH', 13], ['CJH', 13]))])),
  x1('yellow', 'two basic payments of a child', household([minor(paid(['GER', 0], ['SSW', 0]))])),
  x1('unknown', 'payments are out of date', household([member()]), { stale: ['CA03'] }),
];

const since = (code: string, on: string) => ({ recognition: recognition(code, { recognisedOn: asDay(on) }) });

export const X2_CASES = [
  x2('yellow', 'on allowance and never paid', household([member()], DB), { members: [0] }),
  x2('none', 'paid to one of two', household([member(paid(['DBJ', 1])), member()], DB)),
  x2('yellow', 'paid two months ago', household([member(paid(['DBJ', 2]))], DB)),
  x2(
    'yellow',
    'destitute, paid as if on allowance',
    household([member(paid(['DBJ', 0]))], { recognition: recognition('TK') }),
  ),
  x2('none', 'recognised sixty-two days ago', household([member()], since('DB', '2026-08-30'))),
  x2('yellow', 'sixty-three', household([member()], since('DB', '2026-08-29'))),
  x2('none', 'a class without a monthly payment', household([member()], { recognition: recognition('BY') })),
  x2('unknown', 'payments are out of date', household([member()], DB), { stale: ['CA03'] }),
];

export const X4_CASES = [
  x4('yellow', 'last month’s has no day', household([member({ payments: [payment('DBJ', monthsBack(1))] })]), {
    members: [0],
  }),
  x4('none', 'this month’s may come yet', household([member({ payments: [payment('DBJ', monthsBack(0))] })])),
  x4('yellow', 'of three months ago', household([member({ payments: [payment('DBJ', monthsBack(3))] })])),
  x4('none', 'of four', household([member({ payments: [payment('DBJ', monthsBack(4))] })])),
  x4('none', 'paid', household([member(paid(['DBJ', 1]))])),
  x4('unknown', 'payments are out of date', household([member()]), { stale: ['CA03'] }),
];
