/**
 * The values expressions range over in process. A property that is not known is undefined: CEL then raises
 * `no_such_key`, which its logic absorbs where the other side decides, so unknown behaves as NULL does in SQL.
 */
import type { Day } from '../../../kernel/day.ts';
import type { HouseholdDocument, Member } from '../../household/index.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Constant, FeedCheck, Value } from '../catalogue/fact.ts';
import type { Clue } from '../clue/clue.ts';

/** What is judged: one household's document on one day, as far as feeds are current. */
export interface Judged {
  readonly document: HouseholdDocument;
  readonly day: Day;
  readonly isCurrent: FeedCheck;
  /** About the household, its area or its persons. */
  readonly clues: readonly Clue[];
}

/** Everything an expression may name, by its name: `household`, `calendar`, the parameters. */
export type Variables = Readonly<Record<string, unknown>>;

export class MemberSubject {
  readonly member: Member;
  readonly household: HouseholdSubject;

  constructor(member: Member, household: HouseholdSubject) {
    this.member = member;
    this.household = household;
  }

  /** A fact of the catalogue; undefined where it is not known. */
  fact(name: string, args: readonly Constant[]): Value {
    const { day, isCurrent, clues } = this.household.judged;
    const fact = CATALOGUE.member.get(name);
    return fact === undefined || !isCurrent(fact.feeds) ? undefined : fact.value(this.member, day, args, clues);
  }
}

export class HouseholdSubject {
  readonly judged: Judged;
  readonly variables: Variables;

  constructor(judged: Judged, parameters: Variables) {
    this.judged = judged;
    this.variables = { ...parameters, household: this, calendar: new CalendarSubject(judged.day) };
  }

  /** A fact of the catalogue; undefined where it is not known. */
  fact(name: string, args: readonly Constant[]): Value {
    const { document, ...at } = this.judged;
    const fact = CATALOGUE.household.get(name);
    return fact === undefined || !at.isCurrent(fact.feeds) ? undefined : fact.value(document, at, args);
  }

  /** A list of the catalogue; undefined where it is not known who is in it. */
  list(name: string): readonly MemberSubject[] | undefined {
    const { document, day, isCurrent } = this.judged;
    const list = CATALOGUE.lists.get(name);
    if (list === undefined || !isCurrent(list.feeds)) return undefined;
    return list.value(document, day).map((member) => new MemberSubject(member, this));
  }
}

export class CalendarSubject {
  readonly day: Day;

  constructor(day: Day) {
    this.day = day;
  }
}

/** The catalogue's names become properties, so that `m.age` reads the fact `age`. */
function property(target: object, name: string, read: (subject: never) => unknown): void {
  Object.defineProperty(target, name, {
    get(this: never) {
      return read(this);
    },
  });
}

for (const { name, arguments: parameters } of CATALOGUE.member.values())
  if (parameters === undefined) property(MemberSubject.prototype, name, (m: MemberSubject) => m.fact(name, []));
for (const { name, arguments: parameters } of CATALOGUE.household.values())
  if (parameters === undefined) property(HouseholdSubject.prototype, name, (h: HouseholdSubject) => h.fact(name, []));
for (const name of CATALOGUE.lists.keys())
  property(HouseholdSubject.prototype, name, (h: HouseholdSubject) => h.list(name));
for (const { name, value } of CATALOGUE.calendar.values())
  property(CalendarSubject.prototype, name, (calendar: CalendarSubject) => value(calendar.day));
