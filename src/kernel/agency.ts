/** The agencies that deliver records; what is said of each stands in its connector's folder. */
import type { Cadence } from './freshness.ts';
import { AGENCY_LIST } from './generated/agencies.ts';

type Listed = (typeof AGENCY_LIST)[number];

export type AgencyId = Listed['id'];

export type RecordType = Listed['recordTypes'][number];

/** In the order in which they are listed. */
export const AGENCIES: readonly AgencyId[] = AGENCY_LIST.map(({ id }) => id);

type ById<Value> = Readonly<Record<AgencyId, Value>>;

function byId<Value>(read: (agency: Listed) => Value): ById<Value> {
  return Object.fromEntries(AGENCY_LIST.map((agency) => [agency.id, read(agency)])) as ById<Value>;
}

/** Which agency owns a record type. */
export const AGENCY_OF = Object.fromEntries(
  AGENCY_LIST.flatMap(({ id, recordTypes }) => recordTypes.map((type) => [type, id])),
) as Readonly<Record<RecordType, AgencyId>>;

export const RECORD_TYPES: readonly RecordType[] = AGENCY_LIST.flatMap(({ recordTypes }) => [...recordTypes]);

/** The agency's name in Chinese. */
export const AGENCY_TITLE: ById<string> = byId(({ title }) => title);

/** How often each agency delivers. */
export const CADENCE_OF: ById<Cadence> = byId(({ cadence }) => cadence);

/** Whether every district relies on the agency's deliveries. */
export const IS_PROMISED: ById<boolean> = byId(({ promised }) => promised);

/** How each agency hands its records over. */
export const TRANSPORT_OF: { readonly [One in Listed as One['id']]: One['transport'] } = byId(
  ({ transport }) => transport,
) as { readonly [One in Listed as One['id']]: One['transport'] };

/** The agency's section of a person: its field, its name, and the data class that opens it. */
export const SECTION_OF: ById<Listed['section']> = byId(({ section }) => section);

export function isAgencyId(text: string): text is AgencyId {
  return (AGENCIES as readonly string[]).includes(text);
}

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(AGENCY_OF, text);
}
