import { asDay } from '../../../src/kernel/day.ts';
import {
  certificate,
  contributions,
  death,
  household,
  member,
  monthsBack,
  payment,
  pension,
  recognition,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r04 = casesOf('R04');
const r05 = casesOf('R05');
const severe = (parts = {}) => member({ certificates: [certificate('4', '1')], ...parts });
const holding = (category: string, level: string, parts = {}) =>
  household([member({ certificates: [certificate(category, level, parts)] })]);

export const R04_CASES = [
  r04('orange', 'level 1', holding('4', '1'), { members: [0] }),
  r04('orange', 'level 2', holding('1', '2')),
  r04('orange', 'level 3 intellectual', holding('5', '3')),
  r04('orange', 'level 3 mental', holding('6', '3')),
  r04('none', 'level 3 multiple', holding('7', '3')),
  r04('none', 'level 3 physical', holding('4', '3')),
  r04('none', 'level 4 intellectual', holding('5', '4')),
  r04('orange', 'the certificate ends on the day', holding('4', '1', { expiresOn: asDay('2026-10-31') })),
  r04('none', 'it ended the day before', holding('4', '1', { expiresOn: asDay('2026-10-30') })),
  r04('orange', 'issued on the day', holding('4', '1', { issuedOn: asDay('2026-10-31') })),
  r04('none', 'issued the day after', holding('4', '1', { issuedOn: asDay('2026-11-01') })),
  r04('none', 'cancelled', holding('4', '1', { status: '2' })),
  r04(
    'none',
    'the newest certificate is light',
    household([
      member({ certificates: [certificate('4', '1'), certificate('4', '4', { issuedOn: asDay('2024-01-01') })] }),
    ]),
  ),
  r04(
    'orange',
    'the newest certificate is severe',
    household([
      member({ certificates: [certificate('4', '4'), certificate('4', '1', { issuedOn: asDay('2024-01-01') })] }),
    ]),
  ),
  r04('none', 'already served: paid this month', household([severe({ payments: [payment('CJH', monthsBack(0))] })])),
  r04('none', 'already served: paid last month', household([severe({ payments: [payment('CJH', monthsBack(1))] })])),
  r04('orange', 'paid two months before', household([severe({ payments: [payment('CJH', monthsBack(2))] })])),
  r04('orange', 'paid for the month after', household([severe({ payments: [payment('CJH', monthsBack(-1))] })])),
  r04('orange', 'another programme', household([severe({ payments: [payment('CJS', monthsBack(0))] })])),
  r04('none', 'the dead need none', household([severe({ deaths: [death('2026-10-31')] })])),
  r04('orange', 'names the one of two', household([severe({ payments: [payment('CJH', monthsBack(0))] }), severe()]), {
    members: [1],
  }),
  r04('unknown', 'certificates are out of date', household([member()]), { stale: ['DF01'], members: [0] }),
  r04('unknown', 'payments are out of date', household([severe()]), { stale: ['CA03'] }),
  r04('none', 'payments are out of date, nobody is severely disabled', household([member()]), { stale: ['CA03'] }),
];

export const R05_CASES = [
  r05('orange', 'no work, no pension', household([severe()]), { members: [0] }),
  r05('orange', 'eighteen on the day', household([severe({ birthDate: asDay('2008-10-31') })])),
  r05('none', 'eighteen the day after', household([severe({ birthDate: asDay('2008-11-01') })])),
  r05('none', 'born on 29 February, the day before 1 March', household([severe({ birthDate: asDay('2012-02-29') })]), {
    day: '2030-02-28',
  }),
  r05('orange', 'born on 29 February, on 1 March', household([severe({ birthDate: asDay('2012-02-29') })]), {
    day: '2030-03-01',
  }),
  r05('unknown', 'birth date unknown', household([severe({ birthDate: null })]), { members: [0] }),
  r05(
    'none',
    'birth date unknown, but a pension is paid',
    household([severe({ birthDate: null, pensions: [pension(3_000)] })]),
  ),
  r05('none', 'contributed this month', household([severe({ contributions: contributions(0, 0) })])),
  r05('none', 'contributed two months ago', household([severe({ contributions: contributions(2, 2) })])),
  r05('orange', 'contributed three months ago', household([severe({ contributions: contributions(3, 3) })])),
  r05('orange', 'arrears only', household([severe({ contributions: contributions(2, 0, { status: '2' }) })])),
  r05('none', 'pension', household([severe({ pensions: [pension(3_000)] })])),
  r05('orange', 'pension stopped', household([severe({ pensions: [pension(3_000, '2')] })])),
  r05('none', 'suppressed: DB', household([severe()], { recognition: recognition('DB') })),
  r05('none', 'suppressed: TK', household([severe()], { recognition: recognition('TK') })),
  r05('orange', 'BY does not suppress', household([severe()], { recognition: recognition('BY') })),
  r05(
    'none',
    'DB until the day',
    household([severe()], { recognition: recognition('DB', { validUntil: asDay('2026-10-31') }) }),
  ),
  r05(
    'orange',
    'DB until the day before',
    household([severe()], { recognition: recognition('DB', { validUntil: asDay('2026-10-30') }) }),
  ),
  r05('none', 'level 3 physical', household([member({ certificates: [certificate('4', '3')] })])),
  r05('orange', 'level 3 mental', household([member({ certificates: [certificate('6', '3')] })])),
  r05('orange', 'a hit outweighs an unknown', household([severe({ birthDate: null }), severe()]), { members: [1] }),
  r05('unknown', 'pensions never delivered', household([severe()]), { stale: ['HR03'] }),
];
