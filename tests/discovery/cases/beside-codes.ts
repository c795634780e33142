/** Every code and month that a rule lists, told apart from its neighbours. */
import { asDay } from '../../../src/kernel/day.ts';
import type { ClueKind } from '../../../src/modules/discovery/index.ts';
import {
  certificate,
  chronic,
  clue,
  contributions,
  death,
  fen,
  household,
  member,
  monthsBack,
  payment,
  recognition,
} from '../../support/documents.ts';
import { casesOf, type RuleCase } from '../rule-case.ts';

const [r16, r18, r23, r25] = [casesOf('R16'), casesOf('R18'), casesOf('R23'), casesOf('R25')];
const [x1, x2] = [casesOf('X1'), casesOf('X2')];
const of = (code: string) => ({ recognition: recognition(code) });
const paid = (...list: readonly (readonly [string, number])[]) => ({
  payments: list.map(([code, back]) => ({ ...payment(code, monthsBack(back)), paidOn: asDay('2026-10-15') })),
});

const dead = { deaths: [death('2026-03-01')] };
const listed = (relationshipToHead: string, parts = {}) => member(parts, { relationshipToHead });
const child = (parts = {}, relation = '20') => listed(relation, { birthDate: asDay('2016-01-01'), ...parts });
const orphan = (parts = {}, relation = '20') =>
  household([listed('01', dead), listed('10', dead), child(parts, relation)]);
const held = (category: string, level: string) => ({ certificates: [certificate(category, level)] });
const parent = (parts: object) => household([listed('01', dead), listed('10', parts), child()]);
const kept = (kind: ClueKind) => {
  const who = listed('10');
  return r16('red', `${kind} for six months`, household([listed('01', dead), who, child()]), {
    clues: [clue(kind, '2026-04-30', { personId: who.person.id })],
  });
};
/** A grandchild whose one parent is dead and whose other relative of that generation is severely disabled. */
const grandchild = (birthDate: string) =>
  household([
    listed('01'),
    listed('20', dead),
    listed('30', { birthDate: asDay(birthDate), ...held('4', '1') }),
    child({}, '40'),
  ]);

export const UNATTENDED: readonly RuleCase[] = [
  r16('none', 'served as unattended this month', orphan(paid(['SSW', 0]))),
  r16('none', 'served as unattended last month', orphan(paid(['SSW', 1]))),
  r16('red', 'served as unattended two months ago', orphan(paid(['SSW', 2]))),
  r16('none', 'served as an orphan this month', orphan(paid(['GER', 0]))),
  r16('red', 'served as an orphan two months ago', orphan(paid(['GER', 2]))),
  r16('red', 'a daughter', orphan({}, '30')),
  r16('none', 'no child of theirs', orphan({}, '99')),
  r16(
    'none',
    'a child of the head, who is able',
    household([listed('01'), listed('20', dead), listed('30', dead), child()]),
  ),
  r16('red', 'a parent on dialysis', parent({ chronic: [chronic('M07800', '2026-01-01')] })),
  r16('red', 'a parent with level 2', parent(held('4', '2'))),
  r16('red', 'a parent with level 3 intellectual', parent(held('5', '3'))),
  ...(['COMPULSORY_DETOX', 'RESTRAINED', 'OUT_OF_CONTACT'] as const).map(kept),
  r16('red', 'the other is eighteen', grandchild('2008-10-31')),
  r16('none', 'the other is seventeen, a child itself', grandchild('2008-11-01')),
  r16(
    'none',
    'the other parent is not listed, in the generation between',
    household([listed('01'), listed('20', dead), child({}, '40')]),
  ),
];

const elder = member({ birthDate: asDay('1950-01-01'), ...held('4', '1') });

export const ELDERS: readonly RuleCase[] = [
  r18('orange', 'four activities lost, not alone', household([elder, member()]), {
    clues: [
      clue('ELDER_FILE', '2020-01-01', { personId: elder.person.id }),
      clue('DAILY_LIVING', '2026-01-01', { personId: elder.person.id, value: 4 }),
    ],
  }),
];

