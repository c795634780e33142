import { asDay } from '../../../src/kernel/day.ts';
import {
  certificate,
  clue,
  contributions,
  death,
  fen,
  household,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
  schooling,
  service,
} from '../../support/documents.ts';
import { casesOf, type Word } from '../rule-case.ts';

const r06 = casesOf('R06');
const r09 = casesOf('R09');
const r17 = casesOf('R17');
const r18 = casesOf('R18');
const r19 = casesOf('R19');
const DB = { recognition: recognition('DB') };
const light = (parts = {}) => member({ certificates: [certificate('4', '4')], ...parts });

export const R06_CASES = [
  r06('yellow', 'any level', household([light()], DB), { members: [0] }),
  r06('none', 'not disabled', household([member()], DB)),
  r06('none', 'another class', household([light()], { recognition: recognition('BY') })),
  r06('none', 'no class', household([light()])),
  r06('none', 'already served', household([light({ payments: [payment('CJS', monthsBack(1))] })], DB)),
  r06('yellow', 'paid two months ago', household([light({ payments: [payment('CJS', monthsBack(2))] })], DB)),
  r06('none', 'paid in full as unattended', household([light({ payments: [payment('SSW', monthsBack(0))] })], DB)),
  r06(
    'none',
    'ran out the day before',
    household([member({ certificates: [certificate('4', '4', { expiresOn: asDay('2026-10-30') })] })], DB),
  ),
  r06('unknown', 'payments are out of date', household([light()], DB), { stale: ['CA03'] }),
];

const earner = (yuan: number, parts = {}) =>
  member({ contributions: contributions(2, 0, { base: fen(yuan) }), ...parts });
const died = (day = '2026-10-01') => ({ deaths: [death(day)] });
const child = () => member({ birthDate: asDay('2016-01-01') });
const newlyDisabled = (day = '2026-10-01', level = '2') => ({
  certificates: [certificate('4', level, { issuedOn: asDay(day) })],
});

export const R09_CASES = [
  r09('red', 'who earned all of it died', household([earner(5_000, died()), child()]), { members: [0] }),
  r09('red', 'who earned half of it died', household([earner(5_000, died()), earner(5_000), child()])),
  r09('none', 'who earned less died', household([earner(4_999.99, died()), earner(5_000), child()])),
  r09('red', 'ninety days with the day', household([earner(5_000, died('2026-08-03')), child()])),
  r09('none', 'a day longer ago', household([earner(5_000, died('2026-08-02')), child()])),
  r09('none', 'nobody depends on anybody', household([earner(5_000, died()), member()])),
  r09('red', 'an elder does', household([earner(5_000, died()), member({ birthDate: asDay('1966-10-31') })])),
  r09('orange', 'in a household on allowance', household([earner(5_000, died()), child()], DB)),
  r09(
    'red',
    'half of the stated income',
    household([earner(5_000, died()), child()], {
      recognition: recognition('BY', { annualIncome: fen(120_000) }),
    }),
  ),
  r09(
    'none',
    'less than half of it',
    household([earner(5_000, died()), child()], {
      recognition: recognition('BY', { annualIncome: fen(120_000.01) }),
    }),
  ),
  r09('red', 'newly disabled', household([earner(5_000, newlyDisabled()), child()]), { members: [0] }),
  r09('none', 'level 3', household([earner(5_000, newlyDisabled('2026-10-01', '3')), child()])),
  r09('none', 'disabled for long', household([earner(5_000, newlyDisabled('2026-01-01')), child()])),
  r09('none', 'earns less than half', household([earner(4_999, newlyDisabled()), earner(5_000), child()])),
  r09('unknown', 'what the dead earned is unknown', household([member(died()), child()])),
  r09('unknown', 'deaths are out of date', household([earner(5_000), child()]), { stale: ['CA04'] }),
];

const elder = (birth = '1966-10-31', parts = {}) =>
  member({ birthDate: asDay(birth), pensions: [pension(1_594)], ...parts });

