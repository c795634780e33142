import { asDay } from '../../../src/kernel/day.ts';
import { aid, death, household, insured, member, recognition, schooling } from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r13 = casesOf('R13');
const r14 = casesOf('R14');
const r15 = casesOf('R15b');
const registered = (code: string, parts = {}) => ({ recognition: recognition(code, parts) });

export const R13_CASES = [
  ...['TK', 'DB', 'BY'].map((code) =>
    r13('orange', `${code}, never insured`, household([member()], registered(code)), { members: [0] }),
  ),
  ...['GX', 'DS', 'QT'].map((code) => r13('none', `suppressed: ${code}`, household([member()], registered(code)))),
  r13('none', 'no class', household([member()])),
  r13('none', 'insured', household([member({ insurance: [insured(2026)] })], registered('DB'))),
  r13('orange', 'last year only', household([member({ insurance: [insured(2025)] })], registered('DB'))),
  r13('none', 'last year, on its last day', household([member({ insurance: [insured(2025)] })], registered('DB')), {
    day: '2025-12-31',
  }),
  r13('orange', 'suspended', household([member({ insurance: [insured(2026, '2')] })], registered('DB'))),
  r13(
    'orange',
    'recognised until the day',
    household([member()], registered('DB', { validUntil: asDay('2026-10-31') })),
  ),
  r13(
    'none',
    'recognised until the day before',
    household([member()], registered('DB', { validUntil: asDay('2026-10-30') })),
  ),
  r13(
    'none',
    'the uninsured one does not live there',
    household([member({ insurance: [insured(2026)] }), member({}, { notCounted: 'NOT_CO_LIVING' })], registered('DB')),
  ),
  r13(
    'orange',
    'names the uninsured',
    household([member({ insurance: [insured(2026)] }), member()], registered('DB')),
    { members: [1] },
  ),
  r13('unknown', 'enrolments are out of date', household([member()], registered('DB')), {
    stale: ['HI01'],
    members: [0],
  }),
  r13(
    'none',
    'enrolments are out of date, nobody lives there',
    household([member({ deaths: [death('2026-01-01')] })], registered('DB')),
    { stale: ['HI01'] },
  ),
  r13('none', 'enrolments are out of date, no class', household([member()]), { stale: ['HI01'] }),
];

const pupil = (stage: string, parts = {}) =>
  member({ schooling: [schooling(stage)], birthDate: asDay('2015-01-01'), ...parts });

export const R14_CASES = [
  ...['21', '31', '34', '36', '41'].map((stage) =>
    r14('yellow', `stage ${stage}`, household([pupil(stage)], registered('DB')), { members: [0] }),
  ),
  r14('none', 'preschool', household([pupil('10')], registered('DB'))),
  ...['TK', 'BY', 'GX', 'DS'].map((code) => r14('yellow', code, household([pupil('21')], registered(code)))),
  r14('none', 'QT is no registered class here', household([pupil('21')], registered('QT'))),
  r14('none', 'no class', household([pupil('21')])),
  r14('none', 'aided', household([pupil('21', { aid: [aid('2026-2027-1')] })], registered('DB'))),
  r14('yellow', 'aided last term', household([pupil('21', { aid: [aid('2025-2026-2')] })], registered('DB'))),
  r14('none', 'suspended', household([member({ schooling: [schooling('21', { status: '2' })] })], registered('DB'))),
  r14('yellow', 'sixty days into the first term', household([pupil('21')], registered('DB')), { day: '2026-10-31' }),
  r14('none', 'fifty-nine days', household([pupil('21')], registered('DB')), { day: '2026-10-30' }),
  r14('yellow', 'sixty days into the second term', household([pupil('21')], registered('DB')), { day: '2027-04-17' }),
  r14('none', 'fifty-nine days into the second term', household([pupil('21')], registered('DB')), {
    day: '2027-04-16',
  }),
  r14('yellow', 'the first term lasts into February', household([pupil('21')], registered('DB')), {
    day: '2027-02-15',
  }),
  r14('none', 'and its aid too', household([pupil('21', { aid: [aid('2026-2027-1')] })], registered('DB')), {
    day: '2027-02-15',
  }),
  r14('none', 'expired class', household([pupil('21')], registered('DB', { validUntil: asDay('2026-10-30') }))),
  r14('unknown', 'aid is out of date', household([pupil('21')], registered('DB')), { stale: ['ED03'] }),
  r14('none', 'aid is out of date, nobody studies', household([member()], registered('DB')), { stale: ['ED03'] }),
];

const child = (parts = {}) => household([member({ birthDate: asDay('2016-03-03'), ...parts })]);
const left = (status: string, statusDate: string | null) =>
  child({ schooling: [schooling('21', { status, statusDate: statusDate === null ? null : asDay(statusDate) })] });

export const R15B_CASES = [
  r15('red', 'no record', child(), { members: [0] }),
  r15('none', 'enrolled', child({ schooling: [schooling('21')] })),
  r15('none', 'taught at home', child({ schooling: [schooling('21', { homeTaught: true })] })),
  r15('red', 'six on the day', child({ birthDate: asDay('2020-10-31') })),
  r15('none', 'six the day after', child({ birthDate: asDay('2020-11-01') })),
  r15('none', 'sixteen on the day', child({ birthDate: asDay('2010-10-31') })),
  r15('red', 'sixteen the day after', child({ birthDate: asDay('2010-11-01') })),
  r15('red', 'left thirty days ago', left('4', '2026-10-01')),
  r15('none', 'left twenty-nine days ago', left('4', '2026-10-02')),
  r15('red', 'suspended thirty days ago', left('2', '2026-10-01')),
  r15('none', 'suspended on the day', left('2', '2026-10-31')),
  r15('unknown', 'left on an unknown day', left('4', null), { members: [0] }),
  r15('unknown', 'suspended on an unknown day', left('2', null)),
  r15('red', 'graduated at once', left('3', '2026-10-31')),
  r15('red', 'graduated on an unknown day', left('3', null)),
  r15('unknown', 'age unknown', child({ birthDate: null }), { members: [0] }),
  r15('none', 'age unknown, but enrolled', child({ birthDate: null, schooling: [schooling('21')] })),
  r15(
    'none',
    'age unknown, left yesterday',
    child({ birthDate: null, schooling: [schooling('21', { status: '4', statusDate: asDay('2026-10-30') })] }),
  ),
  r15('unknown', 'a birth date after the day', child({ birthDate: asDay('2027-01-01') })),
  r15('red', 'one of two', household([member(), ...child().members]), { members: [1] }),
  r15('unknown', 'enrolments are out of date', child(), { stale: ['ED01'] }),
  r15('none', 'enrolments are out of date, no child', household([member()]), { stale: ['ED01'] }),
  r15('unknown', 'the roll is out of date', child(), { stale: ['CA05'], members: [] }),
];
