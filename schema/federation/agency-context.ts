/** One request to an agency's own process: what the hub signed of its caller, and the persons it holds passes for. */
import DataLoader from 'dataloader';
import type { Day } from '../../src/kernel/day.ts';
import type { Clearance, PassReader, PersonPass, ReceivedErrand } from '../../src/modules/access/index.ts';
import type { Sections, SectionsOnDay } from '../../src/modules/sections/index.ts';
import type { RequestContext } from '../context.ts';
import { createDisclosures } from '../permissions/disclosures.ts';
import { createSubjects } from '../permissions/subjects.ts';
import type { SectionView } from '../person/section-view.ts';

/** What a section is made of, held in the agency's own database. */
export type SectionReader = Pick<Sections, 'read'>;

export interface AgencyContext
  extends Pick<
    RequestContext,
    'caller' | 'purpose' | 'caseId' | 'clearance' | 'disclosures' | 'subjects' | 'carried' | 'hop' | 'own'
  > {
  /** The person a pass is for, as the caller may see it; null where the pass is not of this errand. */
  readonly persons: DataLoader<string, SectionView | null>;
}

export interface AgencyContextParts {
  readonly errand: ReceivedErrand;
  readonly passes: PassReader;
  readonly clearance: Clearance;
  readonly sections: SectionReader;
}

/** One reading per day, however many persons: a request for a household speaks of one day. */
async function readDays(
  passes: readonly PersonPass[],
  sections: SectionReader,
): Promise<ReadonlyMap<Day, SectionsOnDay>> {
  const byDay = new Map<Day, Set<number>>();
  for (const { day, person } of passes) byDay.set(day, (byDay.get(day) ?? new Set()).add(person));
  const read = [...byDay].map(async ([day, persons]) => [day, await sections.read([...persons], day)] as const);
  return new Map(await Promise.all(read));
}

function see(
  { person, day, given }: PersonPass,
  held: SectionsOnDay | undefined,
  clearance: Clearance,
): SectionView | null {
  const records = held?.found.get(person);
  if (held === undefined || records === undefined) return null;
  const shows = (section: string): boolean => clearance.decide(section, given).kind === 'allow';
  return { person: records, day, feeds: held.feeds, shows };
}

export function createAgencyContext({ errand, passes, clearance, sections }: AgencyContextParts): AgencyContext {
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
    own: {},
    persons: new DataLoader(async (texts: readonly string[]) => {
      const read = texts.map(passes);
      const held = read.flatMap((pass) => pass ?? []);
      for (const { person, household } of held) {
        subjects.sawPerson(person);
        subjects.sawHousehold(household);
      }
      const days = await readDays(held, sections);
      return read.map((pass) => (pass === null ? null : see(pass, days.get(pass.day), clearance)));
    }),
  };
}
