import { asDay } from '../../../src/kernel/day.ts';
import type { Clue, ClueKind } from '../../../src/modules/discovery/index.ts';
import {
  certificate,
  chronic,
  clue,
  death,
  hardship,
  household,
  member,
  monthsBack,
  payment,
  recognition,
  schooling,
  service,
} from '../../support/documents.ts';
import { casesOf } from '../rule-case.ts';

const r07 = casesOf('R07');
const r15a = casesOf('R15a');
const r15c = casesOf('R15c');
const r16 = casesOf('R16');
const disabled = (birth: string | null, parts = {}) =>
  member({ birthDate: birth === null ? null : asDay(birth), certificates: [certificate('6', '4')], ...parts });
const DB = { recognition: recognition('DB') };

export const R07_CASES = [
  r07('yellow', 'six years old', household([disabled('2020-01-01')]), { members: [0] }),
  r07('yellow', 'seven the day after', household([disabled('2019-11-01')])),
  r07('none', 'seven on the day', household([disabled('2019-10-31')])),
  r07('orange', 'a registered household', household([disabled('2020-01-01')], DB)),
  r07('none', 'not disabled', household([member({ birthDate: asDay('2020-01-01') })])),
  r07('none', 'already served', household([disabled('2020-01-01', { services: [service('1', '2025-11-01')] })])),
  r07(
    'yellow',
    'served a day too long ago',
    household([disabled('2020-01-01', { services: [service('1', '2025-10-31')] })]),
  ),
  r07(
    'yellow',
    'an aid is no rehabilitation',
    household([disabled('2020-01-01', { services: [service('2', '2026-10-01')] })]),
  ),
  r07('unknown', 'age unknown', household([disabled(null)])),
  r07('unknown', 'services are out of date', household([disabled('2020-01-01')]), { stale: ['DF02'] }),
];

const pupil = (level: string, year?: string) => member({ hardship: [hardship(level, year)] });

export const R15A_CASES = [
  r15a('orange', 'the gravest level', household([pupil('1')]), { members: [0] }),
  r15a('yellow', 'the level below', household([pupil('2')])),
  r15a('none', 'a common one', household([pupil('3')])),
  r15a('none', 'none', household([pupil('0')])),
  r15a('none', 'of last school year', household([pupil('1', '2025-2026')])),
  r15a('yellow', 'of last school year, on its last day', household([pupil('2', '2025-2026')]), { day: '2026-08-31' }),
  r15a('none', 'suppressed: registered', household([pupil('1')], DB)),
  r15a(
    'orange',
    'registered until the day before',
    household([pupil('1')], {
      recognition: recognition('DB', { validUntil: asDay('2026-10-30') }),
    }),
  ),
  r15a('unknown', 'recognitions are out of date', household([pupil('1')]), { stale: ['ED02'] }),
];

export const R15C_CASES = [
  r15c('orange', 'six on the day', household([disabled('2020-10-31')]), { members: [0] }),
  r15c('none', 'six the day after', household([disabled('2020-11-01')])),
  r15c('orange', 'sixteen the day after', household([disabled('2010-11-01')])),
  r15c('none', 'sixteen on the day', household([disabled('2010-10-31')])),
  r15c(
    'none',
    'already served: taught at home',
    household([disabled('2015-01-01', { schooling: [schooling('21', { homeTaught: true })] })]),
  ),
  r15c('orange', 'suspended', household([disabled('2015-01-01', { schooling: [schooling('21', { status: '2' })] })])),
  r15c(
    'none',
    'the certificate ran out',
    household([
      member({
        birthDate: asDay('2015-01-01'),
        certificates: [certificate('6', '4', { expiresOn: asDay('2026-10-30') })],
      }),
    ]),
  ),
  r15c('unknown', 'age unknown', household([disabled(null)])),
  r15c('unknown', 'school is out of date', household([disabled('2015-01-01')]), { stale: ['ED01'] }),
];

