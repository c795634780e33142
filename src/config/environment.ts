import { WanjiaError } from '../kernel/errors.ts';
import {
  AGENCY_VARIABLES,
  AGENCY_VARIABLES_TOGETHER,
  type AgencySettings,
  agencySettings,
} from './agency-variables.ts';
import type { ValueOf, Variable } from './variable.ts';
import { VARIABLES } from './variables.ts';

type Variables = typeof VARIABLES;

/** The values of all variables, read and checked. */
export type Environment = { readonly [Name in keyof Variables]: ValueOf<Variables[Name]> } & {
  readonly agencies: AgencySettings;
};

const KNOWN: Readonly<Record<string, Variable>> = { ...VARIABLES, ...AGENCY_VARIABLES };

/** Variables as a process has them. */
export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** Variables that only make sense together. */
const TOGETHER: readonly (readonly string[])[] = [
  ['WANJIA_INTROSPECTION_CLIENT_ID', 'WANJIA_INTROSPECTION_CLIENT_SECRET'],
  ['WANJIA_TOKEN_URL', 'WANJIA_CLIENT_ID', 'WANJIA_CLIENT_SECRET'],
  ['WANJIA_SMTP_URL', 'WANJIA_SMTP_FROM'],
  ...AGENCY_VARIABLES_TOGETHER,
];

/** Variables that speak of one issuer. */
const OF_ONE_ISSUER: readonly (keyof Variables)[] = ['WANJIA_JWKS_URL', 'WANJIA_INTROSPECTION_CLIENT_ID'];

const OWN = /^WANJIA_(?!TEST_)/;

/** Names no one reads: almost always a slip of the pen, so they stop the start instead of being ignored. */
function unknownNames(raw: RawEnvironment): string[] {
  return Object.keys(raw)
    .filter((name) => OWN.test(name) && !(name in KNOWN))
    .map((name) => `${name}: no variable of this name is read`);
}

function missingPartners(raw: RawEnvironment): string[] {
  return TOGETHER.filter((names) => names.some((name) => raw[name]?.trim())).flatMap((names) =>
    names.filter((name) => !raw[name]?.trim()).map((name) => `${name}: expected together with ${names[0]}`),
  );
}

function unclearIssuer(raw: RawEnvironment): string[] {
  const issuers = raw.WANJIA_ISSUER?.trim().split(/\s+/) ?? [];
  if (issuers.length === 1 && issuers[0] !== '') return [];
  return OF_ONE_ISSUER.filter((name) => raw[name]?.trim()).map(
    (name) => `${name}: expected with one issuer in WANJIA_ISSUER`,
  );
}

/** Reads every variable, or stops with all that is wrong: the variable and what was expected, never its value. */
export function readEnvironment(raw: RawEnvironment): Environment {
  const problems = [...unknownNames(raw), ...missingPartners(raw), ...unclearIssuer(raw)];
  const values = Object.entries(KNOWN).map(([name, variable]): [string, unknown] => {
    const given = raw[name]?.trim() || variable.fallback;
    if (given === undefined) return [name, undefined];
    const parsed = variable.schema.safeParse(given);
    if (!parsed.success) problems.push(`${name}: expected ${variable.expected}`);
    return [name, parsed.data];
  });
  if (problems.length > 0) throw new WanjiaError('CONFIGURATION_INVALID', { problems: problems.join('; ') });
  const read = Object.fromEntries(values);
  return { ...read, agencies: agencySettings(read) } as unknown as Environment;
}
