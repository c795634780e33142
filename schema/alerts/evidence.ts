/** What made a rule fire, as far as the caller may see it. */
import { z } from 'zod';
import { AGENCY_OF, isRecordType } from '../../src/kernel/agency.ts';
import { codeListOf } from '../../src/kernel/code-lists.ts';
import { asDay, type Day } from '../../src/kernel/day.ts';
import { type Clearance, NOTHING_HOLDS } from '../../src/modules/access/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { PersonView } from '../household/view.ts';
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
export function sectionsBehind(source: string, clearance: Clearance): string[] {
  const types = source.split(/[^A-Za-z0-9]+/).filter(isRecordType);
  const agencies = types.length === 0 ? Object.values(AGENCY_OF) : types.map((type) => AGENCY_OF[type]);
  return [...new Set(agencies)].map((agency) => clearance.sectionOf(agency) ?? '');
}

/** Whether the caller may read them at all. */
export function mayRead(source: string, clearance: Clearance): boolean {
  return sectionsBehind(source, clearance).every((section) => clearance.settled(section)?.kind === 'allow');
}

/** Whether it takes the persons to know what evidence is open: a child's may not be. */
export function turnsOnPerson(clearance: Clearance): boolean {
  return Object.values(AGENCY_OF).some((agency) =>
    clearance.factorsOf(clearance.sectionOf(agency) ?? '').includes('child'),
  );
}

/**
 * Evidence whose source the caller may not read, or not of one of those it is about, keeps its label and says WITHHELD.
 * `persons` is null where nobody can be asked: whoever it was may have been a child.
 */
export function seeEvidence(
  evidence: unknown,
  persons: readonly PersonView[] | null,
  clearance: Clearance,
): EvidenceView[] {
  const opens = (section: string): boolean =>
    persons === null
      ? clearance.decide(section, { ...NOTHING_HOLDS, child: true }).kind === 'allow'
      : persons.every((person) => person.opens(section));
  return stored.parse(evidence).map((item) => {
    const source = item.source ?? '';
    const open = mayRead(source, clearance) && sectionsBehind(source, clearance).every(opens);
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

const YES_NO: Readonly<Record<string, string>> = { true: '是', false: '否' };

/** The value as people say it: a code by its name, yes and no in words, anything else as it is. */
function shownValue({ label, value }: EvidenceView): string | null {
  return value === null ? null : (YES_NO[value] ?? codeListOf(label)?.label(value) ?? value);
}

const access = 'evidence';

export function defineEvidence(builder: GraphBuilder, { FactStatus }: FactStatusRefs): GraphObject<EvidenceView> {
  return builder.objectRef<EvidenceView>('AlertEvidence').implement({
    description: '预警依据 one value that made a rule fire',
    fields: (t) => ({
      label: t.exposeString('label', { access, description: '名称 what the value is' }),
      value: t.exposeString('value', { access, description: '值 null where the caller may not read its source' }),
      shown: t.string({
        access,
        description: '可读值 the value as people say it: the name of a code, 是 or 否; null as the value is',
        resolve: shownValue,
      }),
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
