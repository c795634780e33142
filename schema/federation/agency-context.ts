/** One request to an agency's own process: what the hub signed of its caller, and the persons it holds passes for. */
import DataLoader from 'dataloader';
import type { Day } from '../../src/kernel/day.ts';
import type { Clearance, ErrandReader, PersonPass, ReceivedErrand } from '../../src/modules/access/index.ts';
import type { FeedStates, PersonRecords } from '../../src/modules/household/index.ts';
import type { RequestContext } from '../context.ts';
import { createDisclosures } from '../permissions/disclosures.ts';
import { createSubjects } from '../permissions/subjects.ts';
import type { SectionView } from '../person/section-view.ts';

/** What a section is made of, held in the agency's own database. */
export interface SectionReader {
  /** The records of each person as they were known on a day; of one the agency never heard of, none. */
  find(persons: readonly number[], day: Day): Promise<ReadonlyMap<number, PersonRecords>>;
  feeds(day: Day): Promise<FeedStates>;
}

export interface AgencyContext
  extends Pick<
    RequestContext,
    'caller' | 'purpose' | 'caseId' | 'clearance' | 'disclosures' | 'subjects' | 'carried' | 'hop'
  > {
  /** The person a pass is for, as the caller may see it; null where the pass is not of this errand. */
  readonly persons: DataLoader<string, SectionView | null>;
}

export interface AgencyContextParts {
  readonly errands: Pick<ErrandReader, 'readPass'>;
  readonly sections: SectionReader;
}

type Held = Pick<SectionView, 'feeds'> & { readonly found: ReadonlyMap<number, PersonRecords> };

/** One reading per day, however many persons: a request for a household speaks of one day. */
async function readDays(passes: readonly PersonPass[], sections: SectionReader): Promise<ReadonlyMap<Day, Held>> {
  const byDay = new Map<Day, Set<number>>();
  for (const { day, person } of passes) byDay.set(day, (byDay.get(day) ?? new Set()).add(person));
  const read = [...byDay].map(async ([day, persons]) => {
    const [found, feeds] = await Promise.all([sections.find([...persons], day), sections.feeds(day)]);
    return [day, { found, feeds }] as const;
  });
  return new Map(await Promise.all(read));
}

function see({ person, day, given }: PersonPass, held: Held | undefined, clearance: Clearance): SectionView | null {
  const records = held?.found.get(person);
  if (held === undefined || records === undefined) return null;
  const shows = (section: string): boolean => clearance.decide(section, given).kind === 'allow';
  return { person: records, day, feeds: held.feeds, shows };
}

export function createAgencyContext(
  { errands, sections }: AgencyContextParts,
  errand: ReceivedErrand,
  clearance: Clearance,
): AgencyContext {
  const { caller, purpose, caseId } = errand;
  const subjects = createSubjects();
  return {
    caller,
    purpose,
    caseId,
    clearance,
    disclosures: createDisclosures(),
    subjects,
    carried: new Set(),
    hop: null,
    persons: new DataLoader(async (tokens: readonly string[]) => {
      const passes = await Promise.all(tokens.map((token) => errands.readPass(errand, token)));
      const held = passes.flatMap((pass) => pass ?? []);
      for (const { person, household } of held) {
        subjects.sawPerson(person);
        subjects.sawHousehold(household);
      }
      const days = await readDays(held, sections);
      return passes.map((pass) => (pass === null ? null : see(pass, days.get(pass.day), clearance)));
    }),
  };
}
