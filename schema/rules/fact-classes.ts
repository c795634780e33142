/** What a caller has to be allowed to see before it is told anything that rests on a fact of the rules. */
import { type Clearance, NOTHING_HOLDS } from '../../src/modules/access/index.ts';
import type { NamedFact } from '../../src/modules/discovery/index.ts';
import { mayRead, sectionsBehind } from '../alerts/evidence.ts';
import type { HouseholdView, PersonView } from '../household/view.ts';
import { livesApart } from '../household/view.ts';
import { TELLS } from '../permissions/view-classes.ts';

/** The data class of facts that say more, or something else, than the records they come from. */
const CLASSES: Readonly<Record<string, string>> = {
  age: 'age',
  sex: 'sex',
  relationshipToHead: 'relationship',
  members: 'membership',
  people: 'membership',
  dead: 'life-status',
  diedOn: 'life-status',
  hasDied: 'life-status',
  isAlive: 'life-status',
  kind: 'division',
  streetCode: 'division',
  registeredClass: 'registered-class',
  annualIncome: 'income',
  statedAnnualIncome: 'income',
  estimatedAnnualIncome: 'income',
  assets: 'income',
};
/** What no agency delivers, people have told. */
const TOLD = 'clue';

/** The class a fact is of; null: that of the records it comes from. */
export function classOfFact({ name, feeds }: NamedFact): string | null {
  return CLASSES[name] ?? (feeds.length === 0 ? TOLD : null);
}

/** Classes of what facts say; on a chosen day, of what they would tell. */
function classesOf(facts: readonly NamedFact[], dated: boolean): string[] {
  return facts.flatMap((fact) => {
    const dataClass = classOfFact(fact);
    if (dataClass === null) return [];
    const told = dated && dataClass === 'age' ? TELLS.get('Person.age') : undefined;
    return told === undefined ? [dataClass] : [dataClass, told];
  });
}

/** Whether facts are open to a caller whomever they are of. */
export function mayReadFacts(facts: readonly NamedFact[], clearance: Clearance, dated: boolean): boolean {
  return (
    facts.every(({ feeds }) => feeds.length === 0 || mayRead(feeds.join(), clearance)) &&
    classesOf(facts, dated).every((dataClass) => clearance.settled(dataClass)?.kind === 'allow')
  );
}

/** Whether facts may be counted over households: they are open of everybody, children too. */
export function mayCount(facts: readonly NamedFact[], clearance: Clearance, dated: boolean): boolean {
  const ofAChild = { ...NOTHING_HOLDS, child: true };
  const behind = facts.flatMap(({ feeds }) => (feeds.length === 0 ? [] : sectionsBehind(feeds.join(), clearance)));
  return (
    mayReadFacts(facts, clearance, dated) &&
    behind.every((section) => clearance.decide(section, ofAChild).kind === 'allow')
  );
}

/** Who reads about which household, and whether for a day of their choice. */
export interface Reader {
  readonly clearance: Clearance;
  readonly household: HouseholdView;
  readonly dated: boolean;
}

export interface Resting {
  readonly personId: number | null;
  readonly facts: readonly NamedFact[];
}

/** Of whom facts are: of the person they are asked of, or of all who live there. */
function personsOf({ personId, facts }: Resting, { listed }: HouseholdView): PersonView[] {
  const ofAll = personId === null || facts.some(({ kind }) => kind !== 'member');
  return listed.flatMap(({ member, person }) =>
    (ofAll ? !livesApart(member) : person.person.id === personId) ? person : [],
  );
}

/** Whether a caller may read all that a step of a rule rests on, of everybody it rests on. */
export function isOpen(step: Resting, { clearance, household, dated }: Reader): boolean {
  if (!mayReadFacts(step.facts, clearance, dated)) return false;
  // Who is in a list is membership, not the records that say so.
  const said = step.facts.filter(({ kind, feeds }) => kind !== 'lists' && feeds.length > 0);
  if (said.length === 0) return true;
  const sections = sectionsBehind(said.flatMap(({ feeds }) => feeds).join(), clearance);
  return personsOf(step, household).every((person) => sections.every((section) => person.opens(section)));
}
