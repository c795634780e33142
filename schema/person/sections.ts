/** Builds each agency's section of a person as its connector declares it, in whatever process. */
import { CONNECTOR_OF, type PersonRecords } from '../../connectors/index.ts';
import type { Section, SectionField, ShownRecord } from '../../connectors/sdk/index.ts';
import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';
import { standingsOf } from '../../src/modules/household/index.ts';
import type { FieldsOf, GraphBuilder, GraphObject } from '../builder.ts';
import { type FactStatusRefs, moneyFact } from '../shared/fact-status.ts';
import { createEmptySections } from './empty-section.ts';
import type { AgencySection } from './section-list.ts';
import type { SectionView } from './section-view.ts';

const MONTHS = {
  days: '近若干个月 only records of the last N months: day - N months < record <= day; absent: all held',
  months: '近若干个月 only the N months that end with the month of the day; absent: all held',
};

interface Building {
  readonly builder: GraphBuilder;
  readonly refs: FactStatusRefs;
  /** The data class of the section. */
  readonly access: string;
  /** What is defined already: a kind of record may be shown in several fields. */
  readonly defined: Map<ShownRecord, GraphObject<Shown>>;
}

type Shown = Readonly<Record<string, never>>;

function defineRecord({ builder, access, defined }: Building, shown: ShownRecord): GraphObject<Shown> {
  const known = defined.get(shown);
  if (known !== undefined) return known;
  const { type, description, fields } = shown;
  const made = builder.objectRef<Shown>(type).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          t.expose(name, { type: field.type, access, description: field.description }),
        ]),
      ),
  });
  defined.set(shown, made);
  return made;
}

type Fields = FieldsOf<SectionView>;

/** Every kind of field that a section may have. */
const FIELDS: {
  readonly [Kind in SectionField<PersonRecords>['kind']]: (
    t: Fields,
    field: Extract<SectionField<PersonRecords>, { kind: Kind }>,
    building: Building,
  ) => ReturnType<Fields['field']>;
} = {
  list: (t, { of, description, window, read }, building) => {
    const { access } = building;
    const type = [defineRecord(building, of)] as [GraphObject<Shown>];
    return t.field({
      ...{ type, access, description },
      ...(window === null ? {} : { args: { months: t.arg.int({ access, description: MONTHS[window] }) } }),
      resolve: ({ person, day }, { months }: { months?: number | null | undefined }) =>
        read(person, day, months) as readonly Shown[],
    });
  },
  record: (t, { of, description, read }, building) =>
    t.field({
      ...{ type: defineRecord(building, of), access: building.access, description },
      resolve: ({ person, day }) => read(person, day) as Shown | null,
    }),
  value: (t, { type, description, read }, { access }) =>
    t.field({ type, access, description, resolve: ({ person, day }) => read(person, day) as never }),
  moneyFact: (t, { sources, description, read }, { access, refs }) =>
    t.field({
      ...{ type: refs.MoneyFact, access, description },
      resolve: ({ person, day, feeds }) => moneyFact(read(person, day), sources, feeds),
    }),
};

/** Status and day of a section, from the feeds of the record types it shows. */
function standingFields(t: Fields, recordTypes: readonly RecordType[], { access, refs }: Building) {
  const standing = standingsOf(recordTypes);
  return {
    status: t.field({
      type: refs.FactStatus,
      access,
      description:
        '数据状态 KNOWN while its feeds are current; STALE after two missed deliveries; UNKNOWN before the first',
      resolve: ({ feeds }) => standing(feeds).status,
    }),
    asOf: t.field({
      type: 'Date',
      access,
      description: '数据日期 the oldest day the feeds of this section speak of',
      resolve: ({ feeds }) => standing(feeds).asOf,
    }),
  };
}

function defineSectionType(agency: AgencyId, building: Building): GraphObject<SectionView> {
  const { lists, section } = CONNECTOR_OF[agency];
  const { type, description, fields }: Section<PersonRecords> = section;
  const recordTypes = Object.values(lists).map(({ recordType }) => recordType);
  return building.builder.objectRef<SectionView>(type).implement({
    description,
    fields: (t) => ({
      ...standingFields(t, recordTypes, building),
      ...Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, FIELDS[field.kind](t, field as never, building)]),
      ),
    }),
  });
}

/** Adds a section to a person, as the merged graph and the agency's own subgraph both do. */
export function addSection<Person extends SectionView>(
  builder: GraphBuilder,
  person: GraphObject<Person>,
  { agency, name, access, title }: AgencySection,
  refs: FactStatusRefs,
): void {
  const type = defineSectionType(agency, { builder, refs, access, defined: new Map() });
  const sharing = createEmptySections(Object.keys(CONNECTOR_OF[agency].lists));
  builder.objectField(person, name, (t) =>
    t.field({
      type,
      access,
      description: `${title} the part of this agency`,
      resolve: (parent) => ((parent as SectionView).shows(access) ? sharing(parent) : null),
    }),
  );
}
