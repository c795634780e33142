/**
 * The only coordinates whose value the view layer masks, or shows according to the person. Everything else is
 * either open or withheld for a caller altogether; a mask granted on another coordinate withholds it. The agencies'
 * sections are here because those of someone who lives apart may be closed; what stands in a section is reached through
 * it only.
 */
export const VIEWED: ReadonlyMap<string, string> = new Map([
  ['Person.id', 'subject-key'],
  ['Person.name', 'name'],
  ['Person.residentId', 'resident-id'],
  ['Person.phone', 'phone'],
  ['Person.birthDate', 'birth-date'],
  ['Household.address', 'address'],
  ['Person.civilAffairs', 'civil-affairs'],
  ['Person.healthInsurance', 'health-insurance'],
  ['Person.education', 'education'],
  ['Person.humanResources', 'human-resources'],
  ['Person.disability', 'disability'],
]);