const wages = (from: number, to: number, yuan: number) => contributions(from, to, { base: fen(yuan) });
const owner = member();
const acquired = (kind: ClueKind, day: string) => ({ clues: [clue(kind, day, { personId: owner.person.id })] });

export const CONTRADICTED: readonly RuleCase[] = [
  r23('none', 'only the month before last', household([member({ contributions: wages(2, 2, 9_000) })], of('DB'))),
  r23('yellow', 'a new vehicle', household([owner], of('DB')), acquired('NEW_VEHICLE', '2026-05-01')),
  r23('yellow', 'a further home', household([owner], of('DB')), acquired('SECOND_HOME', '2026-05-01')),
  r23('none', 'a year and a day ago', household([owner], of('DB')), acquired('NEW_COMPANY', '2025-10-31')),
  r23(
    'yellow',
    'the destitute have the lower line',
    household([member({ contributions: wages(2, 1, 1_755) })], of('TK')),
  ),
];

const EVENTS = ['FIRE', 'TRAFFIC', 'VIOLENCE', 'DISASTER', 'ACUTE_ILLNESS'] as const;
const fire = { clues: [clue('FIRE', '2026-10-30', { householdId: 1 })] };
const aged = (birthDate: string) => household([member({ birthDate: asDay(birthDate) })]);

export const EVENT_KINDS: readonly RuleCase[] = [
  ...EVENTS.map((kind) =>
    r25('orange', `${kind} at home`, household([member()]), {
      clues: [clue(kind, '2026-10-30', { householdId: 1 })],
    }),
  ),
  ...EVENTS.map((kind) => {
    const hurt = member();
    return r25('orange', `${kind} to a person`, household([hurt, member()]), {
      clues: [clue(kind, '2026-10-30', { personId: hurt.person.id })],
    });
  }),
  r25('none', 'nobody lives there any more', household([member(dead)]), fire),
  r25('red', 'someone of seventeen', household([member(), member({ birthDate: asDay('2008-11-01') })]), fire),
  r25('orange', 'nobody under eighteen', household([member(), member({ birthDate: asDay('2008-10-31') })]), fire),
  r25('red', 'alone at sixty', aged('1966-10-31'), fire),
  r25('orange', 'alone at fifty-nine', aged('1966-11-01'), fire),
];

const beneficiary = (...list: readonly (readonly [string, number])[]) => household([member(paid(...list))]);
const BASIC = [
  ['GER', 'SSW'],
  ['GER', 'TKJ'],
  ['SSW', 'TKJ'],
] as const;

export const DUPLICATES: readonly RuleCase[] = [
  ...['TKJ', 'CJS', 'CJH', 'GER', 'SSW'].flatMap((code) => [
    x1('yellow', `${code} twice in a month`, beneficiary([code, 0], [code, 0])),
    x1('none', `${code} once`, beneficiary([code, 0])),
  ]),
  ...BASIC.flatMap(([one, other]) => [
    x1('yellow', `${one} and ${other} in a month`, beneficiary([one, 0], [other, 0])),
    x1('none', `${one} after ${other}`, beneficiary([one, 0], [other, 1])),
    x1('none', `${other} after ${one}`, beneficiary([one, 1], [other, 0])),
  ]),
];

export const CHAIN: readonly RuleCase[] = [
  x2('none', 'allowance paid this month', household([member(paid(['DBJ', 0]))], of('DB'))),
  x2('none', 'destitute and paid this month', household([member(paid(['TKJ', 0]))], of('TK'))),
  x2('none', 'destitute and paid last month', household([member(paid(['TKJ', 1]))], of('TK'))),
  x2('yellow', 'destitute, paid two months ago', household([member(paid(['TKJ', 2]))], of('TK'))),
  x2('none', 'nobody lives there any more', household([member(dead)], of('DB'))),
];
