/** What every agency's section of a person begins with. */
import type { FieldMap } from '@pothos/core';
import type { RecordType } from '../../src/kernel/agency.ts';
import { standingOf } from '../../src/modules/household/index.ts';
import type { FieldsOf } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import type { SectionView } from './section-view.ts';

/** Status and day of a section, from the feeds of the record types it shows. */
export function standingFields(
  t: FieldsOf<SectionView>,
  section: { readonly access: string; readonly recordTypes: readonly RecordType[]; readonly refs: FactStatusRefs },
): FieldMap {
  const { access, recordTypes, refs } = section;
  return {
    status: t.field({
      type: refs.FactStatus,
      access,
      description:
        '数据状态 KNOWN while its feeds are current; STALE after two missed deliveries; UNKNOWN before the first',
      resolve: ({ feeds }) => standingOf(feeds, recordTypes).status,
    }),
    asOf: t.field({
      type: 'Date',
      access,
      description: '数据日期 the oldest day the feeds of this section speak of',
      resolve: ({ feeds }) => standingOf(feeds, recordTypes).asOf,
    }),
  };
}

/** The argument that narrows a record list. */
export const MONTHS_OF_DAYS =
  '近若干个月 only records of the last N months: day - N months < record <= day; absent: all held';
export const MONTHS_OF_MONTHS = '近若干个月 only the N months that end with the month of the day; absent: all held';
