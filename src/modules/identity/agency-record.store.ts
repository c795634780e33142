/** Which records of an agency are of which person: for the agency's own process, that shows its part of persons. */
import { AGENCY_OF, type AgencyId, RECORD_TYPES, type RecordType } from '../../kernel/agency.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface AgencyRecord {
  readonly person: number;
  readonly recordType: RecordType;
  readonly sourceKey: string;
}

/** The current records of these agencies that are linked to these persons. */
export async function findAgencyRecords(
  db: Queryable,
  persons: readonly number[],
  agencies: readonly AgencyId[],
): Promise<readonly AgencyRecord[]> {
  const types = RECORD_TYPES.filter((type) => agencies.includes(AGENCY_OF[type]));
  if (types.length === 0 || persons.length === 0) return [];
  const ofType = (type: RecordType): string =>
    `select l.person_id as person, '${type}' as "recordType", r.source_key as "sourceKey"
     from link l join record_${type.toLowerCase()} r using (subject_id)
     where l.person_id = any($1::bigint[]) and r.ended_on is null`;
  return db.query<AgencyRecord>(types.map(ofType).join(' union all '), [persons]);
}