export const R17_CASES = [
  r17('red', 'sixty on the day, alone, a little below the standard', household([elder()]), { members: [0] }),
  r17('none', 'sixty the day after', household([elder('1966-11-01')])),
  r17('none', 'at the standard', household([elder('1960-01-01', { pensions: [pension(1_595)] })])),
  r17(
    'orange',
    'with a grandchild',
    household([elder('1960-01-01', { pensions: [pension(3_000)] }), member({ birthDate: asDay('2016-01-01') })]),
    {
      members: [0, 1],
    },
  ),
  r17('none', 'with someone able', household([elder(), member()])),
  r17('orange', 'with a student', household([elder(), member({ schooling: [schooling('41')] })])),
  r17('orange', 'with level 2 physical', household([elder(), member({ certificates: [certificate('4', '2')] })])),
  r17('none', 'level 3 physical is able', household([elder(), member({ certificates: [certificate('4', '3')] })])),
  r17('orange', 'level 3 mental is not', household([elder(), member({ certificates: [certificate('6', '3')] })])),
  r17('none', 'level 2 visual is able', household([elder(), member({ certificates: [certificate('1', '2')] })])),
  r17('none', 'already served: TK', household([elder()], { recognition: recognition('TK') })),
  r17(
    'red',
    'assets at the cap',
    household([elder()], {
      recognition: recognition('DB', { annualIncome: fen(0), assets: fen(30_000) }),
    }),
  ),
  r17(
    'none',
    'a fen more',
    household([elder()], {
      recognition: recognition('DB', { annualIncome: fen(0), assets: fen(30_000.01) }),
    }),
  ),
  r17('unknown', 'income unknown', household([elder('1960-01-01', { pensions: [] })])),
  r17('unknown', 'age unknown', household([elder('1960-01-01', { birthDate: null })])),
  r17('none', 'nobody lives there', household([elder('1960-01-01', died())])),
];

const onFile = (parts = {}, clues: readonly (readonly [Parameters<typeof clue>[0], string, object?])[] = []) => {
  const who = member({ birthDate: asDay('1956-10-31'), ...parts });
  const all = [['ELDER_FILE', '2020-01-01'] as const, ...clues];
  return { who, clues: all.map(([kind, day, more]) => clue(kind, day, { personId: who.person.id, ...more })) };
};
/** One elder on file, with what else is told of them, and others in the household. */
const case18 = (
  says: Word,
  about: string,
  ...[parts, clues, others = []]: [...Parameters<typeof onFile>, (readonly ReturnType<typeof member>[])?]
) => {
  const { who, clues: told } = onFile(parts, clues);
  return r18(says, about, household([who, ...others]), { clues: told });
};
const severe = { certificates: [certificate('4', '1')] };
const SIXTY = { birthDate: asDay('1966-10-31') };

export const R18_CASES = [
  case18('orange', 'seventy on the day and alone'),
  case18('none', 'seventy the day after', { birthDate: asDay('1956-11-01') }),
  case18('none', 'not alone', {}, [], [member()]),
  case18('orange', 'sixty, severely disabled, not alone', { ...SIXTY, ...severe }, [], [member()]),
  case18('none', 'sixty the day after', { birthDate: asDay('1966-11-01'), ...severe }),
  case18('orange', 'graded for long-term care', SIXTY, [['LONG_TERM_CARE', '2026-01-01', { value: 3 }]]),
  case18('orange', 'lost the only child', SIXTY, [['LOST_ONLY_CHILD', '2020-01-01']]),
  case18('none', 'neither', SIXTY),
  case18('none', 'already served: care within sixty days', { services: [service('4', '2026-09-02')] }),
  case18('orange', 'care a day longer ago', { services: [service('4', '2026-09-01')] }),
  case18('none', 'care that a visit recorded', {}, [['CARE_SERVICE', '2026-10-30']]),
  case18('red', 'four activities lost, alone', {}, [['DAILY_LIVING', '2026-01-01', { value: 4 }]]),
  case18('orange', 'three of them', {}, [['DAILY_LIVING', '2026-01-01', { value: 3 }]]),
  r18('unknown', 'on no file', household([member({ birthDate: asDay('1950-01-01') })])),
  r18(
    'none',
    'on no file, but cared for',
    household([member({ birthDate: asDay('1950-01-01'), services: [service('4', '2026-10-01')] })]),
  ),
];

const fresh = (day = '2026-10-15', parts = {}) =>
  member({
    certificates: [certificate('4', '1', { issuedOn: asDay(day) })],
    payments: [payment('CJH', monthsBack(0))],
    pensions: [pension(3_000)],
    ...parts,
  });

export const R19_CASES = [
  r19('yellow', 'paid already, and not for R05', household([fresh()]), { members: [0] }),
  r19('yellow', 'thirty days with the day', household([fresh('2026-10-02')])),
  r19('none', 'a day longer ago', household([fresh('2026-10-01')])),
  r19('none', 'R04 finds who is not paid', household([fresh(undefined, { payments: [] })])),
  r19('none', 'R05 finds who has nothing', household([fresh(undefined, { pensions: [] })])),
  r19('yellow', 'R05 leaves out households on allowance', household([fresh(undefined, { pensions: [] })], DB)),
  r19('yellow', 'and minors', household([fresh(undefined, { pensions: [], birthDate: asDay('2008-11-01') })])),
  r19(
    'none',
    'not severe',
    household([fresh(undefined, { certificates: [certificate('4', '3', { issuedOn: asDay('2026-10-15') })] })]),
  ),
  r19('unknown', 'certificates are out of date', household([fresh()]), { stale: ['DF01'] }),
];
