/** What a policy knows of the agencies without saying it: the class of each one's section, and roles that each one has. */
import { AGENCIES, AGENCY_TITLE, type AgencyId, SECTION_OF } from '../../kernel/agency.ts';
import type { PolicyFile, PolicyText } from './policy-file.ts';

/** Every agency's section; a new agency's as well. */
export const SECTIONS_GROUP = 'sections';

type Roles = PolicyFile['roles'];
type RoleText = PolicyText['roles'][string];

const sectionClasses: PolicyFile['classes'] = Object.fromEntries(
  AGENCIES.map((agency) => {
    const { title, dataClass } = SECTION_OF[agency];
    return [dataClass.name, { title, level: dataClass.level, agency }];
  }),
);

const nameOf = (agency: AgencyId, role: string): string => `${SECTION_OF[agency].dataClass.name}-${role}`;

/** A role that stands for one of each agency; any other as it is. */
function rolesOf([name, { each, ...role }]: readonly [string, RoleText]): [string, Roles[string]][] {
  if (each === undefined) return [[name, role]];
  return AGENCIES.map((agency) => [
    nameOf(agency, name),
    { ...role, title: `${AGENCY_TITLE[agency]}${role.title}`, heldBy: [agency], agency },
  ]);
}

type Path = readonly PropertyKey[];

/** Where the text says what stands at a path of the policy: what is said of each agency is written once. */
export function pathAsWritten({ roles }: PolicyText, path: Path): Path {
  const [part, name, ...rest] = path;
  if (part !== 'roles') return path;
  const shared = Object.keys(roles).filter((role) => roles[role]?.each !== undefined);
  const written = shared.find((role) => AGENCIES.some((agency) => nameOf(agency, role) === name));
  return written === undefined ? path : [part, written, ...rest];
}

/** A caller of the demo for each agency's role, where the pack knows a body of that line of work. */
function personasOf(
  name: string,
  { organisations, jurisdiction }: PolicyText,
): [string, PolicyFile['personas'][string]][] {
  return AGENCIES.flatMap((agency) => {
    const [organisation] = Object.entries(organisations).find(([, { kind }]) => kind === agency) ?? [];
    const role = nameOf(agency, name);
    return organisation === undefined ? [] : [[role, { organisation, roles: [role], divisions: [jurisdiction] }]];
  });
}

/** The policy with everything that follows from which agencies there are; what the pack says itself goes before. */
export function withAgencies(text: PolicyText): PolicyFile {
  const roles = Object.entries(text.roles);
  const shared = roles.filter(([, { each }]) => each !== undefined);
  return {
    ...text,
    classes: { ...sectionClasses, ...text.classes },
    groups: { [SECTIONS_GROUP]: Object.keys(sectionClasses), ...text.groups },
    roles: Object.fromEntries(roles.flatMap(rolesOf)),
    personas: {
      ...text.personas,
      ...Object.fromEntries(shared.flatMap(([name]) => personasOf(name, text))),
    },
  };
}
