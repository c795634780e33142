/** The table in docs says what the policy says, in every cell and all circumstances. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../../src/modules/discovery/index.ts';
import { type Given, PLAIN_PACK, plainVerb, type Verb } from '../support/plain-policy.ts';

const { rules } = await loadPack('packs', 'shanghai/changning');

describe('the desks of the agencies', () => {
  it('work with the hits whose target policy is theirs', () => {
    const desks = Object.values(PLAIN_PACK.roles).filter(
      ({ agency, rows }) => agency !== undefined && rows.alerts !== 'none',
    );
    expect(desks).toHaveLength(4);
    for (const { agency, rows } of desks) {
      const theirs = rules.filter(({ agencies, restricted }) => !restricted && agencies.some((one) => one === agency));
      expect([agency, rows.alertRules]).toEqual([agency, theirs.map(({ id }) => id)]);
    }
  });
});

const SIGN: Readonly<Record<Verb, string>> = { allow: '●', mask: '◐', withhold: '·' };
const LETTERS = ['A', 'E', 'S', 'K', 'C', 'O'] as const;
const own = PLAIN_PACK.obligors.consent;
const OTHERS = Object.keys(PLAIN_PACK.consents).filter((kind) => kind !== own);

/** What the letters beside a sign stand for. */
function givenBy(letters: ReadonlySet<string>): Given {
  return {
    openAlert: letters.has('A'),
    emergency: letters.has('E'),
    secondPerson: letters.has('S'),
    consents: letters.has('K') ? OTHERS : [],
    child: letters.has('C'),
    obligor: letters.has('O'),
  };
}

const SUBSETS = Array.from(
  { length: 2 ** LETTERS.length },
  (_, bits) => new Set<string>(LETTERS.filter((_letter, place) => (bits >> place) % 2 === 1)),
);

/** The sign that names most of what holds. */
function signIn(cell: string, held: ReadonlySet<string>): string {
  const signs = cell.split(' ').map((text) => ({ sign: text.at(-1) ?? '', letters: [...text.slice(0, -1)] }));
  const fitting = signs.filter(({ letters }) => letters.every((letter) => held.has(letter)));
  return fitting.reduce((most, one) => (one.letters.length > most.letters.length ? one : most)).sign;
}

/** Cells of a role's table, by class and purpose. */
function tableOf(section: string): Map<string, Map<string, string>> {
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const [head = '', , ...body] = rows.map((line) => line.slice(2, -2));
  const purposes = head
    .split(' | ')
    .slice(2)
    .map((title) => title.split(' ').at(-1) ?? '');
  return new Map(
    body.map((line) => {
      const [title = '', , ...cells] = line.split(' | ');
      return [
        /`(.+)`/.exec(title)?.[1] ?? '',
        new Map(purposes.map((purpose, place) => [purpose, cells[place] ?? ''])),
      ];
    }),
  );
}

const sections = readFileSync('docs/access.md', 'utf8').split('\n## ').slice(1);

describe('the table of who sees what', () => {
  it('holds every role', () => {
    expect(sections.map((section) => section.split('\n')[0]?.split(' ').at(-1))).toEqual(Object.keys(PLAIN_PACK.roles));
  });

  it.each(sections.map((section) => [section.split('\n')[0]?.split(' ').at(-1) ?? '', section]))(
    'says of %s what the policy says',
    (role, section) => {
      const table = tableOf(section);
      const wrong: string[] = [];
      for (const purpose of [null, ...(PLAIN_PACK.roles[role]?.purposes ?? [])])
        for (const dataClass of Object.keys(PLAIN_PACK.classes)) {
          const cell = table.get(dataClass)?.get(purpose ?? 'unstated') ?? '·';
          for (const held of SUBSETS) {
            const verb = plainVerb(PLAIN_PACK, { roles: [role], purpose, contract: true }, dataClass, givenBy(held));
            if (signIn(cell, held) !== SIGN[verb]) wrong.push(`${dataClass} for ${purpose} with ${[...held]}`);
          }
        }
      expect(wrong).toEqual([]);
    },
  );
});
