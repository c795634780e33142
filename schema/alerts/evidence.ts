/** What made a rule fire, as far as the caller may see it. */
import { z } from 'zod';
import { AGENCY_OF, isRecordType } from '../../src/kernel/agency.ts';
import { asDay, type Day } from '../../src/kernel/day.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusName, FactStatusRefs } from '../shared/fact-status.ts';

const stored = z.array(
  z.object({
    label: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]).nullish(),
    unit: z.string().nullish(),
    status: z.enum(['KNOWN', 'UNKNOWN', 'STALE']).optional(),
    source: z.string().nullish(),
    asOf: z.iso.date().nullish(),
  }),
);

export interface EvidenceView {
  readonly label: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly status: FactStatusName;
  readonly source: string | null;
  readonly asOf: Day | null;
}

/** The sections a source rests on; a source that names no record type rests on whatever it may be. */
export function mayRead(source: string, clearance: Clearance): boolean {
  const types = source.split(/[^A-Za-z0-9]+/).filter(isRecordType);
  const agencies = types.length === 0 ? Object.values(AGENCY_OF) : types.map((type) => AGENCY_OF[type]);
  return agencies.every((agency) => clearance.settled(clearance.sectionOf(agency) ?? '')?.kind === 'allow');
}

/** Evidence whose source the caller may not read keeps its label and says WITHHELD. */
export function seeEvidence(evidence: unknown, clearance: Clearance): EvidenceView[] {
  return stored.parse(evidence).map((item) => {
    const open = mayRead(item.source ?? '', clearance);
    const value = item.value ?? null;
    return {
      label: item.label,
      value: open && value !== null ? String(value) : null,
      unit: item.unit ?? null,
      status: open ? (item.status ?? (value === null ? 'UNKNOWN' : 'KNOWN')) : 'WITHHELD',
      source: item.source ?? null,
      asOf: open && item.asOf != null ? asDay(item.asOf) : null,
    };
  });
}

const access = 'evidence';

export function defineEvidence(builder: GraphBuilder, { FactStatus }: FactStatusRefs): GraphObject<EvidenceView> {
  return builder.objectRef<EvidenceView>('AlertEvidence').implement({
    description: '预警依据 one value that made a rule fire',
    fields: (t) => ({
      label: t.exposeString('label', { access, description: '名称 what the value is' }),
      value: t.exposeString('value', { access, description: '值 null where the caller may not read its source' }),
      unit: t.exposeString('unit', { access, description: '单位 unit of the value' }),
      status: t.expose('status', {
        type: FactStatus,
        access,
        description: '数据状态 WITHHELD where the caller may not read its source',
      }),
      source: t.exposeString('source', { access, description: '来源 record types the value comes from' }),
      asOf: t.expose('asOf', { type: 'Date', access, description: '数据日期 as of when' }),
    }),
  });
}
