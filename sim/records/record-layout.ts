import { CONTRACTS, type RecordByType } from '../../connectors/index.ts';
import { COMMON_COLUMNS } from '../../connectors/sdk/common-columns.ts';
import type { RecordField } from '../../connectors/sdk/record-contract.ts';
import { AGENCY_OF, type AgencyId, RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';

/** A record's values by canonical name, as clean text; what is left out is not stated. */
export type RecordValues<T extends RecordType> = { readonly [K in keyof RecordByType<T>]?: string };

/** The columns every row begins with: key, last change, operation. */
export const COMMON_HEADERS: readonly string[] = [
  COMMON_COLUMNS.sourceKey.header,
  COMMON_COLUMNS.updatedAt.header,
  COMMON_COLUMNS.operation.header,
];

/** The fields of a record type in the order of its contract. */
export function fieldsOf(type: RecordType): readonly RecordField[] {
  return CONTRACTS[type].fields;
}

/** The headers of a row of a record type, the common ones first. */
export function headersOf(type: RecordType): readonly string[] {
  return [...COMMON_HEADERS, ...fieldsOf(type).map(({ header }) => header)];
}

/** The record types of an agency. */
export function typesOf(agency: AgencyId): readonly RecordType[] {
  return RECORD_TYPES.filter((type) => AGENCY_OF[type] === agency);
}
