/** Where a part of a condition stands while it is explained: the household, and the members it names. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';
import type { Expression, Language } from '../expression/language.ts';
import type { HouseholdSubject, MemberSubject } from '../expression/subjects.ts';
import { personRangeOf } from '../expression/walk.ts';
import type { ReadingWords } from '../reading/reading.ts';

export interface Place {
  readonly language: Language;
  readonly words: ReadingWords;
  readonly household: HouseholdSubject;
  /** The member the nearest quantifier ranges over, and those around it. */
  readonly members: Readonly<Record<string, MemberSubject>>;
  readonly personId: number | null;
}

export function parseAt(node: ASTNode, { language, members }: Place): Expression {
  return language.parseAmong(Object.keys(members), serialize(node));
}

export function evaluatedAt(expression: Expression, { household, members }: Place): unknown {
  return expression.evaluate({ ...household.variables, ...members });
}

/** A part that is asked of one person, where that person is named. */
export interface Asked {
  readonly node: ASTNode;
  readonly place: Place;
}

/** A person of a list: the condition that is asked, and the one that narrows the list; null: it is not narrowed. */
export interface AskedPerson {
  readonly asked: Asked;
  readonly inside: Asked | null;
}

/** The condition of `list.exists(m, …)` or `list.map(m, …)`, with every person of the list, whomever it is narrowed to. */
export function personsOfList(node: ASTNode, place: Place): readonly AskedPerson[] {
  if (node.op !== 'rcall') return [];
  const [, list, [variable, predicate]] = node.args;
  const range = personRangeOf(list);
  if (range === null || variable?.op !== 'id' || predicate === undefined) return [];
  const { filter } = range;
  return (place.household.list(range.list) ?? []).map((member) => {
    const at = (name: string): Place => ({
      ...place,
      members: { ...place.members, [name]: member },
      personId: member.member.person.id,
    });
    const inside = filter === null ? null : { node: filter.predicate, place: at(filter.variable) };
    return { asked: { node: predicate, place: at(variable.args) }, inside };
  });
}

/** The condition, of every person it ranges over. */
export function askedOfPersons(node: ASTNode, place: Place): readonly Asked[] {
  return personsOfList(node, place).flatMap(({ asked, inside }) =>
    inside !== null && evaluatedAt(parseAt(inside.node, inside.place), inside.place) === false ? [] : asked,
  );
}

/** What a named condition stands for, of whom it is called; null: the node calls none. */
export function namedAt(node: ASTNode, place: Place): (Asked & { readonly type: string }) | null {
  if (node.op !== 'rcall') return null;
  const [name, receiver] = node.args;
  const condition = place.language.conditions.get(name);
  if (condition === undefined || receiver.op !== 'id') return null;
  const member = place.members[receiver.args];
  const members: Place['members'] = member === undefined ? {} : { member };
  return { node: condition.ast, place: { ...place, members }, type: condition.type };
}
