/** The agencies that deliver records, in the order of their record types. */
export const AGENCIES = [
  'civil-affairs',
  'health-insurance',
  'education',
  'human-resources',
  'disability-federation',
] as const;

export type AgencyId = (typeof AGENCIES)[number];

/** Which agency owns a record type. */
export const AGENCY_OF = {
  CA01: 'civil-affairs',
  CA02: 'civil-affairs',
  CA03: 'civil-affairs',
  CA04: 'civil-affairs',
  CA05: 'civil-affairs',
  HI01: 'health-insurance',
  HI02: 'health-insurance',
  HI03: 'health-insurance',
  ED01: 'education',
  ED02: 'education',
  ED03: 'education',
  HR01: 'human-resources',
  HR02: 'human-resources',
  HR03: 'human-resources',
  DF01: 'disability-federation',
  DF02: 'disability-federation',
} as const satisfies Record<string, AgencyId>;

export type RecordType = keyof typeof AGENCY_OF;

export const RECORD_TYPES = Object.keys(AGENCY_OF) as readonly RecordType[];

/** The agency's name in Chinese. */
export const AGENCY_TITLE: Readonly<Record<AgencyId, string>> = {
  'civil-affairs': '民政',
  'health-insurance': '医保',
  education: '教育',
  'human-resources': '人社',
  'disability-federation': '残联',
};

export function isAgencyId(text: string): text is AgencyId {
  return (AGENCIES as readonly string[]).includes(text);
}

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(AGENCY_OF, text);
}
