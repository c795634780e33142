/** Where a clue and the agencies' records cannot both be right: shown beside the clue, decided by people. */
import { AGENCY_OF, type AgencyId, type RecordType } from '../../../kernel/agency.ts';
import type { Day } from '../../../kernel/day.ts';
import { monthOf } from '../../../kernel/month.ts';
import type { Clue } from '../../discovery/index.ts';
import { diedOn, type HouseholdDocument, type Member, registeredClassOn } from '../../household/index.ts';

export const CLUE_CONFLICTS = ['PERSON_DIED', 'SEEN_SINCE', 'SELF_CARE_DIFFERS', 'CLASS_IN_FORCE'] as const;
export type ClueConflictCode = (typeof CLUE_CONFLICTS)[number];

export interface ClueConflict {
  readonly code: ClueConflictCode;
  /** The record type that says otherwise, and its agency. */
  readonly source: RecordType;
  readonly agency: AgencyId;
  /** The day it speaks of, where there is one. */
  readonly on: Day | null;
}

type Told = Pick<Clue, 'kind' | 'personId' | 'occurredOn' | 'endedOn' | 'value'>;

const GONE: ReadonlySet<string> = new Set(['CUSTODY', 'COMPULSORY_DETOX', 'OUT_OF_CONTACT', 'DECLARED_MISSING']);
const NOT_SERVED: ReadonlySet<string> = new Set(['APPLICATION_REFUSED']);
/** Activities lost, of six, from which nobody looks after themselves wholly (特困人员认定办法 第21至23条). */
const ACTIVITIES_LOST = 1;
const WHOLLY_SELF_CARING = '1';

function conflict(code: ClueConflictCode, source: RecordType, on: Day | null): ClueConflict {
  return { code, source, agency: AGENCY_OF[source], on };
}

/** Records that need the person's own presence or work, later than the clue says they were gone. */
function seenSince({ person }: Member, { occurredOn, endedOn }: Told): ClueConflict[] {
  const within = (day: Day): boolean => day > occurredOn && (endedOn === null || day < endedOn);
  const treated = person.settlements.map(({ settledAt }) => settledAt.slice(0, 10) as Day).find(within);
  const worked = person.contributions.find(
    ({ month }) => month > monthOf(occurredOn) && (endedOn === null || month < monthOf(endedOn)),
  );
  return [
    ...(treated === undefined ? [] : [conflict('SEEN_SINCE', 'HI02', treated)]),
    ...(worked === undefined ? [] : [conflict('SEEN_SINCE', 'HR01', null)]),
  ];
}

function ofMember(member: Member, told: Told, day: Day): ClueConflict[] {
  const death = diedOn(member.person, day);
  const found: ClueConflict[] = [];
  if (death !== null && told.occurredOn > death) found.push(conflict('PERSON_DIED', 'CA04', death));
  if (GONE.has(told.kind)) found.push(...seenSince(member, told));
  if (told.kind === 'DAILY_LIVING' && (told.value ?? 0) >= ACTIVITIES_LOST && member.selfCare === WHOLLY_SELF_CARING)
    found.push(conflict('SELF_CARE_DIFFERS', 'CA02', null));
  return found;
}

/** What the household's records say against a clue, on a day. */
export function conflictsOf(told: Told, household: HouseholdDocument, day: Day): readonly ClueConflict[] {
  const about = household.members.find(({ person }) => person.id === told.personId);
  const { recognition } = household;
  const inForce = registeredClassOn(household, day) !== null && recognition !== null;
  const served =
    NOT_SERVED.has(told.kind) && inForce && recognition.recognisedOn <= told.occurredOn
      ? [conflict('CLASS_IN_FORCE', 'CA01', recognition.recognisedOn)]
      : [];
  return [...(about === undefined ? [] : ofMember(about, told, day)), ...served];
}
