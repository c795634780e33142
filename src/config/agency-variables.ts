/** The variables of the agencies: which there are follows from how each agency hands its records over. */
import { AGENCIES, AGENCY_TITLE, type AgencyId, CADENCE_OF, TRANSPORT_OF } from '../kernel/agency.ts';
import type { Transport } from '../kernel/transport.ts';
import { address, text } from './readers.ts';
import type { Variable } from './variable.ts';

interface Setting extends Omit<Variable, 'about'> {
  /** The end of the variable's name. */
  readonly suffix: string;
  readonly about: string;
}

/** By the name under which the connector takes them. */
type Settings = Readonly<Record<string, Setting>>;

const SERVICE: Settings = {
  baseUrl: {
    suffix: 'BASE_URL',
    schema: address('https', 'http'),
    expected: 'an address like https://agency.example.gov.cn/api',
    about: 'the service that is read',
  },
  clientId: { suffix: 'CLIENT_ID', schema: text(), expected: 'the name the agency gave the hub', about: 'the client' },
};

const SETTINGS: Readonly<Record<Transport, Settings>> = {
  'sql-views': {
    url: {
      suffix: 'URL',
      schema: address('postgresql', 'postgres', 'mysql', 'mariadb'),
      expected: 'an address like postgresql://reader:password@host/database, or mysql://…',
      about: "the agency's database with a view per record type, as in `v_ca01`",
      secret: true,
    },
  },
  'drop-folder': {
    folder: { suffix: 'FOLDER', schema: text(), expected: 'a folder', about: 'the drop folder of its deliveries' },
  },
  'http-pages': {
    ...SERVICE,
    clientSecret: {
      suffix: 'CLIENT_SECRET',
      schema: text(),
      expected: 'the secret the agency gave the hub',
      about: 'the OAuth 2.0 secret',
      secret: true,
    },
  },
  'http-cursor': {
    ...SERVICE,
    secret: {
      suffix: 'SECRET',
      schema: text(),
      expected: 'the key the agency gave the hub',
      about: 'the key of the HMAC-SM3 signature',
      secret: true,
    },
  },
};

interface AgencyVariable {
  readonly name: string;
  /** Under which the connector takes it. */
  readonly setting: string;
  readonly variable: Variable;
}

function variablesOf(agency: AgencyId): readonly AgencyVariable[] {
  const title = `${AGENCY_TITLE[agency]} ${agency}, ${CADENCE_OF[agency]}`;
  return Object.entries(SETTINGS[TRANSPORT_OF[agency]]).map(([setting, { suffix, about, ...how }]) => ({
    name: `WANJIA_${agency.replaceAll('-', '_').toUpperCase()}_${suffix}`,
    setting,
    variable: { ...how, about: `${title}: ${about}.` },
  }));
}

const BY_AGENCY = AGENCIES.map((agency) => ({ agency, variables: variablesOf(agency) }));

export const AGENCY_VARIABLES: Readonly<Record<string, Variable>> = Object.fromEntries(
  BY_AGENCY.flatMap(({ variables }) => variables.map(({ name, variable }) => [name, variable])),
);

/** An agency's variables make sense together only. */
export const AGENCY_VARIABLES_TOGETHER: readonly (readonly string[])[] = BY_AGENCY.map(({ variables }) =>
  variables.map(({ name }) => name),
);

/** The settings of each agency that is configured, as its connector's schema wants them. */
export type AgencySettings = Readonly<Partial<Record<AgencyId, Readonly<Record<string, string>>>>>;

export function agencySettings(values: Readonly<Record<string, unknown>>): AgencySettings {
  const configured = BY_AGENCY.filter(({ variables }) => variables.every(({ name }) => values[name] !== undefined));
  return Object.fromEntries(
    configured.map(({ agency, variables }) => [
      agency,
      Object.fromEntries(variables.map(({ name, setting }) => [setting, String(values[name])])),
    ]),
  );
}
