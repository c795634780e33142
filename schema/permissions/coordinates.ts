/** Every coordinate of the schema with its data class, and what a clearance decides on it. */
import { type GraphQLField, type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import type { Clearance, Decision } from '../../src/modules/access/index.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import { SUMS, TELLS, VIEWED } from './view-classes.ts';

/** `view`: the view layer decides per person, and notes what it held back under a word. */
export type Ruling = Decision | { readonly kind: 'view'; readonly noted: string };

const NOT_GRANTED: Decision = { kind: 'withhold', reason: 'NOT_GRANTED' };

const isOpen = (clearance: Clearance, dataClass: string): boolean =>
  clearance.settled(dataClass)?.kind === 'allow' && clearance.factorsOf(dataClass).length === 0;

/** Whether it takes the person, or the day that is asked for, to decide. */
function isViewed(clearance: Clearance, coordinate: string, dataClass: string): boolean {
  if (VIEWED.get(coordinate) !== dataClass) return false;
  if (clearance.factorsOf(dataClass).length > 0) return true;
  const told = TELLS.get(coordinate);
  return told !== undefined && isOpen(clearance, dataClass) && !isOpen(clearance, told);
}

/**
 * What holds for a coordinate. Only the view layer can mask, or decide by person; anywhere else a class that is
 * not settled, or settled as masked, is withheld.
 */
export function rule(clearance: Clearance, coordinate: string, dataClass: string): Ruling {
  const settled = clearance.settled(dataClass);
  if (isViewed(clearance, coordinate, dataClass))
    return { kind: 'view', noted: SUMS.has(coordinate) ? coordinate : dataClass };
  if (settled === null) return NOT_GRANTED;
  return settled.kind === 'mask' && VIEWED.get(coordinate) !== dataClass
    ? { kind: 'withhold', reason: settled.reason }
    : settled;
}

/** Whether a caller may use an argument or input field: only what is open to it altogether. */
export function mayUse(clearance: Clearance, dataClass: string): boolean {
  return clearance.settled(dataClass)?.kind === 'allow';
}

export interface Coordinate {
  readonly name: string;
  readonly dataClass: string;
  readonly kind: 'field' | 'argument' | 'input field';
}

function ofField(typeName: string, field: GraphQLField<unknown, unknown>): Coordinate[] {
  const name = `${typeName}.${field.name}`;
  return [
    { name, dataClass: dataClassOf(field), kind: 'field' },
    ...field.args.map((arg): Coordinate => {
      return { name: `${name}(${arg.name}:)`, dataClass: dataClassOf(arg), kind: 'argument' };
    }),
  ];
}

/** All coordinates of a schema, in the notation of schema coordinates; introspection has none. */
export function listCoordinates(schema: GraphQLSchema): Coordinate[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isObjectType(type)) return Object.values(type.getFields()).flatMap((field) => ofField(type.name, field));
    if (!isInputObjectType(type)) return [];
    return Object.values(type.getFields()).map(
      (field): Coordinate => ({
        name: `${type.name}.${field.name}`,
        dataClass: dataClassOf(field),
        kind: 'input field',
      }),
    );
  });
}

/** The data classes that a schema's coordinates have. */
export function usedClasses(schema: GraphQLSchema): ReadonlySet<string> {
  return new Set(listCoordinates(schema).map(({ dataClass }) => dataClass));
}

/** The root types; a field of theirs that is denied is an error, not a null. */
export function isRoot(schema: GraphQLSchema, typeName: string): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (type) => type?.name === typeName,
  );
}
