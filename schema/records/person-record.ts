/** What the record of a person holds: who they are, and everything that each agency shows of them. */
import { CONNECTORS } from '../../connectors/index.ts';
import type { SectionField } from '../../connectors/sdk/index.ts';

/** What stands in a section under one of its fields. */
function fieldText(name: string, field: SectionField<never>): string {
  if (field.kind === 'value') return name;
  if (field.kind === 'moneyFact') return `${name} { ...MoneyFactRecord }`;
  return `${name} { ${Object.keys(field.of.fields).join(' ')} }`;
}

/** Everything an agency shows of a person. */
function sectionText({ section: { field, fields } }: (typeof CONNECTORS)[number]): string {
  const shown = Object.entries<SectionField<never>>(fields).map(([name, one]) => fieldText(name, one));
  return `${field} { status asOf ${shown.join(' ')} }`;
}

/** The selection, for the hub itself and, printed, for the types of the client package. */
export const PERSON_RECORD = `
  fragment PersonRecord on Person {
    id name residentId sex birthDate age phone alive
    ${CONNECTORS.map(sectionText).join('\n    ')}
  }`;
