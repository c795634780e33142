/**
 * The only coordinates whose value the view layer masks, or shows according to the person. Everything else is
 * either open or withheld for a caller altogether; a mask granted on another coordinate withholds it.
 */
export const VIEWED: ReadonlyMap<string, string> = new Map([
  ['Person.id', 'subject-key'],
  ['Person.name', 'name'],
  ['Person.residentId', 'resident-id'],
  ['Person.phone', 'phone'],
  ['Person.birthDate', 'birth-date'],
  ['Household.address', 'address'],
]);
