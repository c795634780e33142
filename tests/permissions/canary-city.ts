/** A population in which every protected value is a canary: it occurs once, so that wherever it shows, one knows whose it is. */
import { addDays, asDay } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { formatFen } from '../../src/kernel/money.ts';
import type { HouseholdDocument, PersonDocument } from '../../src/modules/household/index.ts';
import { ASSISTED, CHILD, HEAD, number, OTHER, QUIET, ROLL } from '../api/support/sample-city.ts';

/** A value, and what one must be allowed to see it. */
export interface Canary {
  readonly text: string;
  readonly classes: readonly string[];
  readonly household: number;
  readonly child: boolean;
  readonly openAlert: boolean;
}

/** The agency's section that each kind of record belongs to. */
const SECTION_OF: Readonly<Record<string, string>> = {
  payments: 'civil-affairs',
  insurance: 'health-insurance',
  settlements: 'health-insurance',
  chronic: 'health-insurance',
  schooling: 'education',
  hardship: 'education',
  aid: 'education',
  contributions: 'human-resources',
  unemployment: 'human-resources',
  pensions: 'human-resources',
  certificates: 'disability',
  services: 'disability',
};

export const CANARIES: Canary[] = [
  { text: '档案柜', classes: ['consent', 'consent-evidence'], household: 1, child: false, openAlert: true },
  { text: '来信撤回', classes: ['consent', 'consent-evidence'], household: 1, child: false, openAlert: true },
  { text: '赵六', classes: ['raw-row'], household: 0, child: false, openAlert: true },
  { text: '卧床', classes: ['visit', 'visit-findings'], household: 1, child: false, openAlert: true },
];

let hatched = 0;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Codes and years say nothing of one person; what is longer, or Chinese, does. */
const TELLING = /[\u4e00-\u9fff]|^.{4,}$/;

type Place = Omit<Canary, 'text' | 'classes'>;

/** A value of the same kind that nobody else has. */
function hatch<T>(value: T, key: string, classes: readonly string[], place: Place): T {
  const keep = (text: string): void => void CANARIES.push({ text, classes, ...place });
  hatched += 1;
  if (typeof value === 'number' && key !== 'year') {
    const amount = (100_000_003 + hatched * 1_009) as Fen;
    keep(formatFen(amount));
    return amount as T;
  }
  if (typeof value !== 'string' || !TELLING.test(value) || /^\d{4}-\d{2}$| /.test(value)) return value;
  const text = DAY.test(value) ? addDays(asDay('1901-01-01'), hatched) : `金丝雀${1_000 + hatched}`;
  keep(text);
  return text as T;
}

function records<T extends object>(list: readonly T[], kind: string, place: Place): T[] {
  const classes = [SECTION_OF[kind] ?? ''];
  return list.map((record) => {
    const cells = Object.entries(record).map(([key, value]) => [
      key,
      key === 'source' || (kind === 'aid' && key === 'term') ? value : hatch(value, key, classes, place),
    ]);
    return Object.fromEntries(cells) as T;
  });
}

function hatchPerson(person: PersonDocument, id: number, place: Omit<Place, 'child'>, child = false): PersonDocument {
  const there = { ...place, child };
  const sections = Object.keys(SECTION_OF).map((kind) => [
    kind,
    records(person[kind as keyof PersonDocument] as unknown as object[], kind, there),
  ]);
  const birthDate = asDay(`${child ? 2016 : 1970}-03-${String(10 + id)}`);
  const residentId = number(birthDate.replaceAll('-', ''), `0${10 + id}`);
  const phone = `139${String(40_001_000 + id * 1_111)}`;
  const own = { id, name: `金丝雀${id}号`, residentId, birthDate, phone };
  const CLASS = { name: 'name', residentId: 'resident-id', birthDate: 'birth-date', phone: 'phone' } as const;
  for (const [key, dataClass] of Object.entries(CLASS))
    CANARIES.push({ text: String(own[key as keyof typeof own]), classes: [dataClass], ...there });
  return { ...person, ...Object.fromEntries(sections), ...own };
}

function hatchHousehold(
  id: number,
  document: HouseholdDocument,
  openAlert: boolean,
  persons: readonly PersonDocument[],
): HouseholdDocument {
  const place = { household: id, openAlert };
  const there = { ...place, child: false };
  const { recognition } = document;
  return {
    ...document,
    number: hatch(document.number, 'number', ['household-number'], there),
    address: hatch(document.address, 'address', ['address'], there),
    recognition: recognition && {
      ...recognition,
      annualIncome: hatch(recognition.annualIncome, 'annualIncome', ['income'], there),
    },
    members: document.members.slice(0, persons.length).map((member, index) => ({
      ...member,
      person: hatchPerson(persons[index] ?? HEAD, id * 4 + index, place, persons[index] === CHILD),
    })),
  };
}

/** As the sample city: the first and the third in the adviser's street, the first two with an open alert. */
export const CANARY_HOUSEHOLDS: ReadonlyMap<number, HouseholdDocument> = new Map([
  [1, hatchHousehold(1, ASSISTED, true, [HEAD, CHILD])],
  [2, hatchHousehold(2, ROLL, true, [OTHER])],
  [3, hatchHousehold(3, QUIET, false, [OTHER])],
]);