const listed = (relationshipToHead: string, parts = {}) => member(parts, { relationshipToHead });
const child = (parts = {}, relation = '20') => listed(relation, { birthDate: asDay('2016-01-01'), ...parts });
const dead = { deaths: [death('2026-03-01')] };
const severe = { certificates: [certificate('4', '1')] };
const head = (parts = {}) => listed('01', parts);
const spouse = (parts = {}) => listed('10', parts);
const about = (place: { person: { id: number } }) => ({ personId: place.person.id });
/** A person of whom something is told. */
const toldOf = (who: ReturnType<typeof member>, kind: ClueKind, day: string, parts: Partial<Clue> = {}) => ({
  who,
  clues: [clue(kind, day, { ...about(who), ...parts })],
});
const inCustody = toldOf(head(), 'CUSTODY', '2026-04-30');
const soonSixMonths = toldOf(head(), 'CUSTODY', '2026-05-01');
const released = toldOf(head(), 'CUSTODY', '2025-01-01', { endedOn: asDay('2026-10-31') });
const missing = toldOf(spouse(), 'DECLARED_MISSING', '2026-09-01');
const told = child();

export const R16_CASES = [
  r16('red', 'an orphan', household([head(dead), spouse(dead), child()]), { members: [2] }),
  r16('red', 'one dead, one severely disabled', household([head(dead), spouse(severe), child()])),
  r16('red', 'both severely disabled', household([head(severe), spouse(severe), child()])),
  r16(
    'red',
    'level 4 mental counts for parents',
    household([head(dead), spouse({ certificates: [certificate('6', '4')] }), child()]),
  ),
  r16(
    'none',
    'level 3 physical does not',
    household([head(dead), spouse({ certificates: [certificate('4', '3')] }), child()]),
  ),
  r16('red', 'gravely ill', household([head(dead), spouse({ chronic: [chronic('M00500', '2026-01-01')] }), child()])),
  r16('none', 'a parent is able', household([head(dead), spouse(), child()])),
  r16('none', 'the other parent is not listed', household([head(severe), child()])),
  r16('red', 'in custody for six months', household([inCustody.who, spouse(dead), child()]), inCustody),
  r16('none', 'a day less', household([soonSixMonths.who, spouse(dead), child()]), soonSixMonths),
  r16('none', 'released on the day', household([released.who, spouse(dead), child()]), released),
  r16('red', 'declared missing', household([head(dead), missing.who, child()]), missing),
  r16(
    'red',
    'a grandchild, the generation between is gone',
    household([head(), listed('20', dead), listed('30', severe), child({}, '40')]),
  ),
  r16(
    'none',
    'a grandchild with an able parent',
    household([head(), listed('20', dead), listed('30'), child({}, '40')]),
  ),
  r16('red', 'a child worker says so', household([head(), told]), {
    clues: [clue('UNATTENDED_CHILD', '2026-10-01', about(told))],
  }),
  r16('none', 'told, and withdrawn', household([head(), told]), {
    clues: [clue('UNATTENDED_CHILD', '2026-10-01', { ...about(told), withdrawnOn: asDay('2026-10-31') })],
  }),
  r16('none', 'told the day after', household([head(), told]), {
    clues: [clue('UNATTENDED_CHILD', '2026-10-01', { ...about(told), recordedOn: asDay('2026-11-01') })],
  }),
  r16('none', 'eighteen on the day', household([head(dead), spouse(dead), child({ birthDate: asDay('2008-10-31') })])),
  r16(
    'red',
    'eighteen the day after',
    household([head(dead), spouse(dead), child({ birthDate: asDay('2008-11-01') })]),
  ),
  r16(
    'none',
    'already served',
    household([head(dead), spouse(dead), child({ payments: [payment('GER', monthsBack(1))] })]),
  ),
  r16(
    'red',
    'paid two months ago',
    household([head(dead), spouse(dead), child({ payments: [payment('SSW', monthsBack(2))] })]),
  ),
  r16('unknown', 'age unknown', household([head(dead), spouse(dead), child({ birthDate: null })])),
  r16('unknown', 'certificates are out of date', household([head(dead), spouse(), child()]), { stale: ['DF01'] }),
];
